"""Whose forces a clause speaks of: "Kazakh and Kyrgyz troops", "soldiers from Egypt", "Turkey may deploy"."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from zones.reading.lexicon import Patterns, table
from zones.reading.nations import Form, Nation
from zones.reading.scan import Scan

__all__ = ["Forces", "forces", "groups", "nation_list", "sending", "subject"]

_POSSESSIVES = frozenset({"its", "their", "his", "our", "her", "country", "country's", "own"})
_ADJECTIVES = frozenset(
    "military armed special civilian unarmed small large limited joint own more further additional new first fresh regular elite "
    "national regional neutral foreign international some several few hundreds dozens thousands of the a an army border and peace "
    "combat ground security few many both or possible uniformed retired police mine clearing medical technical other such "
    "certain number up to 's air land contingent battalion company as well also either any individual naval logistics "
    "ceasefire truce no single permanent potential future senior veteran high ranking local reserve peacekeeping".split()
)
_BETWEEN = frozenset(
    {
        "and",
        ",",
        "or",
        "as",
        "well",
        "&",
        "nor",
        "either",
        "both",
        "also",
        "possibly",
        "even",
        "perhaps",
        "plus",
        "not",
    }
)


@dataclass(frozen=True, slots=True)
class Forces:
    """A mention of forces: the tokens of the noun, whose they are, and whether somebody owns them at all.

    Parameters
    ----------
    start, end
        Tokens from the first nationality to the noun or the last nationality.
    noun
        Token of the noun.
    nations
        Codes of the nationalities.
    owner
        The possessive before the noun ("its", "our"), if that is what tells whose they are.
    weak
        Whether the noun is a force only in company ("role", "units").
    others
        Whether they are somebody unnamed: "forces of other countries".
    """

    start: int
    end: int
    noun: int
    nations: tuple[str, ...]
    owner: str | None
    weak: bool
    others: bool = False


@cache
def _nouns() -> Patterns[bool]:
    words = table("forces")
    weak = set(words["weak"])
    return Patterns((n, n in weak) for n in words["nouns"])


@cache
def sending() -> Patterns[None]:
    """Return the verbs of sending and of being there."""
    return Patterns((v, None) for v in table("forces")["verbs"])


def nation_list(scan: Scan, at: int, forms: frozenset[Form] | None = None) -> tuple[list[Nation], int]:
    """Return the coordinated nationalities that begin at a token, and the position after them."""
    found: list[Nation] = []
    end = at
    while True:
        step = scan.skip(end, _BETWEEN | {"the"}) if found else scan.skip(end, {"the", "both", "either"})
        nation = scan.nations.get(step)
        if nation is None or (forms is not None and nation.form not in forms):
            return found, end
        if (
            found
            and _adjective(nation) != _adjective(found[0])
            and not {nation.code, found[0].code} & _BOTH_FORMS
        ):
            return found, end  # "... and China, the Russian envoy said"
        found.append(nation)
        end = nation.end


_BOTH_FORMS = frozenset({"US", "UN", "GB", "AE"})


def _adjective(nation: Nation) -> bool:
    return nation.form is Form.DEMONYM


def groups(scan: Scan) -> dict[int, tuple[list[Nation], int]]:
    """Return every coordinated list of nationalities in a sentence, by the token it begins at."""
    found: dict[int, tuple[list[Nation], int]] = {}
    taken = -1
    for at in sorted(scan.nations):
        if at < taken:
            continue
        listed, end = nation_list(scan, at)
        found[at] = (listed, end)
        taken = end
    return found


def forces(scan: Scan, start: int, end: int) -> list[Forces]:
    """Return the mentions of forces between two tokens."""
    found: list[Forces] = []
    for hit in _nouns().find(scan.words, start, end):
        if scan.word(hit.end) in {"'s"} and scan.word(hit.start) in {"army", "military"}:
            continue
        before = _before(scan, hit.start, start)
        after = _after(scan, hit.end, end)
        codes = tuple(dict.fromkeys([*before.codes, *after.codes]))
        owner = before.owner if not codes else None
        if not codes and owner is None and hit.value and not after.others:
            found.append(Forces(hit.start, hit.end, hit.start, (), None, True))
            continue
        found.append(
            Forces(
                min(before.start, hit.start),
                max(hit.end, after.end),
                hit.start,
                codes,
                owner,
                hit.value,
                after.others,
            )
        )
    return found + _nationals(scan, start, end, found)


def _nationals(scan: Scan, start: int, end: int, found: list[Forces]) -> list[Forces]:
    """Return people told by nationality alone: "any Kazakhs", "500 Turks"."""
    taken = {i for f in found for i in range(f.start, f.end)}
    result = []
    for at, nation in scan.nations.items():
        if not start <= at < end or at in taken or nation.form is not Form.DEMONYM:
            continue
        before = scan.word(at - 1)
        if scan.word(nation.end - 1).endswith("s") and (
            before in {"any", "no", "some", "more"} or before.isdigit()
        ):
            result.append(Forces(at, nation.end, at, (nation.code,), None, False))
    return result


@dataclass(frozen=True, slots=True)
class _Side:
    codes: tuple[str, ...]
    start: int
    end: int
    owner: str | None = None
    others: bool = False


def _before(scan: Scan, noun: int, start: int) -> _Side:
    at = noun
    codes: list[str] = []
    owner: str | None = None
    first = noun
    while at > start:
        nation = next((n for n in scan.nations.values() if n.end == at), None)
        if nation is not None and nation.form is not Form.PERSON:
            adjectival = (
                nation.form is Form.DEMONYM
                or nation.code in {"US", "UN", "GB", "AE"}
                or codes
                or scan.word(at) in {"'s"}
            )
            listed_name = nation.form in {Form.NAME, Form.SEAT} and (
                scan.word(at) == "'s" or scan.word(at) in _BETWEEN and bool(codes)
            )
            if not (adjectival and nation.form is not Form.SEAT) and not listed_name:
                break
            if (
                nation.form is Form.NAME
                and codes
                and scan.word(at) in {","}
                and not _in_list(scan, nation.start)
            ):
                break
            codes.insert(0, nation.code)
            at = first = nation.start
            continue
        word = scan.word(at - 1)
        if word in {"our", "its", "their", "his", "her"} or (word == "country" and scan.word(at) == "'s"):
            owner = word
            first = at - 1
            if not codes:
                break
            codes.insert(0, f"@{word}")
            at -= 1
            continue
        if word == "," and not (codes and _in_list(scan, at)):
            break
        if word in {"and", "or"} and not codes:
            # "Turkish and Russian troops" is read through; "said and troops" is not
            if (
                not any(n.end == at - 1 for n in scan.nations.values())
                and scan.word(at - 2) not in _POSSESSIVES
            ):
                if scan.word(at - 2) not in _ADJECTIVES:
                    break
        if (
            word.isdigit()
            or word.replace(",", "").isdigit()
            or word in _ADJECTIVES | _BETWEEN | _POSSESSIVES
            or scan.tokens[at - 1].glued
            or scan.tokens[min(at, len(scan) - 1)].glued
        ):
            at -= 1
            continue
        if (
            noun - at <= 1
            and word.isalpha()
            and any(n.end == at - 1 and n.form is Form.DEMONYM for n in scan.nations.values())
        ):
            at -= 1
            continue
        break
    return _Side(tuple(codes), first, noun, owner)


def _in_list(scan: Scan, at: int) -> bool:
    return any(n.end == at - 1 or n.start == at for n in scan.nations.values())


def _after(scan: Scan, at: int, end: int) -> _Side:
    """Read "from Kyrgyzstan and Kazakhstan", "of Armenia", "for the United Nations"."""
    step = at
    if scan.word(step) in {"from", "of", "by", "for"} and step < end:
        listed, stop = nation_list(scan, step + 1)
        if listed and all(n.form is Form.DEMONYM and not scan.word(n.end - 1).endswith("s") for n in listed):
            listed = []  # "of Turkish soldiers" is another mention, "of Kazakhs" whose they are
        if listed and scan.word(stop) not in {"'s"}:
            return _Side(tuple(n.code for n in listed), at, stop, None)
        if scan.word(step + 1) in {
            "other",
            "any",
            "third",
            "outside",
            "foreign",
            "international",
            "those",
            "these",
        }:
            return _Side((), at, step + 2, None, others=True)
    return _Side((), at, at)


def subject(scan: Scan, start: int, verb: int) -> tuple[str, ...]:
    """Return the nationalities that are the subject of a verb: named before it, not after a preposition."""
    best: tuple[str, ...] = ()
    for at, (listed, end) in groups(scan).items():
        if not start <= at < verb:
            continue
        before = scan.word(at - 1) if scan.word(at - 1) != "the" else scan.word(at - 2)
        if before in _OBJECT_OF or listed[0].form is Form.PERSON:
            continue
        if _forces_follow(scan, end):
            continue
        if all(n.form is Form.DEMONYM for n in listed) and not _stands_for_country(scan, end):
            continue
        if scan.word(end) == "'s" and not _institution(scan, end + 1):
            continue
        if _finite_between(scan, end, verb) and best:
            continue
        best = tuple(dict.fromkeys(n.code for n in listed))
    return best


def _forces_follow(scan: Scan, at: int) -> bool:
    """Whether what follows is a force noun: those nationals are sent, they do not act for their country."""
    return any(
        _nouns().at(scan.words, i) is not None
        for i in range(at, min(at + 3, len(scan)))
        if all(w in _ADJECTIVES for w in scan.words[at:i])
    ) and not _institution_word(scan, at)


def _institution_word(scan: Scan, at: int) -> bool:
    return any(
        w
        in {
            "army's",
            "command",
            "chief",
            "spokesman",
            "commander",
            "general",
            "officer",
            "minister",
            "ministry",
            "staff",
        }
        for w in scan.words[at : at + 4]
    )


_OBJECT_OF = frozenset(
    "with to by from of in at for against between about on into near inside after before like than over via under around through towards including".split()
)
_INSTITUTIONS = frozenset(
    "government ministry army military president minister side authorities parliament command leadership officials officer delegation foreign defence defense general cabinet administration prime spokesman deputy delegates presidency state generals leaders republic federation".split()
)


def _institution(scan: Scan, at: int) -> bool:
    return any(w in _INSTITUTIONS for w in scan.words[at : at + 3])


def _stands_for_country(scan: Scan, at: int) -> bool:
    """Whether a demonym means the country: "the Russians", "the Turkish side", "the Kazakh government"."""
    return scan.word(at - 1).endswith("s") or _institution(scan, at)


def _finite_between(scan: Scan, start: int, end: int) -> bool:
    return any(scan.word(i) in {"that", "which", "who", "whether"} for i in range(start, end))


def distinct(codes: Iterable[str]) -> tuple[str, ...]:
    """Return codes once each, Syria's own left out: its army is a party, not a monitor."""
    return tuple(c for c in dict.fromkeys(codes) if c != "SY")
