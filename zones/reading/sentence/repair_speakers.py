"""Repairs of who says what: speakers after, before and inside what they say."""

from __future__ import annotations

from zones.reading.lexicon import saying_verbs
from zones.reading.sentence.rows import FINITE, changed, edges
from zones.reading.sentence.tree import Row

__all__ = [
    "inverted_speakers",
    "late_attributions",
    "lost_speakers",
    "parted_clauses",
    "split_names",
    "stolen_clauses",
    "stolen_objects",
    "stolen_parties",
    "stolen_subjects",
]

_HUNG = frozenset({"appos", "conj", "npadvmod", "dobj", "pobj", "nmod", "dep", "oprd", "attr", "nsubj"})
_OPENERS = frozenset({",", '"', "-", "--", "—", ";"})


def inverted_speakers(rows: list[Row]) -> list[Row]:
    """Make the speaker after a verb its subject, where the parser makes it the object: ", stated an official"."""
    sayings = saying_verbs()
    for at, row in enumerate(rows):
        after_comma = at > 0 and rows[at - 1].text in {",", '"', "'"}
        if (
            row.lemma not in sayings
            or row.tag not in {"VBD", "VBZ"}
            or not after_comma
            or row.lemma in {"tell", "inform"}
        ):
            continue
        if any(r.head == at and r.relation in {"nsubj", "nsubjpass"} for r in rows):
            continue
        object_at = next(
            (
                i
                for i in range(at + 1, min(at + 8, len(rows)))
                if rows[i].head == at and rows[i].relation == "dobj"
            ),
            None,
        )
        if object_at is not None:
            rows = [*rows]
            rows[object_at] = rows[object_at]._replace(relation="nsubj")
    return rows


def lost_speakers(rows: list[Row]) -> list[Row]:
    """Give a verb of saying the subject before it that was hung on something else.

    In "... in Idlib, Russia's defence minister, Sergei Shoigu, said on Friday" the minister is made an apposition of
    Idlib, and "said" is left without a subject.
    """
    sayings = saying_verbs()
    for at, row in enumerate(rows):
        finite = row.pos == "VERB" and row.tag in FINITE
        if (
            not finite
            or row.lemma not in sayings
            or any(r.head == at and r.relation in {"nsubj", "nsubjpass"} for r in rows)
        ):
            continue
        speaker = _hung_before(rows, at)
        if speaker is not None:
            rows = [*rows]
            rows[speaker] = rows[speaker]._replace(head=at, relation="nsubj")
    return rows


def stolen_subjects(rows: list[Row]) -> list[Row]:
    """Give the main verb its subject back from an aside: "Peru's leaders, says the paper, are urged to send".

    Of a superlative the parser makes a clause: "the largest, he said according to the agency, covers".
    """
    for at, row in enumerate(rows):
        aside = row.relation in {"parataxis", "ccomp"} and row.lemma in saying_verbs() and at < row.head
        own = [i for i, r in enumerate(rows) if r.head == at and _is_subject(r)] if aside else []
        if len(own) != 2 or not own[0] < at or not any(r.text == "," for r in rows[own[0] : own[1]]):
            continue
        above = [r.relation for r in rows if r.head == row.head]
        if not {"nsubj", "nsubjpass"}.isdisjoint(above):
            continue
        relation = "nsubjpass" if "auxpass" in above else "nsubj"
        mended = {own[0]: rows[own[0]]._replace(head=row.head, relation=relation)}
        return changed(rows, mended)
    return rows


def _is_subject(row: Row) -> bool:
    return row.relation == "nsubj" or (row.relation == "advcl" and row.tag == "JJS")


def stolen_clauses(rows: list[Row]) -> list[Row]:
    """Give the main verb its clause back from an aside: "Peru has agreed, the embassy said, to send soldiers"."""
    for at, row in enumerate(rows):
        above = rows[row.head]
        aside = (
            row.relation == "parataxis"
            and row.lemma in saying_verbs()
            and row.head < at
            and above.pos == "VERB"
        )
        if not aside:
            continue
        taken = [i for i, r in enumerate(rows) if r.head == at and r.relation == "xcomp" and i > at]
        if taken and any(r.text == "," for r in rows[at : taken[0]]):
            mended = {taken[0]: rows[taken[0]]._replace(head=row.head)}
            return changed(rows, mended)
    return rows


