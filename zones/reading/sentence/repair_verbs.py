"""Repairs of verbs that the parser takes for something else, and of what it takes for a verb."""

from __future__ import annotations

from functools import cache

from zones.reading.lexicon import saying_verbs, table
from zones.reading.sentence.rows import FINITE, SUBJECTS, changed, has_subject
from zones.reading.sentence.tree import Row

__all__ = [
    "disagreeing_verbs",
    "garden_paths",
    "joined_verbs",
    "nouns_for_verbs",
    "ordinal_subjects",
    "provisions",
    "swallowed_verbs",
]

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "other"})
_EXTENDING = frozenset({"run", "stretch", "reach", "lie"})
_SPELT = {"encompasse": "encompass", "embraces": "embrace"}
_PROVIDING = frozenset({"foresee", "foresees", "envisage", "stipulate", "specify", "provide"})
_PLURAL_VERBS = frozenset({"are", "were", "have", "do"})
_TIMES = frozenset({"day", "week", "weekend", "month", "year", "morning", "night", "evening", "today"})


def nouns_for_verbs(rows: list[Row]) -> list[Row]:
    """Make a verb of what has a subject or object and is read as a plural: "the area encompasses all of it"."""
    mended: dict[int, Row] = {}
    for at, row in enumerate(rows):
        if row.tag != "NNS" or not row.text.endswith("s"):
            continue
        if any(r.head == at and r.relation in {"nsubj", "dobj"} for r in rows):
            lemma = row.lemma.removesuffix("s") if row.lemma == row.text.casefold() else row.lemma
            mended[at] = row._replace(pos="VERB", tag="VBZ", lemma=_SPELT.get(lemma, lemma))
    return changed(rows, mended) if mended else rows


def provisions(rows: list[Row]) -> list[Row]:
    """Make a verb of "foresees" where it is read as a noun with its subject before it: "the deal foresees that"."""
    for at, row in enumerate(rows):
        if row.tag != "NNS" or row.lemma not in _PROVIDING:
            continue
        paper = next((i for i, r in enumerate(rows) if r.head == at and r.relation == "compound"), None)
        clause = next(
            (i for i, r in enumerate(rows) if r.head == at and r.relation in {"relcl", "acl", "ccomp"}), None
        )
        if paper is None or clause is None:
            continue
        mended = {
            at: row._replace(pos="VERB", tag="VBZ", lemma=row.lemma.removesuffix("s")),
            paper: rows[paper]._replace(relation="nsubj"),
            clause: rows[clause]._replace(relation="ccomp"),
        }
        for i, other in enumerate(rows):
            if other.head == at and i < paper:
                mended[i] = other._replace(head=paper)
        return changed(rows, mended)
    return rows


def joined_verbs(rows: list[Row]) -> list[Row]:
    """Make a verb of "stretches" where the parser joins it to a noun: "is the largest and stretches from"."""
    mended: dict[int, Row] = {}
    for at, row in enumerate(rows[:-1]):
        if row.tag != "NNS" or row.lemma not in _EXTENDING:
            continue
        joined = row.relation == "conj" and rows[at - 1].text == "and" and rows[row.head].relation == "attr"
        bare = not any(r.head == at and r.relation != "prep" for r in rows)
        after = rows[at + 1]
        if joined and bare and after.pos == "ADP":
            mended[at] = row._replace(pos="VERB", tag="VBZ", head=rows[row.head].head)
            mended[at + 1] = after._replace(head=at)
    return changed(rows, mended) if mended else rows


def parallel_infinitives(rows: list[Row]) -> list[Row]:
    """Hang "and to start" beside the infinitive before: "agreed to make sure that they leave and to start patrols"."""
    for at, row in enumerate(rows):
        above = rows[row.head]
        if row.relation != "conj" or row.tag != "VB" or above.tag not in FINITE or not _has_to(rows, at):
            continue
        step = row.head
        while rows[step].head != step and not (rows[step].relation == "xcomp" and _has_to(rows, step)):
            step = rows[step].head
        if rows[step].relation != "xcomp":
            continue
        return _joined_to(rows, at, step)
    return rows


def disagreeing_verbs(rows: list[Row]) -> list[Row]:
    """Hang "and are to" on the plural before: "Peru made a deal by which its men are to help and ARE to patrol"."""
    for at, row in enumerate(rows):
        alone = row.relation == "conj" and not has_subject(rows, at)
        if not alone or not _is_plural(rows, at) or not _has_single_subject(rows, row.head):
            continue
        between = range(at - 1, row.head, -1)
        plural = next((i for i in between if _is_plural(rows, i) and has_subject(rows, i)), None)
        if plural is not None and not _is_plural(rows, row.head):
            return _joined_to(rows, at, plural)
    return rows


def _joined_to(rows: list[Row], at: int, verb: int) -> list[Row]:
    """Join a verb to another one than before, with the "and" between them."""
    mended = {at: rows[at]._replace(head=verb)}
    above = rows[at].head
    link = next((i for i, r in enumerate(rows[:at]) if r.relation == "cc" and r.head == above), None)
    if link is not None:
        mended[link] = rows[link]._replace(head=verb)
    return changed(rows, mended)


