"""Where the way up starts: what a deed's own verb or noun says of it, before anything that governs it.

"Will send" is planned, "might send" possible; "no deployment" and "not to send" are open and negated; "sent" is done.
"""

from __future__ import annotations

from zones.passed_over import Reason
from zones.reading.clauses import is_asked, is_exceptive, is_not_to
from zones.reading.frames.match import Deed
from zones.reading.modality.ascent import Ascent, Stop, untold
from zones.reading.modality.composition import negation
from zones.reading.mood import Mood, Told, mood
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word
from zones.reading.subjects import subject_of
from zones.status import Status

__all__ = ["begin"]

_PLACING = ("in", "at", "along", "on", "around", "to", "between")


def begin(ascent: Ascent, deed: Deed) -> None:
    """Take the state of a deed's own verb or noun."""
    trigger = deed.trigger
    if _is_excepted(deed):
        raise untold("but")
    ascent.bare = deed.frame.bare and not _is_absolute(trigger)
    if trigger.is_verb:
        _take_mood(ascent, trigger, deed)
    elif trigger.is_noun and negated(trigger):
        ascent.take(Told.OPEN_NOT, "no")
    done = trigger.is_noun and trigger.head.is_verb and mood(trigger.head).state is Told.DONE
    if not done:
        ascent.take_paper(trigger)
    ascent.note_condition(trigger)


def _is_excepted(deed: Deed) -> bool:
    """Whether a deed is denied of all but some: "no forces but those of the UN will come"."""
    subjects = (subject_of(verb) for verb in (deed.trigger, deed.trigger.head) if verb.is_verb)
    around = (deed.trigger, *deed.slots.values(), *subjects)
    return any(word is not None and is_exceptive(word) for word in around)


def _is_absolute(forces: Word) -> bool:
    """Whether forces with their place hang on a clause by "with": ", with Omani troops in the north"."""
    above = forces.head
    if forces.relation == "nsubj" and above.relation == "pcomp" and above.head.lower == "with":
        return True
    hung = forces.relation == "pobj" and above.lower == "with" and above.head.is_verb
    if hung and above.head.lemma == "agree" and above.index == above.head.index + 1:
        return False  # "agreed with Omani forces in Hama on a truce"
    return hung and bool(forces.objects(*_PLACING) or forces.kids("acl"))


def _take_mood(ascent: Ascent, verb: Word, deed: Deed) -> None:
    """Take what a deed's verb says by its form, and whether it is asked or negated: "whether they will not send"."""
    found = _mood_of(verb, headline=ascent.headline)
    ascent.asked = is_asked(verb)
    ascent.state = Told.OPEN if ascent.asked else found.state
    if found.word is not None:
        ascent.path.append(found.word)
    if found.word == "is to":
        joined = verb.head.relation == "conj" and verb.head.kid("nsubj", "nsubjpass") is None
        ascent.take_paper(verb.head.head if joined else verb.head)
    if _is_negated(verb, found, deed):
        ascent.take(Status.UNDECIDED if found.word == "might" else negation(ascent.state), "not")


def _mood_of(verb: Word, *, headline: bool) -> Mood:
    """Return a verb's own mood, or the one that it shares: "WILL come and patrol"; "have pledged 200" is planned."""
    found = mood(verb, headline=headline)
    own = verb.kid("nsubj", "nsubjpass") or next((w for w in verb.kids("aux") if w.lower != "to"), None)
    shares = verb.relation == "conj" and verb.head.is_verb and own is None
    if shares and not any(word.kid("cc") is not None for word in (verb, verb.head)):
        raise Stop(Reason.STRUCTURE, f"how “{verb.lower}” is joined to “{verb.head.lower}”")
    if shares and found.state in {Told.OPEN, Told.DONE}:
        above = mood(verb.head, headline=headline)
        found = above if isinstance(above.state, Status) else found
    pledged = verb.lemma == "pledge" and found.state is Told.DONE and not negated(verb)
    return Mood(Status.PLANNED) if pledged else found


def _is_negated(verb: Word, found: Mood, deed: Deed) -> bool:
    """Whether a verb is negated, by itself, its "is to" or its noun: "is NOT to send", "NO forces sent by Peru"."""
    described = verb.relation in {"acl", "relcl"} and verb.head in deed.slots.values()
    hung = found.word is not None and found.word.endswith(" to") and is_not_to(verb)
    return negated(verb) or hung or (described and negated(verb.head))
