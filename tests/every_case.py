"""One test asks its question of many things, and names all that fail it: thousands of tests cost more than they ask."""

import functools
import inspect
from collections.abc import Callable, Iterable

import pytest


def every(name: str, cases: Iterable, called: Callable[[object], object] = str) -> Callable[[Callable], Callable]:
    """Ask a test, whose argument `name` is a case, of every case in turn, and fail once with each case that fails.

    Fixtures are made once for all cases, so that it is for tests that leave nothing behind. A fault of any other kind
    than a failed assertion ends the test at once, and names its case.
    """
    asked_of = list(cases)
    assert asked_of, "there is nothing to ask"

    def once(question: Callable) -> Callable:
        @functools.wraps(question)
        def ask(**fixtures: object) -> None:
            failing = []
            for case in asked_of:
                try:
                    question(**fixtures, **{name: case})
                except (AssertionError, pytest.fail.Exception) as why:
                    failing.append(f"{called(case)}: {why}")
                except Exception as why:
                    why.add_note(f"asked of {called(case)}")
                    raise
            if failing:
                pytest.fail(f"{len(failing)} of {len(asked_of)} fail.\n" + "\n".join(failing), pytrace=False)

        wanted = inspect.signature(question)
        others = [each for each in wanted.parameters.values() if each.name != name]
        ask.__signature__ = wanted.replace(parameters=others)  # type: ignore[attr-defined]
        return ask

    return once


def by_id(case: object) -> str:
    """Name a case by its id."""
    return case.id  # type: ignore[attr-defined]


def by_name(case: object) -> str:
    """Name a case by its name."""
    return case.name  # type: ignore[attr-defined]
