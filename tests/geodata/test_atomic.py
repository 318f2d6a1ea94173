"""A file is the old one or the new one, whoever writes, and whatever a killed writer has left."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from geodata.atomic import whole_file, write_together, write_whole

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such locks and rights")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_what_a_killed_writer_left_is_deleted_and_what_a_live_one_has_is_not(tmp_path: Path) -> None:
    dead = tmp_path / ".a.txt.0123abcd.partial"
    dead.touch()
    others = [
        ".a.txt.partial",
        ".b.txt.0123abcd.partial",
        ".a.txt.old.0123abcd.partial",
        "a.txt.0123abcd.partial",
    ]
    for name in others:
        (tmp_path / name).touch()
    with whole_file(tmp_path / "a.txt") as living:
        assert not dead.exists()
        write_whole(tmp_path / "a.txt", b"second")
        assert living.exists()
        living.write_bytes(b"first")
    assert (tmp_path / "a.txt").read_bytes() == b"first"
    assert names(tmp_path) == sorted([*others, "a.txt"])


def test_one_that_wants_to_be_alone_is_refused(tmp_path: Path) -> None:
    with (
        whole_file(tmp_path / "a"),
        pytest.raises(BlockingIOError, match="another run is writing it"),
        whole_file(tmp_path / "a", alone=True),
    ):
        pytest.fail("it began")
    assert names(tmp_path) == ["a"]


def test_writers_and_readers_at_the_same_time_see_whole_files(tmp_path: Path) -> None:
    target = tmp_path / "a"
    write_whole(target, b"0" * 300_000)
    begin = threading.Barrier(3)

    def write(mark: bytes) -> None:
        begin.wait()
        for _ in range(30):
            write_whole(target, mark * 300_000)

    writers = [threading.Thread(target=write, args=(mark,)) for mark in (b"1", b"2")]
    for writer in writers:
        writer.start()
    begin.wait()
    while any(writer.is_alive() for writer in writers):
        found = target.read_bytes()
        assert (len(found), len(set(found))) == (300_000, 1)
    assert names(tmp_path) == ["a"]


def test_files_that_belong_together_are_all_new_or_all_old(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / name).write_bytes(b"old")
    (tmp_path / "c").mkdir()
    with pytest.raises(IsADirectoryError, match="a folder"):
        write_together({tmp_path / name: b"new" for name in "abc"})
    assert [(tmp_path / name).read_bytes() for name in "ab"] == [b"old", b"old"]
    assert names(tmp_path) == ["a", "b", "c"]


def test_rights_of_a_file_that_is_replaced_are_kept(tmp_path: Path) -> None:
    (tmp_path / "secret").touch(0o600)
    write_whole(tmp_path / "secret", b"x")
    assert (tmp_path / "secret").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("name", ["a" * 255, "ا" * 127, "n" * 246 + ".geojson"])
def test_the_longest_names_can_be_written(tmp_path: Path, name: str) -> None:
    write_whole(tmp_path / name, b"x")
    write_whole(tmp_path / name, b"y")
    assert names(tmp_path) == [name]


def test_a_link_in_the_place_of_a_partial_file_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "victim").write_bytes(b"kept")
    (tmp_path / ".a.0123abcd.partial").symlink_to(tmp_path / "victim")
    write_whole(tmp_path / "a", b"x")
    assert (tmp_path / "victim").read_bytes() == b"kept"


def test_an_error_names_the_file_and_not_the_partial_one(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        write_whole(tmp_path / "none" / "a", b"x")
    assert caught.value.filename == str(tmp_path / "none" / "a")


def test_a_folder_without_locks_is_written_to_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("fcntl.flock", none)
    left = tmp_path / ".a.0123abcd.partial"
    left.touch()
    with whole_file(tmp_path / "a", alone=True) as path:
        path.write_bytes(b"x")
    assert (tmp_path / "a").read_bytes() == b"x"
    assert left.exists(), "nobody can tell whether its writer lives"


@pytest.mark.parametrize("rights", [0o600, 0o640, 0o400])
def test_a_file_that_is_replaced_keeps_its_rights_while_it_is_written(tmp_path: Path, rights: int) -> None:
    path = tmp_path / "a"
    path.touch()
    path.chmod(rights)
    with whole_file(path) as partial:
        assert partial.stat().st_mode & 0o777 & ~rights in {0, 0o200}  # its writer may write
        partial.write_bytes(b"new")
    assert path.stat().st_mode & 0o777 == rights
    assert path.read_bytes() == b"new"
