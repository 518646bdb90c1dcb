"""What is written into SQL rather than given as a parameter: every expression, by the file that it stands in."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.architecture.plan import HOUSES

ASKED_BY = {"ask", "ask_public", "ask_published", "execute", "executemany"}
LIKE_SQL = re.compile(
    r"\s*(?:select\b|insert into\b|update \w|delete from\b|with \w+ as\b"
    r"|create (?:or replace )?(?:table|view|macro|temp)"
    r"|alter table\b|attach '|drop \w|copy from\b|describe \w|left join\b|union all\b|begin;)",
    re.IGNORECASE,
)


def parts_written(root: Path) -> dict[str, set[str]]:
    """Return, by file, every expression that code puts into the text of SQL: in an f-string, by %, + or format."""
    written: dict[str, set[str]] = {}
    for house in HOUSES:
        for path in sorted((root / house).rglob("*.py")):
            parts = set(parts_of(ast.parse(path.read_text(encoding="utf-8"))))
            if parts:
                written[str(path.relative_to(root))] = parts
    return written


def parts_of(tree: ast.AST) -> Iterator[str]:
    """Yield the expressions that a module puts into SQL."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and _name(node.func) in ASKED_BY:
            for argument in node.args[:2]:
                yield from _put_in(argument)
        elif isinstance(node, ast.JoinedStr | ast.BinOp | ast.Call) and LIKE_SQL.match(_beginning(node)):
            yield from _put_in(node)


def _put_in(argument: ast.expr) -> Iterator[str]:
    """Yield what is put into a text that is written here; what a name stands for is looked at where that is made."""
    if isinstance(argument, ast.JoinedStr):
        yield from (ast.unparse(part.value) for part in argument.values if isinstance(part, ast.FormattedValue))
    elif isinstance(argument, ast.BinOp) and isinstance(argument.op, ast.Add | ast.Mod):
        for side in (argument.left, argument.right):
            yield from (
                [] if isinstance(side, ast.Constant) else _put_in(side) if _is_text(side) else [ast.unparse(side)]
            )
    elif isinstance(argument, ast.Call) and _name(argument.func) in ("format", "join"):
        yield from (ast.unparse(each) for each in (*argument.args, *(word.value for word in argument.keywords)))


def _is_text(node: ast.expr) -> bool:
    """Tell whether an expression is made of texts."""
    return isinstance(node, ast.JoinedStr | ast.BinOp)


def _beginning(node: ast.AST) -> str:
    """Return the text that an expression begins with, where it is one."""
    if isinstance(node, ast.JoinedStr):
        return _beginning(node.values[0]) if node.values else ""
    if isinstance(node, ast.BinOp):
        return _beginning(node.left)
    if isinstance(node, ast.Call):
        return (
            _beginning(node.func.value) if isinstance(node.func, ast.Attribute) and node.func.attr == "format" else ""
        )
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _name(function: ast.expr) -> str:
    """Return what a call calls."""
    return getattr(function, "attr", getattr(function, "id", ""))
