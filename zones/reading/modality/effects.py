"""What a governor makes of the state below it, once it is known to govern the deed and whether it is negated."""

from __future__ import annotations

from zones.reading.governors import Governor
from zones.reading.modality.ascent import Ascent, untold
from zones.reading.modality.composition import composed
from zones.reading.modality.deals import in_draft, is_of_deal
from zones.reading.mood import State, Told
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.status import Status

__all__ = ["DECIDING", "apply"]

DECIDING = frozenset({"decide", "determine", "vote", "decision"})


def apply(
    ascent: Ascent, row: Governor, above: Word, *, no: bool, form: State, name: str | None = None
) -> None:
    """Put what a governor makes of a deed on top of its state.

    Parameters
    ----------
    ascent
        The way up so far.
    row
        What the governor makes of a deed.
    above
        The governor, or the verb that it stands by.
    no
        Whether it is negated.
    form
        What the form of the verb that tells of it says: "will agree".
    name
        How the path tells it, if not by the word itself.
    """
    effect = _effect(ascent, row, above, form, no=no)
    name = name or above.lower
    ascent.path.append(f"not {name}" if no else name)
    ascent.last = row
    if effect == "keep" and ascent.state is Told.OPEN and isinstance(form, Status):
        ascent.state = form
    subjunctive = ascent.trigger.tag in {"VBP", "VB"} and (effect != "possible" or above.is_noun)
    before = ascent.state
    ascent.state = composed(before, effect, form, subjunctive=subjunctive)
    if isinstance(before, Status) and ascent.state is Told.OPEN:
        raise untold(f"“{ascent.path[-1]}” over “{before}”")


def _effect(ascent: Ascent, row: Governor, above: Word, form: State, *, no: bool) -> str:
    """Return a governor's effect by its row, changed by a deal that does it, its form and what is asked."""
    effect = row.no if no else row.yes
    if row.by_deal is not None and is_of_deal(above, after_deal=ascent.after_deal):
        # "did not include any deal to send"
        effect = "denied" if no else in_draft(subject_of(above)) or row.by_deal
    inside = effect == "undecided" and above.relation == "dobj"
    if inside and is_of_deal(above.head, after_deal=ascent.after_deal):
        effect = "denied"  # "the deal contains no agreement on sending"
    if not no and row.done is not None and form is Told.DONE:
        effect = row.done  # "was persuaded to send", unlike "tried to persuade"
    ahead = isinstance(form, Status) and above.lemma in DECIDING
    if effect == "agreed" and (ascent.asked or ahead):
        # "whether they come is for the parliament to decide", "will decide on sending"
        effect = "undecided"
    if effect == "proposed" and row.sends == "object" and ascent.state is Told.OPEN_NOT:
        effect = "rejected"  # "urged them not to send"
    if row.permits and not no and form is Status.PLANNED:
        effect = "possible"  # "would accept", "will allow": their coming is another's to decide
    return effect
