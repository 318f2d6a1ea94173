"""What the parser is known to get wrong, put right: each fault a function of its own."""

from __future__ import annotations

from functools import cache

from zones.reading.lexicon import saying_verbs, table
from zones.reading.sentence.tree import Row

__all__ = ["repaired"]

_HUNG = frozenset({"appos", "conj", "npadvmod", "dobj", "pobj", "nmod", "dep", "oprd", "attr", "nsubj"})
_OPENERS = frozenset({",", '"', "-", "--", "—", ";"})

_ASKING = frozenset(
    {
        "ask", "turn", "approach", "invite", "request", "press", "urge", "beg", "lobby", "appeal", "talk", "speak",
        "negotiate", "consult",
    }
)  # fmt: skip

_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "sixth", "last", "other"})
_EXTENDING = frozenset({"run", "stretch", "reach", "lie"})
_SPELT = {"encompasse": "encompass", "embraces": "embrace"}
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "mark", "expl", "csubj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_CLAUSE_OPENERS = frozenset({"after", "before", "since", "until", "till"})
_PROVIDING = frozenset({"foresee", "foresees", "envisage", "stipulate", "specify", "provide"})
_TIMES = frozenset({"day", "week", "weekend", "month", "year", "morning", "night", "evening", "today"})


def repaired(rows: list[Row]) -> list[Row]:
    """Return the rows of a sentence with known faults mended."""
    for repair in (
        _nouns_for_verbs,
        _provisions,
        _no_information,
        _gerund_subjects,
        _second_prepositions,
        _floating_each,
        _joined_verbs,
        _ordinal_subjects,
        _garden_paths,
        _swallowed_verbs,
        _set_off_subjects,
        _inverted_speakers,
        _lost_speakers,
        _stolen_subjects,
        _stolen_clauses,
        _stolen_objects,
        _clause_subjects,
        _split_names,
        _asked_for,
        _late_attributions,
        _parted_clauses,
    ):
        rows = repair(rows)
    return rows


def _nouns_for_verbs(rows: list[Row]) -> list[Row]:
    """Make a verb of what has a subject or object and is read as a plural: "the area encompasses all of it"."""
    mended: dict[int, Row] = {}
    for at, row in enumerate(rows):
        arguments = {r.relation for r in rows if r.head == at and r.relation in {"nsubj", "dobj"}}
        if row.tag == "NNS" and arguments and row.text.endswith("s"):
            lemma = row.lemma.removesuffix("s") if row.lemma == row.text.casefold() else row.lemma
            mended[at] = row._replace(pos="VERB", tag="VBZ", lemma=_SPELT.get(lemma, lemma))
    return _with(rows, mended) if mended else rows


def _provisions(rows: list[Row]) -> list[Row]:
    """Make a verb of "foresees" where it is read as a noun with its subject before it: "the deal foresees that"."""
    for at, row in enumerate(rows):
        paper = next((i for i, r in enumerate(rows) if r.head == at and r.relation == "compound"), None)
        clause = next(
            (i for i, r in enumerate(rows) if r.head == at and r.relation in {"relcl", "acl", "ccomp"}), None
        )
        if row.tag != "NNS" or row.lemma not in _PROVIDING or paper is None or clause is None:
            continue
        mended = {
            at: row._replace(pos="VERB", tag="VBZ", lemma=row.lemma.removesuffix("s")),
            paper: rows[paper]._replace(relation="nsubj"),
            clause: rows[clause]._replace(relation="ccomp"),
        }
        for i, other in enumerate(rows):
            if other.head == at and i < paper:
                mended[i] = other._replace(head=paper)
        return _with(rows, mended)
    return rows


def _no_information(rows: list[Row]) -> list[Row]:
    """Give "had no information on its troops taking part" its object, where the parser makes that a subject."""
    for at, row in enumerate(rows):
        above = rows[row.head]
        subject = next((i for i, r in enumerate(rows) if r.head == at and r.relation == "nsubj"), None)
        if row.tag != "VBG" or row.relation != "ccomp" or above.lemma != "have" or subject is None:
            continue
        link = next(
            (i for i, r in enumerate(rows) if r.head == subject and r.relation == "prep" and i < at), None
        )
        doer = next((i for i, r in enumerate(rows) if r.head == link and r.relation == "pobj"), None)
        if link is not None and doer is not None:
            mended = {
                subject: rows[subject]._replace(head=row.head, relation="dobj"),
                doer: rows[doer]._replace(head=at, relation="nsubj"),
                at: row._replace(head=link, relation="pcomp"),
            }
            return _with(rows, mended)
    return rows


