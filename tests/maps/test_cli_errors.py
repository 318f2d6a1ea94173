"""Errors of the command line: one clear line on stderr, the right exit code, and no file half-written."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from maps.cli import main

ZONEMAP = [sys.executable, "-m", "maps"]
BAD, MISUSE = 1, 2


@dataclass(frozen=True)
class Ended:
    """How a run of the command line ended."""

    returncode: int
    stdout: str
    stderr: str


def zonemap(*args: object, cwd: Path) -> Ended:
    """Run the command line in this process."""
    with contextlib.chdir(cwd):
        result = CliRunner().invoke(main, [str(arg) for arg in args])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ended(result.exit_code, result.stdout, result.stderr)


def process(*args: object, cwd: Path, **env: str) -> Ended:
    """Run the command line as a process of its own."""
    done = subprocess.run(
        [*ZONEMAP, *map(str, args)],
        cwd=cwd,
        check=False,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, **env},
        timeout=60,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def refused(done: Ended, code: int, *words: str) -> None:
    assert done.returncode == code, done
    assert done.stdout == ""
    assert done.stderr.startswith("zonemap: ")
    assert "Traceback" not in done.stderr
    assert "Warning" not in done.stderr
    for word in words:
        assert word in done.stderr


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    """A folder with files that are no texts."""
    folder = tmp_path / "bad"
    (folder / "folder").mkdir(parents=True)
    (folder / "empty.txt").touch()
    (folder / "blank.txt").write_text(" \n\t\n", encoding="utf-8")
    (folder / "binary.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (folder / "latin.txt").write_bytes("à Idlib — prévue".encode("cp1252"))
    return folder


@pytest.mark.parametrize("command", ["map", "export", "read", "lookup", "explain"])
@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "no such file"),
        ("empty.txt", "is empty"),
        ("blank.txt", "is empty"),
        ("binary.txt", "is a picture"),
        ("latin.txt", "not UTF-8"),
        ("folder", "is a folder"),
    ],
)
def test_what_is_no_text(bad: Path, tmp_path: Path, command: str, name: str, words: str) -> None:
    path = bad / name
    args = {"lookup": ("Saraqib", "-f", path), "explain": ("Idlib", path)}.get(command, (path,))
    refused(zonemap(command, *args, cwd=tmp_path), BAD, words, name)
    assert list(tmp_path.iterdir()) == [bad]


def test_one_bad_file_among_good_ones_writes_nothing(bad: Path, tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("The zone includes Idlib province.\n", encoding="utf-8")
    old = tmp_path / "zones.html"
    old.write_text("old", encoding="utf-8")
    refused(zonemap("map", good, bad / "binary.txt", "-o", old, cwd=tmp_path), BAD, "binary.txt")
    assert old.read_text(encoding="utf-8") == "old"


@pytest.mark.slow
@pytest.mark.parametrize("command", ["map", "export"])
def test_a_process_of_its_own_ends_the_same_way(bad: Path, tmp_path: Path, command: str) -> None:
    refused(process(command, bad / "binary.txt", cwd=tmp_path), BAD, "is a picture")
    refused(process(command, "--on-what", cwd=tmp_path), MISUSE, "--on-what")
    refused(process("lookup", "95, 36.8", cwd=tmp_path), MISUSE, "latitude")
    done = process(command, "-o", "/proc/zones.geojson", cwd=tmp_path)
    assert (done.returncode, done.stderr.count("\n")) == (BAD, 1)
    assert list(tmp_path.iterdir()) == [bad]


@pytest.mark.parametrize("command", ["map", "export"])
def test_outputs_that_cannot_be_written(tmp_path: Path, command: str) -> None:
    (tmp_path / "file").write_text("a file, no folder", encoding="utf-8")
    (tmp_path / "folder.geojson").mkdir()
    before = sorted(tmp_path.rglob("*"))
    device = ("/dev/full",) if command == "map" else ()  # which has no ending, so that export refuses it
    for output in ("file/zones.geojson", "folder.geojson", "/proc/zones.geojson", *device):
        done = zonemap(command, "-o", output, cwd=tmp_path)
        assert done.returncode == BAD
        assert done.stderr.startswith(f"zonemap: {output} cannot be written: ")
        assert "Traceback" not in done.stderr
        assert "written" not in done.stdout
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write into every folder")
def test_a_folder_without_leave_to_write(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    done = zonemap("map", "-o", tmp_path / "a.html", cwd=Path.home())
    tmp_path.chmod(0o700)
    assert done.returncode == BAD
    assert "Permission denied" in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["map", "export"])
def test_a_text_is_never_overwritten_by_what_is_made_of_it(tmp_path: Path, command: str) -> None:
    text = tmp_path / "a.txt"
    text.write_text("The zone includes Idlib province.\n", encoding="utf-8")
    refused(zonemap(command, "a.txt", "-o", "./a.txt", cwd=tmp_path), MISUSE, "overwrite")
    assert text.read_text(encoding="utf-8") == "The zone includes Idlib province.\n"


@pytest.mark.parametrize(
    ("place", "words"),
    [
        ("Suran", ("4 places", "Hama governorate", "Aleppo governorate", "SY050101", "SY020405")),
        ("Sarraqip", ("no place in Syria is known as 'Sarraqip'", "did you mean Saraqab")),
        ("حلبب", ("حلبب",)),
        ("Atlantis", ("another spelling",)),
        ("SY079999", ("SY079999", "expected SY and 2, 4 or 6 digits")),
        ("SY070009", ("Idleb district (SY0700) has SY070000, SY070001",)),
        ("Camp 17", ("'Camp 17'",)),
    ],
)
def test_names_that_are_unknown_or_ambiguous(tmp_path: Path, place: str, words: tuple[str, ...]) -> None:
    refused(zonemap("lookup", place, cwd=tmp_path), BAD, *words)


def test_an_unknown_subject_lists_the_known(tmp_path: Path) -> None:
    refused(zonemap("explain", "Atlantis", cwd=tmp_path), BAD, "Atlantis", "Northern Homs", "Kazakhstan")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("lookup", "95, 36.8"), ("latitude 95 is beyond 90", "latitude from -90 to 90")),
        (("lookup", "12"), ("'12' has one number", "a latitude and a longitude")),
        (("lookup", "35°70'N 36°40'E"), ("70 minutes is too much",)),
        (("lookup", "36.8059,35.8645,310"), ("310 is left over",)),
        (("lookup", "35 garbage 36"), ("'garbage'", "no part of a position")),
        (("lookup", "-95 36.8"), ("latitude -95 is beyond 90",)),
        (("lookup", "35 200"), ("longitude from -180 to 180",)),
        (("lookup",), ("PLACE_OR_POINT", "see: ")),
        (("lookup", "  "), ("no place given",)),
        (("lookup", "--jsn", "Saraqib"), ("--jsn",)),
        (("lookup", "Saraqib", "--on", "June"), ("'June' is no date", "YYYY-MM-DD")),
        (("map", "--on", "2017-02-30"), ("'2017-02-30' is no date",)),
        (("read", "--published", "2017-06-23"), ("name a FILE",)),
        (("export", "--layer", "zone"), ("'zone'", "units")),
        (("export", "-o"), ("-o",)),
        (("mapp",), ("mapp", "see: ")),
        (("--nothing",), ("--nothing",)),
        (("explain",), ("ZONE|NATIONALITY",)),
    ],
)
def test_misuse(tmp_path: Path, args: tuple[str, ...], words: tuple[str, ...]) -> None:
    refused(zonemap(*args, cwd=tmp_path), MISUSE, *words)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
@pytest.mark.parametrize("args", [("read",), ("read", "--json"), ("export", "-o", "-")])
def test_a_reader_that_leaves_early_is_no_error(tmp_path: Path, args: tuple[str, ...]) -> None:
    with subprocess.Popen(
        [*ZONEMAP, *args], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
    assert errors == ""
    assert process.returncode in {0, 141}


@pytest.mark.slow
@pytest.mark.parametrize("args", [("read",), ("lookup", "سراقب"), ("explain", "Idlib"), ("read", "--json")])
def test_names_are_printed_in_full_whatever_the_locale(tmp_path: Path, args: tuple[str, ...]) -> None:
    plain = process(*args, cwd=tmp_path, LC_ALL="C.UTF-8")
    poor = process(
        *args, cwd=tmp_path, LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0"
    )
    assert plain.returncode == poor.returncode == 0
    assert "İ" in plain.stdout
    assert plain.stdout == poor.stdout


def test_a_hostile_text_cannot_steer_the_terminal(tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    words = "The zone includes Idlib province [bold]and[/bold] no more, "
    words += "\x1b[2J said \x1b]0;x\x07 \u202eIvan\x9b31m.\n"
    text.write_text(words, encoding="utf-8")
    for args in (("read", text), ("explain", "Idlib", text), ("lookup", "Saraqib", "-f", text)):
        done = zonemap(*args, cwd=tmp_path)
        assert done.returncode == 0
        assert not set("\x1b\x07\x9b\u202e") & set(done.stdout)
    assert "[bold]and[/bold]" in zonemap("read", text, cwd=tmp_path).stdout
    assert json.loads(zonemap("read", text, "--json", cwd=tmp_path).stdout)["zones"]
