"""The mark of each status: shape, frame and colour, the same on the page's timeline and in the printed one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Literal

from zones.status import Status

__all__ = ["STATUS_MARKS", "StatusMark"]

Shape = Literal["circle", "diamond", "square", "triangle"]
Frame = Literal["solid", "dashed", "dotted"]
Sign = Literal["none", "ring", "strike", "cross"]
Tone = Literal["decided", "mooted", "open", "refused"]

TONES: Final[Mapping[Tone, str]] = MappingProxyType(
    {"decided": "#1d2226", "mooted": "#0a5a7c", "open": "#666e74", "refused": "#9a3412"}
)
"""The colours on white; on the page they are its ink, accent, third ink and warning, in light and dark."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusMark:
    """
    How a claim of one status is drawn.

    Parameters
    ----------
    shape
        The outline.
    frame
        Its line, as on the page's badges.
    filled
        Whether it is filled with its colour; else with the ground's.
    sign
        What is drawn on or around it.
    tone
        The family of its colour.
    """

    shape: Shape
    frame: Frame
    filled: bool
    sign: Sign
    tone: Tone

    @property
    def colour(self) -> str:
        """Its colour on white."""
        return TONES[self.tone]


_ROWS: tuple[tuple[Status, Shape, Frame, bool, Sign, Tone], ...] = (
    (Status.AGREED, "circle", "solid", True, "ring", "decided"),
    (Status.PLANNED, "circle", "solid", True, "none", "decided"),
    (Status.PROPOSED, "circle", "solid", False, "none", "mooted"),
    (Status.POSSIBLE, "diamond", "dashed", False, "none", "mooted"),
    (Status.DISCUSSED, "square", "dashed", False, "none", "mooted"),
    (Status.UNDECIDED, "circle", "dotted", False, "none", "open"),
    (Status.UNCONFIRMED, "triangle", "dotted", False, "none", "open"),
    (Status.DENIED, "circle", "solid", False, "strike", "refused"),
    (Status.REJECTED, "square", "solid", True, "cross", "refused"),
)

STATUS_MARKS: Final[Mapping[Status, StatusMark]] = MappingProxyType(
    {
        status: StatusMark(shape=shape, frame=frame, filled=filled, sign=sign, tone=tone)
        for status, shape, frame, filled, sign, tone in _ROWS
    }
)
"""Strongest first, as the page orders them."""
