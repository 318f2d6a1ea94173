"""What a word that stands for somebody comes to: nations, with the sentence that names them; or it stays open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from zones.areas import Span

__all__ = ["Open", "Resolved"]

Resolved: TypeAlias = tuple[tuple[str, ...], Span | None]
"""Codes of nations, and the sentence that names them if it is another one."""


@dataclass(frozen=True, slots=True)
class Open:
    """Who is meant cannot be told, and why."""

    detail: str
