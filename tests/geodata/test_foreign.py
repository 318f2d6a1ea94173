"""JSON, TOML and bytes of others: refused by their size and depth, in time that grows with them and no faster."""

from __future__ import annotations

import json
import os
import threading
from pathlib import Path

import pytest

from geodata.foreign import MOST_TOML_BYTES, TooMuchError, bytes_within, parsed_json, parsed_toml
from tests.fuzz.targets import within

JSON = {
    "lists": ("[" * 100_000, "nested too deep: 100,000 lists"),
    "objects": ('{"a":' * 101 + "1" + "}" * 101, "nested too deep: 101 lists"),
    "lists behind strings that seem to close them": (
        '["]]]]]]]]",' * 101 + "1" + "]" * 101,
        "nested too deep: 101",
    ),
    "values": ("[" + "0," * 2_000_000 + "0]", "has 2,000,001 values; expected at most 2,000,000"),
}


@pytest.mark.parametrize("kind", JSON)
def test_json_of_too_much(kind: str) -> None:
    text, words = JSON[kind]
    with within(seconds=2), pytest.raises(TooMuchError, match=words):
        parsed_json(text)
    with pytest.raises(TooMuchError, match=words):
        parsed_json(text.encode())


def test_what_stands_in_strings_of_json_does_not_count() -> None:
    told = {"a": "[{," * 200, 'b"[[[': ['\\"' * 5, "\\"]}
    for text in (json.dumps(told), json.dumps(told).encode("utf-16"), json.dumps(told).encode("utf-8-sig")):
        assert parsed_json(text, most_values=6) == told
    with pytest.raises(TooMuchError):
        parsed_json(json.dumps(told), most_values=2)


@pytest.mark.parametrize(
    "text", ['"' + '\\"' * 2_000_000, '\\"' * 2_000_000, '"' * 4_000_001, "[" + '"a",' * 900_000]
)
def test_json_that_is_none_takes_no_time(text: str) -> None:
    with within(seconds=4), pytest.raises(ValueError, match=r"\S"):
        parsed_json(text)


TOML = {
    "bare parts": ".".join("a" * 40_000) + " = 1",
    "quoted parts": ".".join(['"\\""'] * 40) + " = 1",
    "parts in single quotes": " . ".join(["'='"] * 40) + " = 1",
    "a table": f"[{'.'.join('a' * 40)}]",
    "within a table on a line": f'a = {{x = "=", {".".join("b" * 40)} = 1}}',
    "behind quotes": f'"=".{".".join("b" * 40)} = 1',
}


@pytest.mark.parametrize("kind", TOML)
def test_toml_with_keys_of_many_parts(kind: str) -> None:
    with within(seconds=1), pytest.raises(TooMuchError, match="line 2 has a key of more than 12 parts"):
        parsed_toml("# a comment\n" + TOML[kind])


def test_toml_of_too_much() -> None:
    with (
        within(seconds=1),
        pytest.raises(TooMuchError, match=r"has 1,000,001 bytes; expected at most 1,000,000"),
    ):
        parsed_toml("#" * (MOST_TOML_BYTES + 1))
    with within(seconds=2), pytest.raises(TooMuchError, match="nested too deep"):
        parsed_toml("a = " + "[" * 100_000)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 900_000, '\\"' * 450_000, "'" * 900_001, "a " * 400_000, "a" + " " * 900_000, '"a' * 300_001,
        '"\\".' * 200_000,
    ],
)  # fmt: skip
def test_toml_that_is_none_takes_no_time(text: str) -> None:
    with within(seconds=2), pytest.raises(ValueError, match=r"\S"):
        parsed_toml(text)


def test_words_numbers_and_dates_are_no_keys() -> None:
    quoted = "U. S. A. said 1.2.3.4 in www.a.b.c.d.e.org. No. Yes. It is. So."
    text = f'a."b.c".d = [1.5, 2.5, 3.5]\nquote = "{quoted}"\non = 2017-06-23\n'
    assert parsed_toml(text)["quote"] == quoted


def test_bytes_within_a_limit(tmp_path: Path) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"12345")
    assert bytes_within(file, 5) == b"12345"
    with pytest.raises(TooMuchError, match="has 5 bytes; expected at most 4"):
        bytes_within(file, 4)
    with pytest.raises(FileNotFoundError):
        bytes_within(tmp_path / "none", 4)


@pytest.mark.skipif(os.name != "posix", reason="no such files here")
def test_a_file_without_end(tmp_path: Path) -> None:
    with pytest.raises(TooMuchError, match=r"has more than 1,000 bytes; expected at most 1,000"):
        bytes_within("/dev/zero", 1000)
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)

    def pour() -> None:
        try:
            with pipe.open("wb", buffering=0) as end:
                while True:
                    end.write(b"a" * 100)
        except BrokenPipeError:
            pass

    writer = threading.Thread(target=pour)
    writer.start()
    with pytest.raises(TooMuchError, match="has more than 1,000"):
        bytes_within(pipe, 1000)
    writer.join(10)
    assert not writer.is_alive()
