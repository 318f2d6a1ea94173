"""A review file says what is wrong with it, decision by decision, and is never half understood."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

import zones
from geodata.atomic import whole_file
from zones.errors import ReviewError
from zones.review import Do, beside, load_review, read_review, review_text, save_review
from zones.review.review_file import MOST_BYTES

WHO = 'by = "R"\non = 2026-11-30\n'
CLAIM = 'quote = "Oman denied"\nnationality = "OM"\nstatus = "denied"\n'

BAD = [
    ("decisions", "is no TOML"),
    ('{"decision": [', "is no JSON"),
    ("decision = 3", "is no list of tables"),
    (f"{WHO}[[decisions]]\n", "no key decisions is known"),
    (f'{WHO}[[decision]]\ndo = "like claim"\n{CLAIM}', "expected one of: accept claim, reject claim"),
    (f'[[decision]]\ndo = "accept claim"\non = 2026-11-30\n{CLAIM}', "does not say who decided"),
    (f'[[decision]]\ndo = "accept claim"\nby = "R"\n{CLAIM}', "does not say when"),
    (f'{WHO}[[decision]]\ndo = "accept claim"\nnationality = "OM"\nstatus = "denied"\n', "needs quote"),
    (
        f'{WHO}[[decision]]\ndo = "accept claim"\nquote = "a"\nnationality = "Oman"\nstatus = "denied"\n',
        "two letters",
    ),
    (
        f'{WHO}[[decision]]\ndo = "accept claim"\nquote = "a"\nnationality = "OM"\nstatus = "maybe"\n',
        "agreed, planned",
    ),
    (f'{WHO}[[decision]]\ndo = "mend claim"\n{CLAIM}', "needs to ="),
    (f'{WHO}[[decision]]\ndo = "mend claim"\n{CLAIM}to = {{mood = "grim"}}\n', "to has no key mood"),
    (f'{WHO}[[decision]]\ndo = "mend claim"\n{CLAIM}to = {{said_on = "June"}}\n', "is no day"),
    (f'{WHO}[[decision]]\ndo = "accept claim"\n{CLAIM}area = "Idlib"\n', "accept claim has no key area"),
    (f'{WHO}[[decision]]\ndo = "add zone"\nquote = "a"\nname = "Idlib"\n', "needs either area"),
    (
        f'{WHO}[[decision]]\ndo = "add zone"\nquote = "a"\nname = "I"\narea = "Idlib"\nwhole = ["SY07"]\n',
        "either",
    ),
    (f'{WHO}[[decision]]\ndo = "settle name"\nname = "Suran"\n', "needs unit"),
    (f'{WHO}[[decision]]\ndo = "set document"\n', "sets nothing"),
    (f'{WHO}[[decision]]\ndo = "set document"\npublished = "soon"\n', "is no day"),
    (f"{WHO}{'a.' * 40_000}b = 1\n", "more than 12 parts"),
    ("[" * 100_000, "is no TOML"),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_what_is_wrong_is_told(text: str, told: str) -> None:
    with pytest.raises(ReviewError, match=told):
        read_review(text, name="talks.review.toml")


def test_a_message_names_the_decision() -> None:
    text = f'{WHO}[[decision]]\ndo = "accept claim"\n{CLAIM}\n[[decision]]\ndo = "accept claim"\n'
    with pytest.raises(ReviewError, match=r"^talks: decision 2: "):
        read_review(text, name="talks")


def test_json_says_the_same() -> None:
    toml = read_review(f'{WHO}[[decision]]\ndo = "reject claim"\n{CLAIM}')
    row = {"do": "reject claim", "quote": "Oman denied", "nationality": "OM", "status": "denied"}
    assert read_review(json.dumps({"by": "R", "on": "2026-11-30", "decision": [row]})) == toml
    assert [one.do for one in toml.decisions] == [Do.REJECT_CLAIM]


def test_a_review_is_found_beside_its_text(tmp_path: Path) -> None:
    text = tmp_path / "talks.txt"
    assert beside(text) is None
    (tmp_path / "talks.review.json").write_text("{}", encoding="utf-8")
    assert beside(text) == tmp_path / "talks.review.json"
    (tmp_path / "talks.review.toml").write_text("", encoding="utf-8")
    with pytest.raises(ReviewError, match="keep one"):
        beside(text)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ReviewError, match="no such file"):
        load_review(tmp_path / "none.toml")
    with pytest.raises(ReviewError, match="cannot be read"):
        load_review(tmp_path)
    (bad := tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(ReviewError, match="not UTF-8"):
        load_review(bad)
    with (large := tmp_path / "large.toml").open("wb") as file:
        file.truncate(MOST_BYTES + 1)
    with pytest.raises(ReviewError, match="expected at most"):
        load_review(large)


def test_a_review_is_saved_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "talks.review.toml"
    review = read_review(f'{WHO}[[decision]]\ndo = "reject claim"\n{CLAIM}', name=str(path))
    assert load_review(save_review(review, path)) == review
    with whole_file(path, alone=True) as other:
        other.write_text("# by another run\n", encoding="utf-8")
        with pytest.raises(OSError, match="another run is writing it"):
            save_review(read_review(""), path)
    assert load_review(path).decisions == ()
    with pytest.raises(IsADirectoryError):
        save_review(review, tmp_path)


def test_an_empty_review_decides_nothing() -> None:
    assert read_review("").decisions == ()
    assert review_text(read_review("")) == ""
    assert zones.load(as_read=True).review(read_review("")).reviewed.mark == "read by rules, not reviewed"


def test_a_full_disk_leaves_the_old_review(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "talks.review.toml"
    review = read_review(f'{WHO}[[decision]]\ndo = "reject claim"\n{CLAIM}', name=str(path))
    save_review(review, path)

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space left"):
        save_review(read_review(""), path)
    assert load_review(path) == review
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
