"""spaCy, imported without its command line.

``import spacy`` imports spaCy's own commands too, and with them clients for the network, templates and typer: a third
of the time and 20 MB of memory, for nothing that a reading needs. Here they are left for whoever asks for them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any

__all__ = ["import_spacy"]

_COMMANDS = "spacy.cli"
_INFO = "spacy.cli.info"
_ONE_AT_A_TIME = Lock()


class _Later(ModuleType):
    """A module that is imported when something of it is asked for."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the module holds
        return getattr(import_module(self.__name__), name)


def import_spacy() -> ModuleType:
    """Return spaCy.

    ``spacy.cli`` and ``spacy.info`` work as ever, and are imported at their first use.

    Raises
    ------
    ImportError
        If it is not installed.
    """
    with _ONE_AT_A_TIME:
        if "spacy" in sys.modules or _COMMANDS in sys.modules:
            return import_module("spacy")
        info = ModuleType(_INFO)
        info.info = _info  # type: ignore[attr-defined]
        stand_ins = {_COMMANDS: _Later(_COMMANDS), _INFO: info}
        sys.modules.update(stand_ins)
        try:
            spacy = import_module("spacy")
        finally:
            for name, stand_in in stand_ins.items():
                if sys.modules.get(name) is stand_in:
                    del sys.modules[name]
        if not hasattr(spacy, "cli"):
            spacy.cli = stand_ins[_COMMANDS]  # type: ignore[attr-defined]
        return spacy


def _info(*args: Any, **options: Any) -> Any:  # noqa: ANN401 - spaCy's own arguments, passed on
    return import_module(_INFO).info(*args, **options)
