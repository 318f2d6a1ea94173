"""Words that govern nothing, and carry on a deed that has no status yet: "will begin to patrol", "a role in"."""

from __future__ import annotations

from typing import NoReturn

from zones.passed_over import Reason
from zones.reading.clauses import is_asked
from zones.reading.frames.frame import other_deeds
from zones.reading.frames.senses import goes_away
from zones.reading.governors import governor, links
from zones.reading.modality.ascent import Ascent, Stop, untold
from zones.reading.modality.composition import negation
from zones.reading.modality.effects import DECIDING
from zones.reading.mood import Told, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["adjective", "carrying_noun", "carrying_verb"]

_MOVED = frozenset({"csubj", "xcomp", "advcl", "nsubj", "nsubjpass", "dobj", "prep", "pcomp", "acomp"})
_CLAUSES = frozenset({"ccomp", "xcomp", "csubj"})


def carrying_verb(ascent: Ascent, below: Word, above: Word) -> bool:
    """Read a verb that governs nothing: "will BEGIN to patrol", "OUGHT to send"; another deed's verb ends the way."""
    if not above.is_verb:
        return False
    is_link = above.lemma in links("verbs")
    other = other_deeds().get((above.lemma, "v"))
    if other is not None and not is_link:
        raise Stop(other, above.lower)  # "TRAINED them to patrol"
    if goes_away(above):
        raise Stop(Reason.LEAVING, above.lower)
    if above.lemma == "ought":
        ascent.take(Status.PROPOSED if ascent.state is Told.OPEN else Status.REJECTED, "ought")
    elif ascent.bare and not is_link:
        raise untold(above.lower)  # "Omani troops SLEPT"
    elif ascent.is_open and not ascent.bare:
        _carry(ascent, below, above, is_link=is_link)
    return True


def _carry(ascent: Ascent, below: Word, above: Word, *, is_link: bool) -> None:
    """Take over the mood of a verb that only carries the deed: "will BEGIN to patrol"."""
    if is_asked(above):
        ascent.asked = True  # "whether they will TAKE part"
        ascent.path.append(above.lower)
        return
    if ascent.asked and above.lemma == "be" and below.relation in _CLAUSES:
        _leave_undecided(ascent, below, above)
    if (judged := _judgement(below, above)) is not None:
        raise untold(judged.lower)
    form = mood(above, headline=ascent.headline).state
    if ascent.headline and form is Told.HABIT and above.lemma in {"begin", "start"}:
        form = Status.PLANNED  # "Oman begins patrols" in a headline
    if isinstance(form, Status) and below.relation in _MOVED:
        ascent.path.append(above.lower)
        no, not_to = negated(above), ascent.state is Told.OPEN_NOT
        if form is Status.POSSIBLE and not_to and not no:
            raise untold(f"{above.lower} not to")  # "could choose not to send"
        ascent.state = negation(form) if no or not_to else form
        ascent.take_paper(above)
    elif not is_link and below.relation not in {"ccomp", "csubj"} and form in {Told.DONE, Told.HABIT}:
        raise untold(above.lower)


def _leave_undecided(ascent: Ascent, question: Word, verb: Word) -> NoReturn:
    """Read what becomes of a question: "whether they come IS for the parliament to decide"; else nothing is said."""
    deciding = (word for word in verb.subtree() if word.lemma in DECIDING and not word.is_under(question))
    decision = next(deciding, None)
    if decision is None:
        raise untold("whether")
    ascent.take(Status.UNDECIDED, f"to {decision.lower}")
    raise Stop


def _judgement(below: Word, above: Word) -> Word | None:
    """Return what a deed is said to be: "the deployment would be a mistake", "it would be brave to send them"."""
    if above.lemma != "be":
        return None
    if below.relation in {"advcl", "ccomp"} and any(w.lower == "it" for w in above.kids("nsubj", "expl")):
        return next((w for w in above.kids("acomp") if governor(w) is None), None)
    if below.relation != "nsubj" or not below.is_noun:
        return None
    said = (w for w in above.kids("attr") if w.pos == "NOUN" and w.kid("poss") is None)
    return next((w for w in said if not is_kind(w, "force", "act", "coming", "mission", "post")), None)


def carrying_noun(ascent: Ascent, _below: Word, above: Word) -> bool:
    """Read a noun that governs nothing: "a ROLE for Omani troops"; another deed's noun ends the way."""
    if not above.is_noun:
        return False
    other = other_deeds().get((above.lemma, "n"))
    if other is not None:
        raise Stop(other, above.lower)  # "the WITHDRAWAL of Omani troops"
    if ascent.bare and not is_kind(above, "share", "coming", "act", "topic", "deal", "draft", "post"):
        raise untold(above.lower)  # "the HISTORY of Omani troops"
    return True


def adjective(_ascent: Ascent, below: Word, above: Word) -> bool:
    """Read an adjective that governs nothing: what "is SAD that they will come" makes of it isn't known."""
    if above.pos == "ADJ" and below.relation in _CLAUSES:
        raise Stop(Reason.STRUCTURE, f"what “{above.lower}” makes of it")
    return True
