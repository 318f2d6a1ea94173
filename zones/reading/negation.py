"""Whether what a word tells is negated: "not", "no troops", "nobody", "under no circumstances"."""

from __future__ import annotations

from zones.reading.sentence.tree import Word

__all__ = ["negated"]

_NEGATIVE = frozenset({"not", "n't", "never", "no", "neither", "nor", "nobody", "none", "nothing"})
_SCARCE = frozenset({"hardly", "scarcely", "barely"})
_ACCOUNTS = frozenset(
    {"account", "circumstance", "condition", "case", "event", "mean", "means", "way", "time"}
)
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "csubj"})


def negated(word: Word, besides: Word | None = None) -> bool:
    """Whether a word is negated by itself, its subject or its object: "not", "no troops will", "nobody".

    What stands under ``besides`` doesn't count: it is negated by itself.
    """
    for child in word.children:
        if child is besides or (word.is_noun and child.index > word.index and child.relation == "neg"):
            continue  # "Omani troops, not Peruvian ones"
        if _negates(child):
            return True
        if child.relation == "det" and child.lower in {"no", "neither"}:
            return True
        nothing_new = child.relation == "attr" and child.lower == "nothing"
        if child.relation in _ARGUMENTS and word.is_verb and _is_none(child) and not nothing_new:
            return True
    return _is_ruled_out(word) or any(_is_none(w) for w in word.objects("with") if w is not besides)


def _is_ruled_out(word: Word) -> bool:
    """Whether an idiom negates a word: "far from certain", "on no account", "over my dead body"."""
    far = word.head.lower == "from" and word.head.head.lower == "far"
    body = any(governed.lemma == "body" and governed.has("dead") for governed in word.objects("over"))
    accounts = (w for w in word.objects("on", "under", "in", "at", "by") if w.lemma in _ACCOUNTS)
    return far or body or any(_is_none(account) for account in accounts)


def _negates(child: Word) -> bool:
    """Whether an adverb negates the verb it stands by; "not only" doesn't."""
    after = child.tree.words[child.index + 1].lower if child.index + 1 < len(child.tree) else ""
    if child.relation == "neg" or child.lower in {"not", "n't", "never", "neither", "nor"}:
        return after not in {"only", "just", "merely", "simply"}
    no_longer = child.lower == "longer" and child.has("no")
    return child.relation == "advmod" and (no_longer or child.lower in _SCARCE)


def _is_none(word: Word) -> bool:
    """Whether a noun phrase is "nobody", "no troops", "none of them"."""
    following = {c.lower: word.tree.words[c.index + 1].lower for c in word.children if c.index < word.index}
    if following.get("not") in {"a", "one", "single"}:
        return True  # "not a single soldier"
    scarce = any(
        w.lower in _SCARCE for child in word.kids("det", "amod", "quantmod") for w in child.subtree()
    )
    if scarce or ((word.lower == "few" or word.has("few")) and not word.has("a")):
        return True  # "hardly any soldiers", "few believe"
    none_of = any(
        c.relation in {"det", "preconj", "cc"} and c.lower in {"no", "neither", "nor"} for c in word.children
    )
    return none_of or word.lower in _NEGATIVE
