"""Every regular expression of the project, found in its sources: none may escape."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any, TypeAlias

__all__ = ["Found", "Made", "modules", "patterns"]

_ROOT = Path(__file__).parents[2]
_SCANNING = ("search", "finditer")
_ALL = {"match", "fullmatch", "search", "sub", "subn", "findall", "finditer", "split"}

Made: TypeAlias = tuple[tuple[str, ...], Iterable[str | re.Pattern[Any]]]


@dataclass(frozen=True)
class Found:
    """A pattern, where it is made, and the methods by which it is used; all, where that cannot be told."""

    where: str
    pattern: re.Pattern[Any]
    methods: tuple[str, ...]


def modules() -> list[str]:
    """Return the names of all modules that mention `re`."""
    paths = (
        path for package in ("geodata", "zones", "maps") for path in sorted((_ROOT / package).rglob("*.py"))
    )
    return [
        ".".join(path.relative_to(_ROOT).with_suffix("").parts).removesuffix(".__init__")
        for path in paths
        if re.search(r"^\s*(?:import re\b|from re\b)", path.read_text(encoding="utf-8"), re.MULTILINE)
    ]


def patterns(name: str, made: Callable[[str, ast.Call], Made]) -> Iterator[Found]:
    """Yield the patterns of a module.

    Parameters
    ----------
    name
        Of the module.
    made
        Gives what a call compiles whose expression holds a variable, and the methods by which that is used: by the
        function it stands in, and the call.
    """
    module = import_module(name)
    path = Path(str(module.__file__))
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for function, call in _calls(tree, ""):
        own = call.func.attr  # type: ignore[attr-defined]
        methods = (own,) if own in _ALL else _used(tree, call)
        try:
            compiled: Iterable[str | re.Pattern[Any]] = [_value(call.args[0], module)]
        except NameError:
            methods, compiled = made(f"{name}.{function}", call)
        flags = _value(_flags(call, own), module) if _flags(call, own) is not None else 0
        for one in compiled:
            pattern = one if isinstance(one, re.Pattern) else re.compile(one, flags)
            yield Found(f"{name}:{call.lineno}", pattern, methods)


def _calls(node: ast.AST, function: str) -> Iterator[tuple[str, ast.Call]]:
    """Yield the calls of `re`'s functions, each with the function that it stands in."""
    for child in ast.iter_child_nodes(node):
        inner = child.name if isinstance(child, ast.FunctionDef) else function
        if (
            isinstance(child, ast.Call)
            and isinstance(child.func, ast.Attribute)
            and isinstance(child.func.value, ast.Name)
            and child.func.value.id == "re"
            and child.func.attr in {*_ALL, "compile"}
        ):
            yield inner, child
        yield from _calls(child, inner)


def _value(node: ast.expr | None, module: ModuleType) -> Any:
    assert node is not None
    return eval(compile(ast.Expression(node), "pattern", "eval"), {**vars(builtins), **vars(module)})


def _flags(call: ast.Call, method: str) -> ast.expr | None:
    named = next((word.value for word in call.keywords if word.arg == "flags"), None)
    at = 1 if method == "compile" else 2
    return named or (
        call.args[at] if len(call.args) > at and method not in {"sub", "subn", "split"} else None
    )


def _used(tree: ast.Module, call: ast.Call) -> tuple[str, ...]:
    """Return the methods by which the name is used that a pattern is bound to; those that scan, if it has none."""
    assigned = (node for node in ast.walk(tree) if isinstance(node, ast.Assign) and node.value is call)
    name = next((t.id for node in assigned for t in node.targets if isinstance(t, ast.Name)), None)
    names = {name, *(loop for loop, parts in _loops(tree) if name in parts)} if name is not None else set()
    asked, known = [], []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in names:
            known.append(node.value)
            asked.append(node.attr)
    used = {node for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == name}
    handed_on = [node for node in used if isinstance(node.ctx, ast.Load) and node not in known]
    loops = [node for node in handed_on if any(name in parts for _, parts in _loops(tree))]
    sure = asked and len(loops) == len(handed_on) and _ALL.issuperset({*asked} - {"pattern"})
    return tuple(sorted({*asked} - {"pattern"})) if sure else _SCANNING


def _loops(tree: ast.Module) -> Iterator[tuple[str, set[str]]]:
    """Yield the name that a loop over names gives them, and those: "for pattern in (_ONE, _OTHER)"."""
    for node in ast.walk(tree):
        if isinstance(node, ast.For | ast.comprehension) and isinstance(node.iter, ast.Tuple):
            targets = [n.id for n in ast.walk(node.target) if isinstance(n, ast.Name)]
            parts = {n.id for n in ast.walk(node.iter) if isinstance(n, ast.Name)}
            yield from ((target, parts) for target in targets)
