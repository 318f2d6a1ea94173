"""What is known of a deed on the way up from it: its state so far, the words that made it, and where the way ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from zones.passed_over import Reason
from zones.reading.clauses import has_condition, has_unless, is_conditioned, is_inverted, is_supposed
from zones.reading.governors import Governor
from zones.reading.modality.deals import by_paper
from zones.reading.mood import State, Told
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = ["Ascent", "Stop", "obey", "untold"]


class Stop(Exception):  # noqa: N818 - the end of the way up, not an error
    """The way up ends; without a reason, what is known suffices."""

    def __init__(self, reason: Reason | None = None, detail: str = "") -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


def untold(detail: str) -> Stop:
    """Return the end of a way on which the deed turns out to be only talked about."""
    return Stop(Reason.TALKED_ABOUT, detail)


def obey(stops: Iterable[Stop | None]) -> None:
    """End the way up at the first of some rules that says so; those after it aren't tried."""
    for stop in stops:
        if stop is not None:
            raise stop


@dataclass(slots=True)
class Ascent:
    """The way up from a deed.

    Parameters
    ----------
    trigger
        The verb or noun that tells the deed: where the way starts.
    frame
        Name of the rule that found the deed; "topic" for a matter told before.
    headline
        Whether it stands in a headline, where "to send" means will.
    after_deal
        Whether the sentence before tells of a deal ("It provides that ...").
    bare
        Whether there is nothing but forces ("Omani troops"): what governs them must then be a governor.
    state, path
        The state so far, and the words that made it.
    act, saying, decided, unsaid
        As in a `Fate`.
    conditioned, inverted, supposed
        Whether the way leads through a clause with "until", "should the Council agree", "before they come".
    asked
        Whether the deed's own clause only asks: "whether they come".
    last
        The governor met last.
    spent
        The words whose negation is in the state already, by their index.
    """

    trigger: Word
    frame: str
    headline: bool = False
    after_deal: bool = False
    bare: bool = False
    state: State = Told.OPEN
    path: list[str] = field(default_factory=list)
    act: Word | None = None
    saying: Word | None = None
    decided: Word | None = None
    unsaid: bool = False
    conditioned: bool = False
    inverted: bool = False
    supposed: bool = False
    asked: bool = False
    last: Governor | None = None
    spent: set[int] = field(default_factory=set)

    @property
    def has_status(self) -> bool:
        """Whether a status is composed already."""
        return isinstance(self.state, Status)

    @property
    def is_open(self) -> bool:
        """Whether nothing is said yet of the deed, or of its absence: "to send", "no deployment"."""
        return self.state in {Told.OPEN, Told.OPEN_NOT}

    def take(self, state: State, word: str) -> None:
        """Take the state that a word gives."""
        self.state = state
        self.path.append(word)

    def take_paper(self, verb: Word) -> None:
        """Take the state that "under the deal" or "according to the plan" beside a verb gives, if it gives one."""
        found = by_paper(verb, self.state)
        if found is not None:
            self.take(found.state, found.word or "")

    def note_condition(self, word: Word) -> None:
        """Take in that a word stands in a condition, or depends on one: "if", "should they agree", "only with"."""
        self.inverted = self.inverted or is_inverted(word)
        self.conditioned = self.conditioned or is_conditioned(word)
        self.supposed = self.supposed or is_supposed(word)
        if self.state is Status.PLANNED and has_condition(word):
            self.take(Status.POSSIBLE, "if")
        elif self.state in {Status.DENIED, Status.REJECTED} and has_unless(word):
            self.take(Status.POSSIBLE, "unless")  # "can't send any unless the parliament agrees"

    def is_newly_negated(self, word: Word) -> bool:
        """Whether a word is negated, and its negation isn't in the state already."""
        return word.index not in self.spent and negated(word)
