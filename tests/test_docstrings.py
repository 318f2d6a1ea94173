"""Every argument of the public API is told in a docstring."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import griffe
import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = ("geodata", "zones", "zones.labels", "maps", "maps.figure", "maps.formats", "maps.serve")
TOLD = {"parameters", "other parameters", "attributes"}


@cache
def loaded(package: str) -> griffe.Object | griffe.Alias:
    return griffe.load(package, search_paths=[str(ROOT)], resolve_aliases=True)


def public(package: str) -> Iterator[griffe.Object]:
    """Yield what a package's `__all__` offers, with the methods and properties of its classes."""
    top, *below = package.split(".")
    module = loaded(top)
    for name in below:
        module = module.members[name]
    for name in map(str, module.exports or ()):
        found = final(module.members[name])
        if isinstance(found, griffe.Module):  # a function that hides the module it comes from
            found = final(found.members[name])
        yield found
        if isinstance(found, griffe.Class):
            yield from (
                final(member)
                for key, member in found.all_members.items()
                if not key.startswith("_") and (not member.is_attribute or "property" in member.labels)
            )


def final(found: griffe.Object | griffe.Alias) -> griffe.Object:
    return found.final_target if isinstance(found, griffe.Alias) else found


def told(found: griffe.Object) -> set[str]:
    """Return the names that the docstring's sections describe."""
    assert found.docstring is not None, f"{found.path} has no docstring"
    sections = found.docstring.parse("numpy", warn_unknown_params=True)
    return {item.name for section in sections if section.kind.value in TOLD for item in section.value}


def arguments(found: griffe.Object) -> set[str]:
    parameters = found.parameters if isinstance(found, (griffe.Function, griffe.Class)) else ()
    return {p.name.lstrip("*") for p in parameters} - {"self", "cls"}


@pytest.mark.parametrize("package", PACKAGES)
def test_every_argument_is_told(package: str) -> None:
    untold = {found.path: arguments(found) - told(found) for found in public(package)}
    assert {path: names for path, names in untold.items() if names} == {}


def test_all_that_is_public_is_looked_at() -> None:
    paths = {found.path for package in PACKAGES for found in public(package)}
    assert {
        "zones.zone_set.ZoneSet.lookup",
        "geodata.units.AdminUnits.neighbours",
        "maps.save.save_html",
    } <= paths
    assert len(paths) > 80
