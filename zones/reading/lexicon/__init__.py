"""The words the reader knows, as data files beside this module, one file a subject.

::

    words("borders.depth")     a list of words, as a set
    phrases("lists.joints")    a list of patterns (see `zones.reading.lexicon.patterns`)
    table("limits")            a whole file

A name is that of a file and of a list in it; where a file has sections, that of the section stands between.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from zones.reading.lexicon.patterns import Hit, Patterns

__all__ = ["Hit", "Patterns", "phrases", "saying_verbs", "table", "words"]


@cache
def table(name: str) -> dict[str, Any]:
    """Return the data file ``name.toml`` of this package."""
    text = resources.files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def saying_verbs() -> frozenset[str]:
    """Return the lemmas of the verbs that hand on what somebody says."""
    return frozenset(table("sayings")["verbs"].split())


@cache
def words(*names: str) -> frozenset[str]:
    """Return the words of a list, or of several lists together.

    Raises
    ------
    KeyError
        If there is no such list.

    Examples
    --------
    >>> sorted(words("borders.depth", "borders.long"))
    ['broad', 'deep', 'depth', 'inland', 'inwards', 'length', 'long', 'wide', 'width']
    """
    return frozenset(word for name in names for word in _list(name))


@cache
def phrases(*names: str) -> Patterns[None]:
    """Return the patterns of a list, or of several lists together.

    Examples
    --------
    >>> hit = phrases("lists.except").at("with the exception of Daraa".casefold().split(), 0)
    >>> hit.start, hit.end
    (0, 4)
    """
    return Patterns((pattern, None) for name in names for pattern in _list(name))


def _list(name: str) -> list[str]:
    file, *path = name.split(".")
    found: Any = table(file)
    for key in path:
        if key not in found:
            raise KeyError(f"no list {name!r} in {file}.toml; it has {', '.join(found)}")
        found = found[key]
    return list(found)
