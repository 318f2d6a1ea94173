"""What kind of clause a deed stands in: supposed, asked, told by the way, the words of a noun, left out."""

from __future__ import annotations

from zones.reading.governors import governor
from zones.reading.mood import is_unreal
from zones.reading.negation import negated
from zones.reading.sentence.tree import Word
from zones.status import Status

__all__ = [
    "has_condition",
    "has_unless",
    "is_asked",
    "is_asked_about",
    "is_circumstance",
    "is_conditioned",
    "is_content",
    "is_exceptive",
    "is_inverted",
    "is_left_out",
    "is_not_to",
    "is_parted",
    "is_supposed",
    "is_unsure",
    "is_wished",
]  # fmt: skip

_DEMANDING = frozenset({"must", "should", "ought"})
_COMPLETING = frozenset({"ccomp", "xcomp", "acl", "advcl"})
_IF = frozenset({"if", "unless", "provided"})
_CONDITION = _IF | {"until", "once"}
_WHEN_OR_WHY = frozenset(
    {
        "after",
        "before",
        "since",
        "while",
        "whilst",
        "whereas",
        "although",
        "though",
        "because",
        "as",
        "when",
        "once",
    }
)
_SUPPOSING = _IF | {"before", "lest", "than"}
_EXCEPTING = frozenset({"than", "unlike", "without", "except", "barring", "instead"})


def is_conditioned(verb: Word) -> bool:
    """Whether a verb stands in a clause with "if", "unless", "until"."""
    return verb.is_verb and any(c.relation == "mark" and c.lower in _CONDITION for c in verb.children)


def is_supposed(verb: Word) -> bool:
    """Whether a clause says of what it tells only that it isn't so yet: "if", "unless", "before", "rather than"."""
    welcomed = any(word.lower == "it" for word in verb.head.kids("dobj"))  # "would welcome it if Peru came"
    marks = (mark for mark in verb.kids("mark") if verb.relation in {"advcl", "ccomp"} and not welcomed)
    asked = verb.relation == "ccomp"  # "asked if Peru would send"
    return any(mark.lower in _SUPPOSING and not (asked and mark.lower == "if") for mark in marks)


def is_unsure(verb: Word) -> bool:
    """Whether a clause only supposes or asks what it tells: "if it covers Idlib", "whether it covers Idlib"."""
    return is_conditioned(verb) or is_supposed(verb) or is_asked(verb) or is_unreal(verb) or is_inverted(verb)


def is_wished(verb: Word) -> bool:
    """Whether somebody only wants what a verb tells: "would like it to be widened to", "must stop", "called for"."""
    if any(aux.lower in _DEMANDING for aux in verb.kids("aux")):
        return True
    wish = governor(verb.head) if verb.relation in _COMPLETING else None
    return wish is not None and wish.yes in {Status.PROPOSED, Status.POSSIBLE, Status.DISCUSSED}


def has_condition(verb: Word) -> bool:
    """Whether a clause with "if" depends on a verb: "would send them if the Council agreed"."""
    if not verb.is_verb:
        return False
    marked = {mark.lower for clause in verb.kids("advcl") for mark in clause.kids("mark", "advmod")}
    not_until = (
        "until" in {child.lower for child in verb.kids("prep")} | marked and verb.tree.words[0].lower == "not"
    )
    beside = verb.head.kids("ccomp", "advcl") if verb.relation == "ccomp" else []
    inverted = any(is_inverted(clause) for clause in (*verb.kids("advcl"), *beside))
    return not_until or inverted or _only_with(verb) or not marked.isdisjoint(_IF)


def has_unless(verb: Word) -> bool:
    """Whether a clause with "unless" depends on a verb: "cannot send any unless the Council agrees"."""
    return any(clause.has("unless") for clause in verb.kids("advcl"))


def _only_with(verb: Word) -> bool:
    """Whether something must be there first: "would only send them under a mandate", "only with a mandate"."""
    ways = [child for child in verb.kids("prep") if child.lower in {"under", "with", "after"}]
    return any(word.has("only") for word in (verb, *ways)) and bool(ways)


def is_inverted(verb: Word) -> bool:
    """Whether a verb opens a condition by its order: "should the Council so decide"."""
    subject = verb.kid("nsubj", "nsubjpass") if verb.is_verb else None
    if subject is None:
        return False
    first = {word.lower for word in (verb, *verb.kids("aux", "auxpass")) if word.index < subject.index}
    return not first.isdisjoint({"should", "were"})


def is_circumstance(verb: Word) -> bool:
    """Whether a clause only tells when or why the one above it holds: "the deal came after Peru offered soldiers"."""
    marks = (mark for mark in verb.kids("mark", "advmod") if mark.index < verb.index)
    finite = verb.kid("nsubj", "nsubjpass", "expl") is not None
    return verb.relation == "advcl" and finite and any(mark.lower in _WHEN_OR_WHY for mark in marks)


def is_left_out(word: Word) -> bool:
    """Whether a preposition leaves out what follows it: "instead of", "unlike", "more than"."""
    return word.pos in {"ADP", "SCONJ"} and (
        word.lower in _EXCEPTING or (word.lower == "of" and word.head.lower == "instead")
    )


def is_parted(one: Word, other: Word) -> bool:
    """Whether a semicolon stands between two words."""
    first, last = sorted((one.index, other.index))
    return any(word.text == ";" for word in one.tree.words[first:last])


def is_asked(verb: Word) -> bool:
    """Whether a clause only asks: "whether Peru would take part"."""
    asking = {"whether", "if"} if verb.relation in {"ccomp", "pcomp", "csubj", "csubjpass"} else {"whether"}
    return any(child.relation == "mark" and child.lower in asking for child in verb.children)


def is_asked_about(above: Word) -> bool:
    """Whether a participle only says what somebody was asked: "Asked about Russian observers, ..."."""
    alone = above.kid("aux", "auxpass", "nsubj", "nsubjpass") is None
    return above.tag == "VBN" and above.relation == "advcl" and alone and governor(above) is not None


def is_content(clause: Word) -> bool:
    """Whether a relative clause is none but what a noun says: "the story that his army was to join"."""
    noun = clause.head
    after = clause.tree.words[noun.index + 1] if noun.index + 1 < len(clause.tree) else None
    row = governor(noun) if noun.is_noun else None
    return (
        row is not None
        and after is not None
        and after.lower == "that"
        and after.relation not in {"nsubj", "nsubjpass"}
    )


def is_exceptive(noun: Word) -> bool:
    """Whether a noun phrase excepts somebody from what it denies: "no forces but those of the UN"."""
    return negated(noun) and any(child.lower in {"but", "except", "besides"} for child in noun.subtree())


def is_not_to(verb: Word) -> bool:
    """Whether what a verb's "to" hangs on is negated: "is not to send", "isn't going to send", "isn't about to"."""
    above = verb.head
    return negated(above) or (above.relation in {"acomp", "prep"} and negated(above.head))