def _gerund_subjects(rows: list[Row]) -> list[Row]:
    """Give a gerund the names before it as its subject: "optimistic about Peru and Oman taking part"."""
    for at, row in enumerate(rows):
        if row.tag != "VBG" or row.relation != "advcl" or at == 0 or rows[at - 1].pos != "PROPN":
            continue
        name = at - 1
        while rows[name].relation == "conj" and rows[rows[name].head].pos == "PROPN":
            name = rows[name].head
        link = rows[name].head
        if rows[name].relation == "pobj" and rows[link].lemma in {"about", "of", "against"}:
            mended = {
                name: rows[name]._replace(relation="nsubj", head=at),
                at: row._replace(relation="pcomp", head=link),
            }
            return _with(rows, mended)
    return rows


def _second_prepositions(rows: list[Row]) -> list[Row]:
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
            return _with(rows, {at: row._replace(head=first.head, relation="prep")})
    return rows


def _floating_each(rows: list[Row]) -> list[Row]:
    """Leave a verb its real subject beside "each": "the three states, A, B and C, each agreed to"."""
    for at, row in enumerate(rows):
        floating = row.lemma in {"each", "both", "all"} and row.relation == "nsubj"
        if floating and any(r.head == row.head and r.relation == "nsubj" for r in rows[:at]):
            return _with(rows, {at: row._replace(relation="advmod")})
    return rows


def _joined_verbs(rows: list[Row]) -> list[Row]:
    """Make a verb of "stretches" where the parser joins it to a noun: "is the largest and stretches from"."""
    mended: dict[int, Row] = {}
    for at, row in enumerate(rows[:-1]):
        joined = row.relation == "conj" and rows[at - 1].text == "and" and rows[row.head].relation == "attr"
        bare = not any(r.head == at and r.relation != "prep" for r in rows)
        after = rows[at + 1]
        if row.tag == "NNS" and row.lemma in _EXTENDING and joined and bare and after.pos == "ADP":
            mended[at] = row._replace(pos="VERB", tag="VBZ", head=rows[row.head].head)
            mended[at + 1] = after._replace(head=at)
    return _with(rows, mended) if mended else rows


def _ordinal_subjects(rows: list[Row]) -> list[Row]:
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
        if after.pos == "VERB" and not any(r.head == at + 1 and r.relation in _SUBJECTS for r in rows):
            mended[at] = row._replace(relation="nsubj")
    return _with(rows, mended) if mended else rows


def _garden_paths(rows: list[Row]) -> list[Row]:
    """Hang a participle on the noun before it where it is read as the verb: "the zone agreed on Friday covers"."""
    for at in range(1, len(rows)):
        row, noun = rows[at], rows[at - 1]
        subject = at - 1
        while rows[subject].relation in {"pobj", "prep"}:
            subject = rows[subject].head
        misled = rows[subject].relation == "nsubj" and rows[subject].head == at and noun.pos == "NOUN"
        if row.tag != "VBD" or not misled:
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
        return _with(rows, mended)
    return rows


def _takes_over(rows: list[Row], at: int, participle: int) -> bool:
    """Whether a finite verb is the real verb of a participle's noun: nothing but a time stands before it as subject."""
    row = rows[at]
    if (
        row.head != participle
        or row.relation not in {"ccomp", "advcl"}
        or row.tag not in {"VBZ", "VBP", "MD"}
    ):
        return False
    between = rows[participle + 1 : at]
    if any(r.text in {",", '"', ";", ":"} or r.lemma == "that" for r in between):
        return False
    subjects = [r for r in between if r.head == at and r.relation in _SUBJECTS]
    return all(r.lemma in _TIMES for r in subjects)


def _swallowed_verbs(rows: list[Row]) -> list[Row]:
    """Make a participle the verb of a sentence that else has none: "Peru's minister, Maria Silva, offered ..."."""
    root = next((at for at, row in enumerate(rows) if row.head == at), 0)
    doing = saying_verbs() | _governing()
    if rows[root].pos not in {"NOUN", "PROPN"} or any(
        row.head == root and row.relation == "nsubj" for row in rows
    ):
        return rows
    for at in range(root + 1, len(rows)):
        row = rows[at]
        swallowed = row.head == root and row.relation == "acl" and row.tag == "VBN" and row.lemma in doing
        lone = not any(r.tag in {*_FINITE, "MD"} for r in rows) and not any(
            r.head == at and r.relation == "agent" for r in rows
        )  # "Peru's minister called yesterday for ..."
        if swallowed and (rows[at - 1].text == "," or (lone and rows[-1].text == ".")):
            mended = {root: rows[root]._replace(head=at, relation="nsubj")}
            mended[at] = row._replace(head=at, relation="ROOT", tag="VBD")
            return _with(rows, mended)
    return rows


