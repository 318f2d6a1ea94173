"""An answer of a language model as it came: found in what surrounds it, and not yet verified."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from zones.errors import ReadingError
from zones.small_file import small_text

__all__ = ["MOST_BYTES", "MOST_ITEMS", "ModelAnswer", "answer_text", "load_answer", "read_answer"]

MOST_BYTES = 2_000_000
"""A larger answer is refused unread."""
MOST_ITEMS = 500
"""An answer with more zones and claims is refused: no article says as much."""
_LONGEST_NAME = 100
_MOST_STARTS = 200  # braces in the prose around an answer that are tried
_LEAST_HASH = 12
_KEYS = frozenset({"model", "sha256", "zones", "claims"})
_EXPECTED = 'expected {"model": "name", "zones": [...], "claims": [...]}, as zonemap ask says'


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelAnswer:
    """An answer of a language model about one text.

    Parameters
    ----------
    model
        The model's name.
    zones, claims
        The items as they came, of any type; `zones.asking.verified` checks them.
    sha256
        Of the text, or its first digits, if the answer tells.
    name
        What to call the answer in messages.
    """

    model: str
    zones: tuple[object, ...]
    claims: tuple[object, ...]
    sha256: str | None = None
    name: str = "answer"

    def check_text(self, sha256: str) -> None:
        """Raise `ReadingError` if the answer is about another text.

        Parameters
        ----------
        sha256
            Of the text at hand.
        """
        if self.sha256 is not None and not sha256.startswith(self.sha256.casefold()):
            raise ReadingError(
                f"{self.name}: is about a text of sha256 {self.sha256[:_LEAST_HASH]}…, and this one has "
                f"{sha256[:_LEAST_HASH]}…; take the text that was asked about, or remove sha256 if it fits this one too"
            )


def load_answer(path: str | Path) -> ModelAnswer:
    """Return the answer of a file; see `read_answer`."""
    text = small_text(Path(path), MOST_BYTES, ReadingError, expected="the answer of a model to zonemap ask")
    return read_answer(text, name=str(path))


def read_answer(text: str, *, name: str = "answer", model: str | None = None) -> ModelAnswer:
    """Return the answer that stands in a text, with or without fences and words around it.

    Parameters
    ----------
    text
        What the model wrote.
    name
        What to call it in messages.
    model
        The model's name, where the caller knows better than the model.

    Raises
    ------
    ReadingError
        If no answer stands there, or two, or one that is broken off or has parts of a wrong type.
    """
    found = _found(text, name)
    if unknown := sorted(set(found) - _KEYS):
        raise ReadingError(f"{name}: no key {', '.join(map(repr, unknown))[:200]} is known; {_EXPECTED}")
    zones, claims = (_items(found, key, name) for key in ("zones", "claims"))
    if len(zones) + len(claims) > MOST_ITEMS:
        raise ReadingError(f"{name}: has {len(zones) + len(claims)} items; expected at most {MOST_ITEMS}")
    return ModelAnswer(
        model=_model(model or found.get("model"), name),
        zones=zones, claims=claims, sha256=_hash(found.get("sha256"), name), name=name,
    )  # fmt: skip


def answer_text(answer: ModelAnswer) -> str:
    """Return an answer as JSON, which `read_answer` reads to an equal one.

    Examples
    --------
    >>> answer = ModelAnswer(model="M", zones=(), claims=({"status": "agreed"},))
    >>> read_answer(answer_text(answer)) == answer
    True
    """
    told: dict[str, Any] = {"model": answer.model, "sha256": answer.sha256}
    told |= {"zones": list(answer.zones), "claims": list(answer.claims)}
    kept = {key: value for key, value in told.items() if value is not None}
    return json.dumps(kept, ensure_ascii=False, indent=1) + "\n"


def _found(text: str, name: str) -> Mapping[str, Any]:
    problems: list[ValueError] = []
    objects = [found for found in _objects(text, problems) if {"zones", "claims", "model"} & set(found)]
    different = [one for number, one in enumerate(objects) if one not in objects[:number]]
    if len(different) > 1:
        raise ReadingError(f"{name}: holds {len(different)} answers; keep the one that counts")
    if not different:
        raise ReadingError(f"{name}: {_problem(text, problems)}; {_EXPECTED}")
    try:
        json.dumps(different[0], ensure_ascii=False).encode()
    except UnicodeEncodeError:
        raise ReadingError(f"{name}: holds half a character (a lone surrogate); ask again") from None
    except RecursionError:
        raise ReadingError(f"{name}: lists within lists without end; {_EXPECTED}") from None
    return different[0]


def _objects(text: str, problems: list[ValueError]) -> Iterator[dict[str, Any]]:
    """Yield the JSON objects in a text, from left to right; what is wrong with the first that is none is noted."""
    decoder = json.JSONDecoder(strict=False, object_pairs_hook=_pairs)
    at, tried = text.find("{"), 0
    while at >= 0 and tried < _MOST_STARTS:
        tried += 1
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError) as error:
            problems.append(error if isinstance(error, ValueError) else ValueError("nested without end"))
            end = at + 1
        else:
            if isinstance(found, dict):
                yield found
        at = text.find("{", end)


def _pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return an object of its pairs; a key that comes twice would lose what was said first."""
    made = dict(pairs)
    if len(made) < len(pairs):
        raise ValueError("an object has the same key twice")
    return made


def _problem(text: str, problems: list[ValueError]) -> str:
    if not problems:
        return "holds no JSON object" if text.strip() else "is empty"
    worst = max(problems, key=lambda one: one.pos if isinstance(one, json.JSONDecodeError) else 0)
    if not isinstance(worst, json.JSONDecodeError):
        return f"is no JSON: {worst}"
    left = text[worst.pos :].strip().strip("`").strip()
    if not left or worst.msg.startswith("Unterminated string"):
        return "breaks off before its end, as when a model stops at its limit of words"
    return f"is no JSON: {worst.msg} (line {worst.lineno}, column {worst.colno})"


def _items(found: Mapping[str, Any], key: str, name: str) -> tuple[object, ...]:
    value = found.get(key)
    if not isinstance(value, list):
        told = "is missing" if value is None else f"is {type(value).__name__}, not a list"
        raise ReadingError(f"{name}: {key} {told}; {_EXPECTED}")
    return tuple(value)


def _model(value: object, name: str) -> str:
    told = " ".join(value.split()) if isinstance(value, str) else ""
    if not told or len(told) > _LONGEST_NAME or not told.isprintable():
        raise ReadingError(
            f'{name}: does not say which model answered; expected "model": "name", at most {_LONGEST_NAME} characters'
        )
    return told


def _hash(value: object, name: str) -> str | None:
    if value is None or (isinstance(value, str) and not value.strip(". …")):
        return None
    digits = value.strip().rstrip(".…") if isinstance(value, str) else ""
    if len(digits) < _LEAST_HASH or not set(digits.casefold()) <= set("0123456789abcdef"):
        raise ReadingError(
            f"{name}: sha256 is {str(value)[:80]!r}; expected the digits in the request, or none"
        )
    return digits
