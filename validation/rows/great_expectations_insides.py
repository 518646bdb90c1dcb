"""What is touched of the insides of great-expectations, for speed alone: a test holds it to the pinned version."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from validation.rows.expectation_suites import great_expectations


def take_no_fingerprints() -> None:
    """Have no fingerprint taken of all rows: nobody reads it, and it takes longer than to judge them."""
    from great_expectations.execution_engine import pandas_execution_engine

    pandas_execution_engine.hash_pandas_dataframe = lambda _rows: ""


@contextmanager
def written_down_once() -> Iterator[None]:
    """Have each expectation write down what it is told once while it judges, and not each of the 45 times it asks."""
    great_expectations()
    from great_expectations.expectations.expectation import Expectation

    written: dict[int, tuple[Any, Any]] = {}  # the expectation is kept, so that no other can be at its place
    as_declared = vars(Expectation)["configuration"]

    def configuration(self: Any) -> Any:
        if id(self) not in written:
            written[id(self)] = self, as_declared.fget(self)
        return written[id(self)][1]

    kind: Any = Expectation
    kind.configuration = property(configuration)
    try:
        yield
    finally:
        kind.configuration = as_declared
