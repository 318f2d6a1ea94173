"""No command writes over what it reads, by whatever name: walked through all commands and all their options."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import maps.cli
from maps.cli import main
from maps.cli.own_layers import LayerFile
from maps.cli.paths import InputPath, OutputPath

CONTENT = b"\0 nothing that any command can read"


def commands(group: click.Command = main, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    if not isinstance(group, click.Group):
        yield names, group
        return
    ctx = click.Context(group)
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        assert command is not None
        yield from commands(command, *names, name)


def reads(parameter: click.Parameter) -> bool:
    return isinstance(parameter.type, InputPath | LayerFile) or parameter.name == "phrase"


PAIRS = [
    pytest.param(names, command, output, read, id=f"{' '.join(names)} {output.name} {read.name}")
    for names, command in commands()
    for output in command.params
    for read in command.params
    if isinstance(output.type, OutputPath) and reads(read)
]


def given(parameter: click.Parameter, value: str) -> list[str]:
    return [max(parameter.opts, key=len), value] if isinstance(parameter, click.Option) else [value]


def arguments(
    command: click.Command, output: click.Parameter, written: str, read: click.Parameter, file: str
) -> list[str]:
    """Return a command line that names one parameter to write and one to read, and what else must be there."""
    values = {output.name: written, read.name: file}
    needed = [p for p in command.params if p.name in values or (p.required and isinstance(p, click.Argument))]
    options = [word for p in needed if isinstance(p, click.Option) for word in given(p, values[p.name])]
    words = [
        word for p in needed if isinstance(p, click.Argument) for word in given(p, values.get(p.name, "none"))
    ]
    return [*options, *words]


def other_names(file: Path) -> dict[str, Path]:
    """Return other names of a file in this folder."""
    Path("linked").symlink_to(file)
    os.link(file, "hard")
    Path("folder").mkdir()
    Path("way").symlink_to(".", target_is_directory=True)
    return {
        "itself": file, "spelled otherwise": Path(f"folder/../{file}"), "absolute": file.absolute(),
        "a link": Path("linked"), "a hard link": Path("hard"), "by a link to the folder": Path("way") / file,
    }  # fmt: skip


@pytest.mark.parametrize(("names", "command", "output", "read"), PAIRS)
def test_what_is_read_is_not_written(
    names: tuple[str, ...], command: click.Command, output: click.Parameter, read: click.Parameter,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    file = Path("own.toml" if read.name == "phrase" else "own.csv")
    file.write_bytes(CONTENT)
    for name, path in other_names(file).items():
        result = CliRunner().invoke(main, [*names, *arguments(command, output, str(path), read, str(file))])
        assert (result.exit_code, "would overwrite what is to be read" in result.stderr) == (2, True), name
    assert file.read_bytes() == CONTENT


def test_every_command_with_files_to_write_is_among_them() -> None:
    assert {" ".join(case.values[0]) for case in PAIRS} == {  # type: ignore[misc]
        "map", "figure", "export", "label", "review", "area", "ask", "compare",
    }  # fmt: skip


def test_no_parameter_takes_a_path_in_another_way() -> None:
    for names, command in commands():
        for parameter in command.params:
            told = f"{' '.join(names)} {parameter.name}: {parameter.type}"
            assert not isinstance(parameter.type, click.Path | click.File) or isinstance(
                parameter.type, InputPath | OutputPath
            ), told
            named = re.search(
                r"FILE|FOLDER|SOURCE|TARGET|HTML|ANSWER|REVIEW",
                parameter.make_metavar(click.Context(command)),
            )
            apart = parameter.name in {"published", "address"}  # these name one of the texts
            assert not named or apart or isinstance(parameter.type, InputPath | OutputPath | LayerFile), told


BESIDE: dict[str, tuple[str, ...]] = {
    "sources.toml": ("map", "a.txt", "-o", "sources.toml"),
    "a.review.toml": ("export", "a.txt", "-o", "a.review.toml"),
    "a.review.json": ("export", "a.txt", "-o", "a.review.json"),
    "a.csv-metadata.json": ("export", "a.csv-metadata.json", "-o", "a.csv"),
    "news/a.html": ("map", "news", "-o", "news/a.html"),
    "news/a.review.toml": ("map", "news", "-o", "news/a.review.toml"),
    "news/sources.toml": ("map", "news", "-o", "news/sources.toml"),
    "own.dbf": ("map", "--boundaries", "own.shp", "-o", "own.dbf"),
    "own.DBF": ("map", "--layer", "own.shp:Camps", "-o", "own.DBF"),
    "map/own.gpkg": ("export", "--boundaries", "map", "-o", "map/own.gpkg"),
    "own.gdb/a00000001.gdbtable": ("export", "--boundaries", "own.gdb", "-o", "own.gdb/a00000001.gdbtable"),
}


@pytest.mark.parametrize("file", BESIDE)
def test_what_is_read_beside_a_file_is_not_written(
    file: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(file).parent.mkdir(exist_ok=True)
    for path in (file, "a.txt", "own.shp", "news/a.txt"):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_bytes(CONTENT)
    result = CliRunner().invoke(main, BESIDE[file])
    assert (result.exit_code, "would overwrite what is to be read" in result.stderr) == (2, True)
    assert Path(file).read_bytes() == CONTENT


@pytest.mark.parametrize(
    "args",
    [
        ("map", "news", "-o", "news/map.geojson"), ("label", "own.csv", "own.gpkg"), ("map", "-", "-o", "a.txt"),
        ("export", "--boundaries", "map", "-o", "map/zones.csv"),
    ],
)  # fmt: skip
def test_what_is_not_read_may_be_replaced(
    args: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for path in ("news/a.txt", "map/own.gpkg", "own.csv", args[-1]):
        Path(path).parent.mkdir(exist_ok=True)
        Path(path).write_bytes(CONTENT)
    assert "would overwrite" not in CliRunner().invoke(main, args).stderr


def test_only_one_module_knows_of_paths_on_the_command_line() -> None:
    folder = Path(maps.cli.__file__).parent
    found = {file.name for file in folder.glob("*.py") if "click.Path" in file.read_text(encoding="utf-8")}
    assert found == {"paths.py"}
