"""Repairs of what is joined to the wrong word of a list, or to none."""

from __future__ import annotations

from zones.reading.lexicon import table
from zones.reading.sentence.rows import SUBJECTS, changed, edges
from zones.reading.sentence.tree import Row

__all__ = [
    "belated_appositions",
    "floating_each",
    "forces_after_places",
    "parted_subjects",
    "second_prepositions",
]


def parted_subjects(rows: list[Row]) -> list[Row]:
    """Join a subject with the noun before its "or": "any part OMAN OR OTHER FORCES might play"."""
    for at, row in enumerate(rows):
        if row.relation != "npadvmod" or row.pos != "PROPN":
            continue
        link = next((i for i, r in enumerate(rows) if r.head == at and r.relation == "cc"), None)
        if link is None:
            continue
        reach = edges(rows)
        rest = next(
            (i for i, r in enumerate(rows) if r.relation == "nsubj" and reach[i][0] == link + 1), None
        )
        if rest is not None and rows[rest].head > rest:
            mended = {
                at: row._replace(head=rows[rest].head, relation="nsubj"),
                rest: rows[rest]._replace(head=at, relation="conj"),
            }
            return changed(rows, mended)
    return rows


def second_prepositions(rows: list[Row]) -> list[Row]:
    """Hang "and from Oman" beside the first: "by troops from Peru, which is an ally, and from Oman, which is not"."""
    for at, row in enumerate(rows):
        if row.pos != "ADP" or row.relation != "conj" or rows[row.head].pos != "VERB":
            continue
        first = next(
            (
                r
                for r in rows[row.head + 1 : at]
                if r.relation == "prep" and r.lemma == row.lemma and rows[r.head].pos in {"NOUN", "PROPN"}
            ),
            None,
        )
        if first is not None:
            return changed(rows, {at: row._replace(head=first.head, relation="prep")})
    return rows


def floating_each(rows: list[Row]) -> list[Row]:
    """Leave a verb its real subject beside "each": "the three states, A, B and C, each agreed to"."""
    for at, row in enumerate(rows):
        floating = row.lemma in {"each", "both", "all"} and row.relation == "nsubj"
        if floating and any(r.head == row.head and r.relation == "nsubj" for r in rows[:at]):
            return changed(rows, {at: row._replace(relation="advmod")})
    return rows


def belated_appositions(rows: list[Row]) -> list[Row]:
    """Give "guarantors of the truce in Syria, Peru and Oman, agreed" its names, where they are joined to the place.

    A comma before the subject's verb tells them from places: "guarantors of the truce in Homs, Hama and Daraa agreed".
    """
    for at, row in enumerate(rows):
        joins = row.relation == "conj" and row.pos == "PROPN" and rows[row.head].relation == "pobj"
        if not joins or rows[at - 1].text != ",":
            continue
        last = edges(rows)[at][1]
        comma = last + (rows[last].text != ",")
        several = any(r.relation == "conj" for r in rows[at + 1 : comma])
        if not several or comma + 1 >= len(rows) or rows[comma].text != ",":
            continue
        group = row.head
        while rows[group].relation in {"pobj", "prep", "relcl", "acl"}:
            group = rows[group].head
        subject = (
            rows[group].relation in SUBJECTS and rows[group].tag == "NNS" and rows[group].lemma in _GROUPS
        )
        if subject and rows[comma + 1].pos in {"VERB", "AUX"}:
            return changed(rows, {at: row._replace(head=group, relation="appos")})
    return rows


_PLACING = frozenset({"in", "inside", "outside", "near", "around", "along"})
_GROUPS = frozenset({"country", "state", "nation", "guarantor", "sponsor", "power", "signatory", "mediator"})


def forces_after_places(rows: list[Row]) -> list[Row]:
    """Join forces with those before, not with a place: "Omani troops inside HOMS AND CHADIAN FORCES outside"."""
    for at, row in enumerate(rows[1:-3], 1):
        link, owner, noun = rows[at + 1], rows[at + 2], rows[at + 3]
        beside = link.lemma == "and" and owner.relation == "conj" and owner.head == at
        taken = (
            row.relation == "nmod" and row.head == at + 3 and noun.relation == "pobj" and noun.head == at - 1
        )
        if not (beside and taken and rows[at - 1].lemma in _PLACING):
            continue
        if noun.lemma not in table("nouns")["force"].split():
            continue
        above = rows[at - 1].head
        subject = next((i for i, r in enumerate(rows) if r.head == above and r.relation in SUBJECTS), above)
        first = above if rows[above].pos == "NOUN" else subject
        mended = {
            at: row._replace(relation="pobj", head=at - 1),
            at + 1: link._replace(head=first),
            at + 2: owner._replace(relation="amod", head=at + 3),
            at + 3: noun._replace(relation="conj", head=first),
        }
        return changed(rows, mended)
    return rows