@cache
def _governing() -> frozenset[str]:
    rows = table("governors")["governor"]
    return frozenset(w.removesuffix(".v") for row in rows for w in row["words"].split() if w.endswith(".v"))


def _set_off_subjects(rows: list[Row]) -> list[Row]:
    """Make the first noun of a sentence its verb's subject, where commas set it off: "Peru, for its part, objected"."""
    first = next((row for row in rows if row.pos != "PUNCT"), None)
    if first is None or first.pos not in {"PROPN", "NOUN"} or first.relation not in {"npadvmod", "dep"}:
        return rows
    verb = rows[first.head]
    lost = verb.pos == "VERB" and verb.relation == "ROOT" and verb.tag in {"VBN", "VBD"}
    if not lost or any(
        r.head == first.head and r.relation in {"nsubj", "nsubjpass", "auxpass"} for r in rows
    ):
        return rows
    mended = {rows.index(first): first._replace(relation="nsubj"), first.head: verb._replace(tag="VBD")}
    return _with(rows, mended)


def _inverted_speakers(rows: list[Row]) -> list[Row]:
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


def _lost_speakers(rows: list[Row]) -> list[Row]:
    """Give a verb of saying the subject before it that was hung on something else.

    In "... in Idlib, Russia's defence minister, Sergei Shoigu, said on Friday" the minister is made an apposition of
    Idlib, and "said" is left without a subject.
    """
    sayings = saying_verbs()
    for at, row in enumerate(rows):
        finite = row.pos == "VERB" and row.tag in _FINITE
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


def _stolen_subjects(rows: list[Row]) -> list[Row]:
    """Give the main verb its subject back from an aside: "Peru's leaders, says the paper, are urged to send"."""
    for at, row in enumerate(rows):
        own = [i for i, r in enumerate(rows) if r.head == at and r.relation == "nsubj"]
        aside = row.relation in {"parataxis", "ccomp"} and row.lemma in saying_verbs() and at < row.head
        if not aside or len(own) != 2 or not own[0] < at < own[1]:
            continue
        above = [r.relation for r in rows if r.head == row.head]
        if not {"nsubj", "nsubjpass"}.isdisjoint(above):
            continue
        relation = "nsubjpass" if "auxpass" in above else "nsubj"
        mended = {own[0]: rows[own[0]]._replace(head=row.head, relation=relation)}
        return _with(rows, mended)
    return rows


def _stolen_clauses(rows: list[Row]) -> list[Row]:
    """Give the main verb its clause back from an aside: "Peru has agreed, the embassy said, to send soldiers"."""
    for at, row in enumerate(rows):
        above = rows[row.head]
        aside = (
            row.relation == "parataxis"
            and row.lemma in saying_verbs()
            and row.head < at
            and above.pos == "VERB"
        )
        taken = [i for i, r in enumerate(rows) if r.head == at and r.relation == "xcomp" and i > at]
        if aside and taken and any(r.text == "," for r in rows[at : taken[0]]):
            mended = {taken[0]: rows[taken[0]]._replace(head=row.head)}
            return _with(rows, mended)
    return rows


def _stolen_objects(rows: list[Row]) -> list[Row]:
    """Give a verb its object back from the "as" between them: "dismissed as invented a report that ..."."""
    for at, row in enumerate(rows):
        below = {r.relation: i for i, r in enumerate(rows) if r.head == at}
        marked = "mark" in below and rows[below["mark"]].lemma == "as" and below["mark"] == at - 1
        participle = row.relation == "advcl" and row.tag in {"VBN", "VBD"} and "nsubj" not in below
        if marked and participle and "dobj" in below and row.head < at:
            mended = {below["dobj"]: rows[below["dobj"]]._replace(head=row.head)}
            return _with(rows, mended)
    return rows


def _clause_subjects(rows: list[Row]) -> list[Row]:
    """Give a clause its subject, where a preposition took it: "after Peru's envoy, a general, had told the agency"."""
    edges = _edges(rows)
    for at, row in enumerate(rows):
        below = [r for r in rows if r.head == at]
        finite = row.tag in _FINITE or any(r.relation == "aux" and r.tag in {*_FINITE, "MD"} for r in below)
        if row.relation != "advcl" or not finite or any(r.relation in _SUBJECTS for r in below):
            continue
        for noun in range(edges[at][0]):
            mark = rows[noun].head
            takes = rows[noun].relation == "pobj" and rows[mark].lemma in _CLAUSE_OPENERS
            if takes and rows[mark].head == row.head and edges[at][0] - edges[noun][1] in {1, 2}:
                mended = {
                    noun: rows[noun]._replace(head=at, relation="nsubj"),
                    mark: rows[mark]._replace(head=at, relation="mark"),
                }
                return _with(rows, mended)
    return rows


