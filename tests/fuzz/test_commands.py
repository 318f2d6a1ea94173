"""The command line with words that nobody foresaw: exit code 0, 1 or 2, and a line that a terminal can show."""

from __future__ import annotations

from click.testing import CliRunner
from hypothesis import strategies as st

from maps.cli import main
from maps.reports.words import clean
from tests.fuzz.mutations import HOSTILE, TEXTS, changed_text
from tests.fuzz.targets import target
from tests.fuzz.test_area import PHRASES
from tests.fuzz.test_names import ASKED

RUNNER = CliRunner()
WORDS = (
    TEXTS
    | changed_text(ASKED)
    | changed_text(PHRASES)
    | st.sampled_from(["Idlib", "Kazakhstan", "SY07", *HOSTILE])
)
OPTIONS = st.lists(
    st.sampled_from(
        [
            "--json",
            "--toml",
            "--on=2017-06-22",
            "--on=never",
            "--on",
            "-f",
            "--",
            "-x",
            "--places=/nowhere",
            "--boundaries=/dev/null",
        ]
    ),
    max_size=2,
)


@target(
    examples=60,
    command=st.sampled_from(["lookup", "explain", "area", "validate", "compare", "read"]),
    words=st.lists(WORDS, min_size=1, max_size=2),
    options=OPTIONS,
)
def test_any_words(command: str, words: list[str], options: list[str]) -> None:
    if any(word.strip() in {"-", "/dev/stdin"} or "\x00" in word for word in words):
        return
    done = RUNNER.invoke(main, [command, *options, *words])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    assert done.exit_code in {0, 1, 2}
    assert done.exit_code == 0 or done.stderr.startswith(("zonemap: ", "Usage: ")), done.stderr
    if "--json" not in options and "--toml" not in options:
        assert clean(done.output) == done.output
