"""The public names of `zones.labels`: made when asked for, and a missing extra is named."""

from __future__ import annotations

import sys
from unittest import mock

import pytest

from zones import labels


def test_every_public_name_is_there() -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("distributed")
    assert [name for name in labels.__all__ if getattr(labels, name).__name__ != name] == []


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(AttributeError, match=r"no attribute 'Label'; it has .*Labeller"):
        labels.Label  # noqa: B018


@pytest.mark.parametrize(
    ("missing", "name"),
    [
        ("pyarrow", "label_file"),
        ("pyarrow.compute", "label_dataset"),
    ],
)
def test_a_missing_extra_is_named(missing: str, name: str) -> None:
    with mock.patch.dict(sys.modules), mock.patch.dict(vars(labels)):  # as if the modules had not been loaded
        for loaded in [key for key in sys.modules if key.startswith("zones.labels.")]:
            del sys.modules[loaded]
        sys.modules[missing] = None  # type: ignore[assignment]
        with pytest.raises(ImportError, match=rf'{name} needs pyarrow;.*pip install "\.\[label\]"'):
            getattr(labels, name)


def test_a_module_of_ours_that_is_missing_is_no_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "zones.labels.labeller", None)
    with pytest.raises(ModuleNotFoundError) as caught:
        labels.Labeller  # noqa: B018
    assert "pip install" not in str(caught.value)