def _split_names(rows: list[Row]) -> list[Row]:
    """Join an office and the name after it, where the parser makes both subjects of one verb.

    In "ministry spokeswoman Maria Silva-Reis said" both "spokeswoman" and "Reis" are subjects.
    """
    edges = _edges(rows)
    for at, row in enumerate(rows):
        after = next(
            (i for i in range(at + 1, len(rows)) if rows[i].head == row.head and rows[i].relation == "nsubj"),
            None,
        )
        if (
            row.relation != "nsubj"
            or after is None
            or rows[after].pos != "PROPN"
            or edges[after][0] != edges[at][1] + 1
        ):
            continue
        rows = [
            r._replace(head=after, relation="compound")
            if i == at or (r.head == at and r.relation == "appos" and r.pos == "PROPN")
            else r
            for i, r in enumerate(rows)
        ]
    return rows


def _asked_for(rows: list[Row]) -> list[Row]:
    """Hang "for soldiers" on the verb of asking, not on the last of those who are asked.

    In "turned to Peru, Oman and Chad for soldiers" the parser makes it Chad's.
    """
    for at, row in enumerate(rows):
        above = rows[row.head]
        if row.relation != "prep" or row.lemma not in {"for", "about", "over"} or above.pos != "PROPN":
            continue
        top = row.head
        while rows[top].relation in {"conj", "pobj", "prep", "dobj", "appos"} and rows[top].head != top:
            top = rows[top].head
        if rows[top].pos == "VERB" and rows[top].lemma in _ASKING:
            rows = [*rows]
            rows[at] = row._replace(head=top)
    return rows


def _late_attributions(rows: list[Row]) -> list[Row]:
    """Put a clause under the verb of saying that closes it: "Peru will send soldiers, a source told the agency".

    The parser at times coordinates the two, as if the source told something else, or makes it a circumstance.
    """
    sayings = saying_verbs()
    for at, row in enumerate(rows):
        above = rows[row.head]
        beside = row.relation in {"conj", "advcl"} and row.head < at and above.relation == "ROOT"
        if not beside or row.lemma not in sayings or row.tag not in _FINITE:
            continue
        own = any(r.head == at and r.relation == "nsubj" for r in rows)
        governs = any(r.head == at and r.relation in {"ccomp", "xcomp", "mark", "advmod"} for r in rows)
        start = _edges(rows)[at][0]
        joined = any(
            r.relation == "cc" and row.head < i < at for i, r in enumerate(rows) if r.head == row.head
        )
        if own and not governs and not joined and rows[start - 1].text == ",":
            mended = {
                row.head: above._replace(head=at, relation="ccomp"),
                at: row._replace(head=at, relation="ROOT"),
            }
            return _with(rows, mended)
    return rows


def _parted_clauses(rows: list[Row]) -> list[Row]:
    """Part what a semicolon parts: "Peru was invited; it has not decided" is no report of a decision."""
    for at, row in enumerate(rows):
        if row.relation != "ccomp" or row.head <= at:
            continue
        last = _edges(rows)[at][1]
        if last + 1 < row.head and ";" in {rows[last].text, rows[last + 1].text}:
            return [one._replace(relation="parataxis") if i == at else one for i, one in enumerate(rows)]
    return rows


def _with(rows: list[Row], mended: dict[int, Row]) -> list[Row]:
    return [mended.get(at, row) for at, row in enumerate(rows)]


def _hung_before(rows: list[Row], verb: int) -> int | None:
    """Return the noun whose phrase fills the stretch between a comma and a verb, if it hangs on what is before."""
    edges = _edges(rows)
    for at in range(verb):
        row = rows[at]
        left, right = edges[at]
        if (
            row.pos not in {"NOUN", "PROPN", "PRON"}
            or row.relation not in _HUNG
            or not verb - 2 <= right < verb
        ):
            continue
        if left > 0 and rows[left - 1].text in _OPENERS and row.head < left:
            return at
    return None


def _edges(rows: list[Row]) -> list[tuple[int, int]]:
    """Return the first and last word of what stands below each word."""
    edges = [[at, at] for at in range(len(rows))]
    for at in range(len(rows)):
        above, steps = at, 0
        while rows[above].head != above and steps <= len(rows):
            above, steps = rows[above].head, steps + 1
            edges[above][0] = min(edges[above][0], at)
            edges[above][1] = max(edges[above][1], at)
    return [(first, last) for first, last in edges]
