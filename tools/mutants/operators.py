"""Small faults of source code: one operator, constant, condition or statement is another."""

from __future__ import annotations

import ast
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

Place = ast.expr | ast.stmt
COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}
COMPUTED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Div,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.BitXor: ast.BitAnd,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mutant:
    """A file with the bytes from `start` to `end` replaced by `new`; `lines` are those of the statement up to there."""

    path: Path
    lines: range
    start: int
    end: int
    old: str
    new: str
    operator: str
    at_import: bool

    def source(self) -> bytes:
        """Return the faulty file."""
        text = self.path.read_bytes()
        return text[: self.start] + self.new.encode() + text[self.end :]

    def __str__(self) -> str:
        return f"{self.path}:{self.lines[-1]}: {self.operator}: {_short(self.old)}  ->  {_short(self.new)}"


def mutants(path: Path) -> list[Mutant]:
    """Return all mutants of a file, in order of the source."""
    text = path.read_bytes()
    starts = [0, *itertools.accumulate(len(line) for line in text.splitlines(keepends=True))]

    def mutant(place: Place, operator: str, new: str, statement: ast.stmt, *, at_import: bool) -> Mutant:
        start = starts[place.lineno - 1] + place.col_offset
        end = starts[(place.end_lineno or place.lineno) - 1] + (place.end_col_offset or 0)
        return Mutant(
            path=path,
            lines=range(statement.lineno, place.lineno + 1),
            start=start,
            end=end,
            old=text[start:end].decode(),
            new=new,
            operator=operator,
            at_import=at_import,
        )

    return [
        mutant(place, operator, new, statement, at_import=not inside)
        for top in ast.parse(text).body
        for node, statement, inside in _walk(top, top, inside=False)
        for operator, place, new in _faults(node)
    ]


def _walk(node: ast.AST, statement: ast.stmt, *, inside: bool) -> Iterator[tuple[ast.AST, ast.stmt, bool]]:
    """Yield the nodes that can be faulty, their statements, and whether they are in a function."""
    if _only_words(node):
        return
    if isinstance(node, ast.stmt):
        statement = node
    yield node, statement, inside
    inside = inside or isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
    for field, value in ast.iter_fields(node):
        if field not in {"annotation", "returns", "decorator_list", "exc", "msg"}:
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.AST):
                    yield from _walk(child, statement, inside=inside)


def _only_words(node: ast.AST) -> bool:
    """Tell whether this is an f-string, a docstring, a log entry, a type or a list of public names."""
    match node:
        case ast.JoinedStr() | ast.Expr(value=ast.Constant()) | ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id="logger")))):
            return True
        case ast.Subscript(value=ast.Name(id="Literal" | "Callable" | "Annotated")):
            return True
        case ast.Assign(targets=[ast.Name(id="__all__" | "__slots__" | "logger")]):
            return True
        case ast.ClassDef(bases=[ast.Name(id="Protocol")]):
            return True
    return False


def _faults(node: ast.AST) -> Iterator[tuple[str, Place, str]]:
    """Yield the faults of a node: the operator, the place, and the text that comes to stand there."""
    match node:
        case ast.Compare(ops=ops):
            for i, op in enumerate(ops):
                for other in COMPARED[type(op)]:
                    changed = [*ops[:i], other(), *ops[i + 1 :]]
                    yield "comparison", node, _text(ast.Compare(node.left, changed, node.comparators))
        case ast.BinOp(op=op) if type(op) in COMPUTED:
            yield "arithmetic", node, _text(ast.BinOp(node.left, COMPUTED[type(op)](), node.right))
        case ast.BoolOp(op=op):
            yield (
                "boolean",
                node,
                _text(ast.BoolOp(ast.And() if isinstance(op, ast.Or) else ast.Or(), node.values)),
            )
        case ast.UnaryOp(op=ast.Not() | ast.USub(), operand=operand):
            yield "boolean" if isinstance(node.op, ast.Not) else "arithmetic", node, _text(operand)
        case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test):
            yield from _negated(test)
        case ast.comprehension(ifs=tests):
            for test in tests:
                yield from _negated(test)
        case ast.Constant():
            yield from _other_value(node)
        case ast.stmt():
            yield from _without(node)


def _other_value(node: ast.Constant) -> Iterator[tuple[str, Place, str]]:
    match node.value:
        case bool(value):
            yield "constant", node, repr(not value)
        case int(value) | float(value):
            yield "constant", node, repr(value + 1)
        case str(value) if value and " " not in value:  # words are for people
            yield "constant", node, repr("XX" + value)


def _without(node: ast.stmt) -> Iterator[tuple[str, Place, str]]:
    match node:
        case ast.Return(value=ast.expr() as value) if not (
            isinstance(value, ast.Constant) and value.value is None
        ):
            yield "return", node, "return None"
        case ast.Expr(value=ast.Call() | ast.Yield() | ast.YieldFrom()) | ast.Raise() | ast.AugAssign():
            yield "statement", node, "pass"
        case ast.Continue():
            yield "statement", node, "break"
        case ast.Break():
            yield "statement", node, "continue"


def _negated(test: ast.expr) -> Iterator[tuple[str, ast.expr, str]]:
    """Yield a condition turned round, if no fault of its own operator does that already."""
    if not isinstance(test, ast.Compare | ast.UnaryOp):
        yield "condition", test, f"(not {_text(test)})"


def _text(node: ast.expr) -> str:
    return f"({ast.unparse(node)})"


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 90 else f"{words[:60]} ... {words[-25:]}"
