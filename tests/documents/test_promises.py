"""Each promise names the tests that hold it, and these tests are there."""

import ast
import re
from pathlib import Path

from tests.every_case import every

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs/promises.md").read_text(encoding="utf-8")
PROMISES = re.split(r"^(?=\*\*)", PAGE, flags=re.MULTILINE)[1:]
PAPERS = ("data_protection.md", "data_flow.md", "cyber_assessment.md")
"""Papers for those who must answer for the data; each of their claims names its test."""
NAMED = re.compile(r"`([\w/]+\.py)::(\w+)`")


def not_there(named: list[tuple[str, str]]) -> list[str]:
    """Say which of some tests, by file and function, are not there."""
    return [f"{file}::{test}" for file, test in named if not (TESTS / file).is_file() or test not in defined_in(file)]


def defined_in(file: str) -> set[str]:
    """Return the names of the tests of a file."""
    tree = ast.parse((TESTS / file).read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


def test_every_promise_names_a_test():
    assert len(PROMISES) > 15
    assert [promise.splitlines()[0] for promise in PROMISES if not NAMED.search(promise)] == []


def test_every_test_that_is_named_is_there():
    named = NAMED.findall(PAGE)
    assert len(named) == PAGE.count("::") and len(set(named)) == len(named)
    assert not_there(named) == []


@every("paper", PAPERS)
def test_every_test_that_a_paper_names_is_there(paper):
    page = (TESTS.parent / "docs" / paper).read_text(encoding="utf-8")
    named = NAMED.findall(page)
    assert len(named) > 5 and len(named) == page.count("::")
    assert not_there(named) == []


def test_a_test_that_is_gone_is_noticed():
    assert not_there([("crash/test_kill.py", "test_gone"), ("crash/gone.py", "test_x")]) == [
        "crash/test_kill.py::test_gone",
        "crash/gone.py::test_x",
    ]
