"""Nationalities told together: "Kazakhstan and Kyrgyzstan", "Russian, Turkish and Iranian"."""

from __future__ import annotations

from zones.reading.lexicon import words
from zones.reading.nations import Form, Nation
from zones.reading.scan import Scan

__all__ = ["groups", "nation_list"]


def nation_list(scan: Scan, at: int) -> tuple[list[Nation], int]:
    """Return the coordinated nationalities that begin at a token, and the position after them."""
    found: list[Nation] = []
    end = at
    step = scan.skip(at, {"the", "both", "either"})
    while (nation := scan.nations.get(step)) is not None:
        if found and not _alike(nation, found[0]):
            break  # "... and China, the Russian envoy said"
        found.append(nation)
        end = nation.end
        step = scan.skip(end, words("accords.between") | {"the"})
    return found, end


def _alike(one: Nation, other: Nation) -> bool:
    """Whether both are adjectives or both names; some names are either: "UN and Russian observers"."""
    either = not words("nations.both_forms").isdisjoint({one.code, other.code})
    return either or (one.form is Form.DEMONYM) == (other.form is Form.DEMONYM)


def groups(scan: Scan) -> dict[int, tuple[list[Nation], int]]:
    """Return every coordinated list of nationalities in a sentence, by the token it begins at."""
    found: dict[int, tuple[list[Nation], int]] = {}
    taken = -1
    for at in sorted(scan.nations):
        if at >= taken:
            found[at] = nation_list(scan, at)
            taken = found[at][1]
    return found