def _is_plural(rows: list[Row], at: int) -> bool:
    """Whether a verb is "are", "have" or has one of them: what is one alone does not take it."""
    own = rows[at].text.casefold() in _PLURAL_VERBS
    return own or any(
        r.head == at and r.relation == "aux" and r.text.casefold() in _PLURAL_VERBS for r in rows
    )


def _has_single_subject(rows: list[Row], verb: int) -> bool:
    subject = next((i for i, r in enumerate(rows) if r.head == verb and r.relation == "nsubj"), None)
    if subject is None or rows[subject].tag not in {"NN", "NNP"}:
        return False
    return not any(r.head == subject and r.relation == "conj" for r in rows)


def _has_to(rows: list[Row], at: int) -> bool:
    return any(r.head == at and r.tag == "TO" and i < at for i, r in enumerate(rows))


def ordinal_subjects(rows: list[Row]) -> list[Row]:
    """Make "the first" a subject, where the parser makes it an adjective of the verb: "the fourth covers"."""
    mended: dict[int, Row] = {}
    for at, row in enumerate(rows[:-2]):
        ordinal = row.text.casefold() in _ORDINALS or row.tag == "JJS"
        alone = ordinal and at > 0 and rows[at - 1].text.casefold() == "the"
        after = rows[at + 1]
        if not alone or row.relation != "amod" or row.head != at + 1:
            continue
        if after.tag == "NNS" and rows[at + 2].pos == "ADP" and after.lemma in _EXTENDING:
            after = after._replace(pos="VERB", tag="VBZ")
            mended[at + 1] = after
        if after.pos == "VERB" and not has_subject(rows, at + 1):
            mended[at] = row._replace(relation="nsubj")
    return changed(rows, mended) if mended else rows


def garden_paths(rows: list[Row]) -> list[Row]:
    """Hang a participle on the noun before it where it is read as the verb: "the zone agreed on Friday covers"."""
    for at in range(1, len(rows)):
        row, noun = rows[at], rows[at - 1]
        subject = at - 1
        while rows[subject].relation in {"pobj", "prep"}:
            subject = rows[subject].head
        misled = rows[subject].relation == "nsubj" and rows[subject].head == at and noun.pos == "NOUN"
        finite = any(r.head == at and r.relation in {"aux", "auxpass"} for r in rows)
        if row.tag not in {"VBD", "VBN"} or finite or not misled:
            continue
        verb = next((i for i in range(at + 1, len(rows)) if _takes_over(rows, i, at)), None)
        if verb is None:
            continue
        mended = {
            subject: rows[subject]._replace(head=verb),
            at: row._replace(tag="VBN", relation="acl", head=at - 1),
            verb: rows[verb]._replace(
                relation=row.relation, head=verb if row.head == at else row.head, tag=rows[verb].tag
            ),
        }
        for i, other in enumerate(rows):
            if other.head == verb and other.relation in {"nsubj", "advmod"} and i < verb and i > at:
                mended[i] = other._replace(
                    head=at, relation="npadvmod" if other.relation == "nsubj" else "advmod"
                )
            elif other.head == at and i != subject and (i < at - 1 or i > verb):
                mended[i] = other._replace(head=verb)
        return changed(rows, mended)
    return rows


def swallowed_verbs(rows: list[Row]) -> list[Row]:
    """Make a participle the verb of a sentence that else has none: "Peru's minister, Maria Silva, offered ..."."""
    root = next((at for at, row in enumerate(rows) if row.head == at), 0)
    doing = saying_verbs() | _governing()
    if rows[root].pos not in {"NOUN", "PROPN"} or any(
        row.head == root and row.relation == "nsubj" for row in rows
    ):
        return rows
    for at in range(root + 1, len(rows)):
        row = rows[at]
        swallowed = (
            row.head == root and row.relation == "acl" and row.tag in {"VBN", "VBD"} and row.lemma in doing
        )
        lone = not any(r.tag in {*FINITE, "MD"} for r in rows) and not any(
            r.head == at and r.relation == "agent" for r in rows
        )  # "Peru's minister called yesterday for ..."
        if swallowed and (rows[at - 1].text == "," or (lone and rows[-1].text == ".")):
            mended = {root: rows[root]._replace(head=at, relation="nsubj")}
            if rows[0].head == root and rows[0].relation == "prep":  # "On 3 May Peru's minister, ..."
                mended[0] = rows[0]._replace(head=at)
            mended[at] = row._replace(head=at, relation="ROOT", tag="VBD")
            return changed(rows, mended)
    return rows


def _takes_over(rows: list[Row], at: int, participle: int) -> bool:
    """Whether a finite verb is the real verb of a participle's noun: nothing but a time stands before it as subject."""
    row = rows[at]
    if (
        row.head != participle
        or row.relation not in {"ccomp", "advcl", "xcomp"}
        or row.tag not in {"VB", "VBZ", "VBP", "MD"}
        or any(r.head == at and r.relation == "aux" for r in rows)
    ):
        return False
    between = rows[participle + 1 : at]
    if any(r.text in {",", '"', ";", ":"} or r.lemma == "that" for r in between):
        return False
    subjects = [r for r in between if r.head == at and r.relation in SUBJECTS]
    return all(r.lemma in _TIMES for r in subjects)


@cache
def _governing() -> frozenset[str]:
    rows = table("governors")["governor"]
    return frozenset(w.removesuffix(".v") for row in rows for w in row["words"].split() if w.endswith(".v"))
