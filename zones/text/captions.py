"""Captions: what a picture shows, told apart from the sentences of the report by several signs together.

A sentence of a report may be in the present tense, may end with a date, and may be followed by an agency's name. No
one of these makes a caption; each has a weight, what a caption does not have counts against it, and the sum decides.
"""

from __future__ import annotations

import re
from itertools import pairwise

from zones.text.credits import credit_at_end, glued_credits, is_credit
from zones.text.datelines import inner_datelines
from zones.text.days import FULL_DATE, MONTH, WEEKDAY
from zones.text.phrases import opening, phrase_words, table

__all__ = ["caption_end", "is_caption"]

_ENOUGH = 3
_MOST_WORDS = 90
_VERB_WITHIN = 20  # words from the beginning in which the verb of a caption stands
_DATE_WITHIN = 90  # characters from the end in which the date of a caption begins
_GLUED_WITHIN = 700  # characters in which a caption ends that runs into the report
_GLUED = re.compile(r"[a-zß-ÿ)\]][A-ZÀ-Þ“\"]|[a-zß-ÿ.)\]][ \xa0]?[A-ZÀ-Þ]{3}")
_WORD = re.compile(r"\w+(?:['’.-]\w+)*")
_FILE = re.compile(r"(?:FILE(?: PHOTO| PICTURE| IMAGE)?|File(?: photo| picture| image))\s?[-–—:]")
_PICTURE = r"(?i:photo|photograph|picture|image|handout|screengrab)"
_IN_PICTURE = re.compile(rf"In this(?:[ -][\w.,]{{1,20}}){{0,6}} {_PICTURE}\b")
_SHOWN = re.compile(
    r"\b(?:is|are) (?:seen|pictured)\b|, pictured\b|^Pictured\b|\((?i:file photo|file|l|r|left|right|c|centre|center)\)"
    r"|\bA (?:general|aerial) view\b|^A view of\b"
    rf"|^(?:An?|The)(?: \w{{1,20}}){{0,3}} {_PICTURE} (?:shows|taken|provided by|made available)\b"
)
_FULL_DATE = re.compile(FULL_DATE)
_LAST_WEEKDAY = re.compile(rf"(?<![\w-]){WEEKDAY},?\s?$")
_WHERE = re.compile(r"[.,]?(?:,? (?:in|at|near|outside|on|from) [A-ZÀ-Þ][\w'’ ,-]{1,40})?[.,]?")
_REPORTS = re.compile(
    r"\b(?:said|says?|told|was|were|had|has|have|will|would|may|might|could|should|must|can|did|does"
    r"|began|took|went|met|came|gave|became|agreed|announced|signed|started|denied|warned|added|according)\b"
)
_ON_DAY = re.compile(rf"(?:On|By|Since|Until|From|In|After|Before) (?:{WEEKDAY}|{MONTH}|\d)")
_PLURAL = re.compile(r"\w*(?:s|men|women|people|police|children|militia)", re.IGNORECASE)


def is_caption(line: str, *, first: bool = False) -> bool:
    """Return whether a line is the caption of a picture, or its credit.

    Parameters
    ----------
    line
        The line, without blanks around it.
    first
        Whether it is the first of its page; a headline may be in the present tense and end with a date.

    Examples
    --------
    >>> is_caption("Boys play by a ruined school in Madaya on July 14, 2018. (SANA image)")
    True
    >>> is_caption("On Friday the minister said that boys play there again. (Reuters)")
    False
    """
    if is_credit(line) or opening("caption", phrase_words(line[:160])):
        return not _is_long(line)
    if first and not line.endswith((".", ")", "]")) and credit_at_end(line) is None:
        return False
    return _weight(line) >= _ENOUGH


def caption_end(line: str) -> int:
    """Return where a caption ends that runs without a break into the report; 0 if none does.

    Examples
    --------
    >>> caption_end("Boys play in Idlib, May 2, 2018. (AFP)TEHRAN, April 19 — Troops of two states met.")
    38
    """
    head = line[:_GLUED_WITHIN]
    if not _GLUED.search(head):
        return 0
    for end in sorted({*glued_credits(head), *inner_datelines(head)}):
        if end < len(line) and is_caption(line[:end].rstrip()):
            return end
    return 0


def _is_long(line: str) -> bool:
    return len(line.split(maxsplit=_MOST_WORDS)) > _MOST_WORDS


def _weight(line: str) -> int:
    """Return the sum of the signs that a line is a caption."""
    if _is_long(line):
        return 0
    credit = credit_at_end(line)
    told = (line[: credit.start] if credit is not None else line).rstrip(" \xa0–—|/-")
    weight = credit.weight if credit is not None else 0
    weight += 3 * (_FILE.match(line) is not None or _IN_PICTURE.match(line) is not None)
    weight += 2 * (_SHOWN.search(told) is not None)
    weight += _date_weight(told, credited=credit is not None)
    if weight < _ENOUGH - 1:
        return weight  # the verb alone does not make it enough
    weight += _shows(told)
    weight -= 2 * (_REPORTS.search(told) is not None)
    weight -= 2 * (_ON_DAY.match(told) is not None)
    weight -= any(mark in told for mark in '"“”«')
    return weight


def _date_weight(told: str, *, credited: bool) -> int:
    """Return 2 for a full date at the end that is set off, 1 for one with "on" if the picture is credited."""
    dates = list(_FULL_DATE.finditer(told, max(0, len(told) - _DATE_WITHIN)))
    found = dates[-1] if dates else None
    if found is None or not _WHERE.fullmatch(told, found.end()):
        return 0
    before = _LAST_WEEKDAY.sub("", told[: found.start()].rstrip()).rstrip()
    last = before.rpartition(" ")[2]
    if before.endswith(",") or (last[:1].isupper() and " " in before):
        return 2
    return int(credited and last == "on")


def _shows(told: str) -> bool:
    """Whether a verb of what pictures show stands in the present tense near the beginning."""
    words = [found.group() for found in _WORD.finditer(told[:400])][:_VERB_WITHIN]
    known = table()["shown"]
    plain, also_nouns = frozenset(known["verbs"]), frozenset(known["also_nouns"])
    for before, word in pairwise(words):
        if word in plain or (word.endswith("s") and _stem(word) & plain):
            return True
        if word in also_nouns and _PLURAL.fullmatch(before):
            return True
        if _stem(word) & also_nouns and before[:1].isupper() and before != words[0]:
            return True
    return False


def _stem(word: str) -> frozenset[str]:
    """Return what a verb in the third person may be without its ending."""
    if not word.endswith("s"):
        return frozenset()
    return frozenset({word[:-1], word.removesuffix("es"), word.removesuffix("ies") + "y"})