def stolen_parties(rows: list[Row]) -> list[Row]:
    """Hang "with Peru about" on the verb before an aside: "talks were held, officials said, with Peru about troops"."""
    for at, row in enumerate(rows):
        if row.lemma not in saying_verbs():
            continue
        link = next(
            (
                i
                for i, r in enumerate(rows)
                if r.head == at and r.relation == "prep" and r.lemma == "with" and i > at
            ),
            None,
        )
        told = next((i for i, r in enumerate(rows[:at]) if r.head == at and r.relation == "ccomp"), None)
        if link is None or told is None or rows[link - 1].text != ",":
            continue
        party = next((i for i, r in enumerate(rows) if r.head == link and r.relation == "pobj"), None)
        mended = {link: rows[link]._replace(head=told)}
        for i, other in enumerate(rows[link:], link):
            if other.relation == "prep" and other.lemma in {"about", "on"} and other.head in {at, party}:
                mended[i] = other._replace(head=told)
        return changed(rows, mended)
    return rows


def stolen_objects(rows: list[Row]) -> list[Row]:
    """Give a verb its object back from the "as" between them: "dismissed as invented a report that ..."."""
    for at, row in enumerate(rows):
        if row.relation != "advcl" or row.tag not in {"VBN", "VBD"} or row.head >= at:
            continue
        below = {r.relation: i for i, r in enumerate(rows) if r.head == at}
        marked = "mark" in below and rows[below["mark"]].lemma == "as" and below["mark"] == at - 1
        if marked and "nsubj" not in below and "dobj" in below:
            mended = {below["dobj"]: rows[below["dobj"]]._replace(head=row.head)}
            return changed(rows, mended)
    return rows


def split_names(rows: list[Row]) -> list[Row]:
    """Join an office and the name after it, where the parser makes both subjects of one verb.

    In "ministry spokeswoman Maria Silva-Reis said" both "spokeswoman" and "Reis" are subjects.
    """
    if sum(row.relation == "nsubj" for row in rows) < 2:
        return rows
    reach = edges(rows)
    for at, row in enumerate(rows):
        if row.relation != "nsubj":
            continue
        after = next(
            (i for i in range(at + 1, len(rows)) if rows[i].head == row.head and rows[i].relation == "nsubj"),
            None,
        )
        if after is None or rows[after].pos != "PROPN" or reach[after][0] != reach[at][1] + 1:
            continue
        rows = [
            r._replace(head=after, relation="compound")
            if i == at or (r.head == at and r.relation == "appos" and r.pos == "PROPN")
            else r
            for i, r in enumerate(rows)
        ]
    return rows


def late_attributions(rows: list[Row]) -> list[Row]:
    """Put a clause under the verb of saying that closes it: "Peru will send soldiers, a source told the agency".

    The parser at times coordinates the two, as if the source told something else, or makes it a circumstance.
    """
    sayings = saying_verbs()
    for at, row in enumerate(rows):
        above = rows[row.head]
        beside = row.relation in {"conj", "advcl"} and row.head < at and above.relation == "ROOT"
        if not beside or row.lemma not in sayings or row.tag not in FINITE:
            continue
        own = any(r.head == at and r.relation == "nsubj" for r in rows)
        governs = any(r.head == at and r.relation in {"ccomp", "xcomp", "mark", "advmod"} for r in rows)
        start = edges(rows)[at][0]
        joined = any(
            r.relation == "cc" and row.head < i < at for i, r in enumerate(rows) if r.head == row.head
        )
        if own and not governs and not joined and rows[start - 1].text == ",":
            mended = {
                row.head: above._replace(head=at, relation="ccomp"),
                at: row._replace(head=at, relation="ROOT"),
            }
            return changed(rows, mended)
    return rows


def parted_clauses(rows: list[Row]) -> list[Row]:
    """Part what a semicolon parts: "Peru was invited; it has not decided" is no report of a decision.

    A comma parts two headlines, the first with "to": "Peruvians to stay, Fiji offers troops".
    """
    for at, row in enumerate(rows):
        if row.relation != "ccomp" or row.head <= at:
            continue
        last = edges(rows)[at][1]
        below = {r.relation for r in rows[:at] if r.head == at and (r.relation != "aux" or r.text == "to")}
        two = {"aux", "nsubj"} <= below and rows[row.head].lemma not in saying_verbs() - {"offer"}
        marks = {";", ","} if two else {";"}
        if last + 1 < row.head and not marks.isdisjoint({rows[last].text, rows[last + 1].text}):
            return [one._replace(relation="parataxis") if i == at else one for i, one in enumerate(rows)]
    return rows


def _hung_before(rows: list[Row], verb: int) -> int | None:
    """Return the noun whose phrase fills the stretch between a comma and a verb, if it hangs on what is before."""
    reach = edges(rows)
    for at in range(verb):
        row = rows[at]
        left, right = reach[at]
        if (
            row.pos not in {"NOUN", "PROPN", "PRON"}
            or row.relation not in _HUNG
            or not verb - 2 <= right < verb
        ):
            continue
        if left > 0 and rows[left - 1].text in _OPENERS and row.head < left:
            return at
    return None
