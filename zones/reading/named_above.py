"""The nations that a sentence itself names above a pronoun: who is asked, talked with, or acts.

In "Oman asked Peru to send its men" the men are Peru's, who is asked; in "Peru promised to send its men" Peru acts.
"""

from __future__ import annotations

from collections.abc import Mapping

from zones.reading.governors import governor
from zones.reading.mentions import Mentions
from zones.reading.nations import Form
from zones.reading.nouns import is_kind
from zones.reading.outlets import is_outlet
from zones.reading.sentence.tree import Word
from zones.reading.tokens import fold_word

__all__ = ["named_above", "nation_of_person", "nations_of"]


def named_above(
    word: Word, mentions: Mentions, persons: Mapping[str, str], *, plural: bool
) -> tuple[str, ...] | None:
    """Return the nations of the nearest phrase above that agrees in number with a pronoun.

    Parameters
    ----------
    word
        The pronoun.
    mentions
        The sentence.
    persons
        The nation that each person speaks for, by folded surname.
    plural
        Whether it means several, or people.
    """
    for above in word.ancestors():
        for phrase in _phrases(above, word, plural=plural):
            codes = nations_of(phrase, mentions, persons)
            agrees = len(codes) > 1 or _is_people(phrase, mentions) if plural else len(codes) == 1
            if agrees:
                return codes
    return None


def _phrases(above: Word, word: Word, *, plural: bool) -> list[Word]:
    """Return the phrases at a word above a pronoun that the pronoun may take up, those who are asked first."""
    agents = above.objects("by") if above.is_verb else []
    phrases = [*_asked(above, plural=plural), *_acting(above), *agents]
    # only an agent may follow: "a request that they send was refused by Peru"
    near = (phrase for phrase in phrases if phrase.index <= word.index or phrase in agents)
    return [phrase for phrase in near if not word.is_under(phrase)]


def _asked(above: Word, *, plural: bool) -> list[Word]:
    """Return who is asked or talked with, by a governor: "asked PERU to", "talks WITH PERU", "PERU's promise"."""
    row = governor(above)
    if row is None:
        return []
    # "talks with Oman about its men"
    partners = () if row.yes == "discussed" and not plural else ("with",)
    phrases = above.objects(*partners, "to", "from", "of")
    phrases += above.kids("dobj", "dative") if row.sends == "object" else []
    return phrases + (above.kids("poss", "amod", "compound", "nmod") if above.is_noun else [])


def _acting(above: Word) -> list[Word]:
    """Return the subject of a verb, and whom talks are held with: "TALKS are under way with OMAN"."""
    if not above.is_verb:
        return []
    talks = any(_is_talks(subject) for subject in above.kids("nsubj"))
    return above.kids("nsubj", "nsubjpass") + (above.objects("with") if talks else [])


def _is_talks(noun: Word) -> bool:
    """Whether a noun is talks, whose partner stands beside their verb: "talks are under way with Oman"."""
    row = governor(noun)
    return row is not None and row.yes == "discussed"


def _is_people(word: Word, mentions: Mentions) -> bool:
    """Whether a word means the people of a foreign nation: "the Omanis said they"."""
    nation = mentions.nation(word)
    foreign = nation is not None and nation.code != "SY" and nation.form is Form.DEMONYM
    return foreign and word.tag in {"NNS", "NNPS"}


def nations_of(phrase: Word, mentions: Mentions, persons: Mapping[str, str]) -> tuple[str, ...]:
    """Return the nations other than Syria that a noun phrase names: "PERU and OMANI officers", "LAVROV"."""
    codes = (code for word in phrase.conjuncts() for code in _nations_at(word, mentions, persons))
    return tuple(dict.fromkeys(code for code in codes if code != "SY"))


def _nations_at(word: Word, mentions: Mentions, persons: Mapping[str, str]) -> list[str]:
    """Return the nations that a word names by itself, by its modifiers, or as the person who speaks for one."""
    nation = mentions.nation(word)
    if nation is not None:
        return [nation.code]
    if is_outlet(word, mentions):
        return []
    modifiers = word.kids("amod", "compound", "poss", "nmod", "appos")
    if is_kind(word, "body", "office", "force", "group"):
        modifiers += word.objects("of", "from")
    joined = (one for modifier in modifiers for one in modifier.conjuncts())
    codes = [nation.code for one in joined if (nation := mentions.nation(one)) is not None]
    name = mentions.person(word)
    code = nation_of_person(name, persons) if not codes and name is not None else None
    return codes if code is None else [code]


def nation_of_person(name: str, persons: Mapping[str, str]) -> str | None:
    """Return the nation that a person speaks for, by the last of their names."""
    return persons.get(fold_word(name.rsplit(maxsplit=1)[-1]))
