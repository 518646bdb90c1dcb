"""What is touched of the insides of great-expectations, for speed alone: a test holds it to the pinned version."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from validation.rows.expectation_suites import great_expectations

PLAIN = (str, int, float, bool, type(None))


def take_no_fingerprints() -> None:
    """Have no fingerprint taken of all rows: nobody reads it, and it takes longer than to judge them."""
    from great_expectations.execution_engine import pandas_execution_engine

    pandas_execution_engine.hash_pandas_dataframe = lambda _rows: ""


def name_what_is_asked_plainly() -> None:
    """Have what is asked of a column named by its plain values as they stand, and not by a digest of their JSON.

    Each of thousands of questions is named twice, and a name is but compared with others of the same run.
    """
    from great_expectations.core.id_dict import IDDict

    as_declared = IDDict.to_id

    def to_id(self: Any, id_keys: Any = None, id_ignore_keys: Any = None) -> Any:
        if id_keys is not None or id_ignore_keys is not None or len(self) < 2:
            return as_declared(self, id_keys, id_ignore_keys)
        if not all(type(value) in PLAIN for value in self.values()):
            return as_declared(self)
        return repr(sorted(self.items()))

    kind: Any = IDDict
    kind.to_id = to_id


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
