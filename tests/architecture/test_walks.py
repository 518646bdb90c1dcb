"""The page on architecture walks through files and functions that are there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/architecture.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`((?:data|indicators|validation|pages|tests)/[\w/]+\.(?:py|sql|toml))(?::([\w.]+))?`", PAGE)
QUESTIONS = (
    "Where is an upload recognised?",
    "Where does a rule between extracts live?",
    "Where is a trend judged?",
    "Where does a figure become words?",
    "What may leave in public?",
    "What may a reader see?",
)


def missing(named: list[tuple[str, str]], root: Path = ROOT) -> list[str]:
    """Say which of some files and names in them are not there."""
    gone = []
    for file, name in named:
        path = root / file
        if not path.is_file():
            gone.append(f"{file} is not there")
        elif name and name not in names_in(ast.parse(path.read_text(encoding="utf-8"))):
            gone.append(f"{file} has no {name}")
    return gone


def names_in(tree: ast.Module) -> set[str]:
    """Return what a file defines, the methods of its classes as Class.method."""
    names = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {f"{node.name}.{each.name}" for each in node.body if isinstance(each, ast.FunctionDef)}
        if isinstance(node, ast.Assign):
            names |= {each.id for each in node.targets if isinstance(each, ast.Name)}
    return names


def test_every_file_and_function_it_names_is_there():
    assert len(NAMED) > 40
    assert missing(NAMED) == []


def test_what_is_not_there_is_noticed():
    named = [
        ("data/access.py", "Reader.must_see_all"),
        ("data/gone.py", ""),
        ("data/access.py", "Reader.must"),
    ]
    assert missing(named) == ["data/access.py has no Reader.must_see_all", "data/gone.py is not there"]


def test_the_three_walks_and_the_six_answers_name_where_they_lead():
    for number in (1, 2, 3):
        walk = PAGE.split(f"## Walk {number}")[1].split("\n## ")[0]
        assert len(re.findall(r"^\d\. ", walk, re.MULTILINE)) >= 5 and walk.count(".py") >= 5
    for question in QUESTIONS:
        (answer,) = re.findall(rf"^\| {re.escape(question)} \|(.+)\|$", PAGE, re.MULTILINE)
        assert re.search(r"`(?:data|indicators|validation|pages)/[\w/]+\.py:\w+", answer)
    assert len(PAGE.splitlines()) < 120, "one page"
