"""Relative clauses that tell the deed, and the nouns they describe: "a plan by which they will patrol"."""

from __future__ import annotations

from zones.passed_over import Reason
from zones.reading.clauses import is_content
from zones.reading.frames.frame import other_deeds
from zones.reading.governors import governor
from zones.reading.modality.ascent import Ascent, Stop
from zones.reading.modality.deals import is_of_deal
from zones.reading.modality.effects import apply
from zones.reading.modality.governing import govern
from zones.reading.mood import Told, mood
from zones.reading.negation import negated
from zones.reading.nouns import is_kind
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["relative_clause"]


def relative_clause(ascent: Ascent, below: Word, above: Word) -> bool:
    """Pass from a relative clause to its noun, where what becomes of the noun becomes of the deed.

    So it is in "the story that his army would join"; in "met those who will patrol" the way ends at "those".
    """
    if below.relation != "relcl" or ascent.is_open:
        return False
    fought = _fought_over(above) if _is_past(below) else None
    if fought is not None:
        raise Stop(Reason.FIGHTING, fought.lower)
    row = governor(above)
    if is_content(below) and row is not None:  # "the story that his army would join"
        govern(ascent, below, above, row)
        return True
    if _provided(ascent, above) or _asked_for(ascent, above) or _signed(ascent, above):
        raise Stop
    form = mood(below).state
    drafted = is_kind(above, "draft") and isinstance(form, Status)  # "a plan by which they will patrol"
    if not ascent.has_status or not ("would" in ascent.path or drafted or form is Told.OPEN):
        raise Stop
    return True


def _fought_over(noun: Word) -> Word | None:
    """Return the verb or noun of fighting that tells what befell somebody: "a mine HIT a convoy that wanted to"."""
    above = noun.head.head if noun.head.pos == "ADP" else noun.head
    part = "v" if above.is_verb else "n"
    return above if other_deeds().get((above.lemma, part)) is Reason.FIGHTING else None


def _is_past(verb: Word) -> bool:
    """Whether a verb tells of what was: "wanted", "was to", not "will" or "would"."""
    first = next(iter(verb.kids("aux", "auxpass")), verb)
    return first.tag == "VBD"


def _provided(ascent: Ascent, noun: Word) -> bool:
    """Apply what a deal provides for: "the deal FORESEES checkpoints that they will put up"; say if one does."""
    verb = noun.head
    row = governor(verb) if noun.relation == "dobj" else None
    if row is None or row.by_deal is None or not is_of_deal(verb, after_deal=ascent.after_deal):
        return False
    apply(ascent, row, verb, no=negated(verb), form=mood(verb).state)
    return True


def _asked_for(ascent: Ascent, noun: Word) -> bool:
    """Apply what becomes of a noun to what its clause tells, and say if something does.

    So it is in "REJECTS any part that Peru might play", "WANTS troops from Peru, which are to relieve ours".
    """
    verb = noun.head if noun.relation in {"dobj", "nsubjpass"} and ascent.has_status else None
    row = governor(verb) if verb is not None else None
    if verb is None or row is None or negated(verb):
        return False
    if row.yes != "rejected" and not (row.yes == "proposed" and ascent.state is Status.PLANNED):
        return False
    ascent.act = verb
    apply(ascent, row, verb, no=False, form=mood(verb).state)
    return True


def _signed(ascent: Ascent, noun: Word) -> bool:
    """Whether a noun is the deal that has made the deed agreed: "signed a DEAL under which they would patrol"."""
    return ascent.state is Status.AGREED and is_kind(noun, "deal") and ascent.path[-1].endswith(noun.lower)
