"""Whatever disorder files come in, this program never falls over and rows always add up; a fault of ours is found.

`make test` draws every kind five times, `make soak` 3,000 sets in all, each of four kinds; how often each came is
printed with `-s`.
"""

from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

import pytest

from data.arrivals import extracts_from_lists
from data.store.store import Store
from tests.disorder.disordered import AT_ONCE, Disordered, disordered, faults_of
from tests.disorder.kinds import KINDS
from validation import check as checking
from validation.rules.question import Between

FIVE_TIMES = -(-5 * len(KINDS) // AT_ONCE)
"""Sets in which every kind comes five times at least."""
THREE_THOUSAND = 3000
"""Sets in all, those of `make test` among them."""
FEW = range(24)
"""Sets among which a fault that is planted is found."""


@pytest.fixture(scope="module")
def store():
    with closing(Store.in_memory()) as store:
        yield store


def hand_in(numbers: Iterable[int], store: Store) -> tuple[Counter[str], list[str]]:
    """Hand sets in; return how often each kind of disorder came, and what did not hold, by set."""
    kinds: Counter[str] = Counter()
    faults = []
    for case in map(disordered, numbers):
        kinds.update(case.kinds)
        faults += [f"{case}: {fault}" for fault in faults_of(case, store)]
    return kinds, faults


def never_falls_over(numbers: range, store: Store) -> Counter[str]:
    kinds, faults = hand_in(numbers, store)
    print(f"\n{kinds.total()} times disordered, in {len(numbers)} sets:")
    print("\n".join(f"  {times:5} {kind.replace('_', ' ')}" for kind, times in kinds.most_common()))
    assert not faults, "\n".join(faults)
    return kinds


def test_nothing_falls_over_and_rows_add_up(store):
    kinds = never_falls_over(range(FIVE_TIMES), store)
    assert len(kinds) == len(KINDS) >= 12 and min(kinds.values()) >= 5


@pytest.mark.soak
def test_nothing_falls_over_and_rows_add_up_in_three_thousand_sets(store):
    kinds = never_falls_over(range(THREE_THOUSAND), store)
    assert min(kinds.values()) >= THREE_THOUSAND * AT_ONCE // len(KINDS)


def a_rule_that_falls_over(patch: pytest.MonkeyPatch) -> None:
    """Have rules between extracts fall over at a blank."""
    real = Between.broken_by
    patch.setattr(
        Between, "broken_by", lambda *given: [(row, sentence.split("(")[1]) for row, sentence in real(*given)]
    )


def a_making_that_drops_a_row(patch: pytest.MonkeyPatch) -> None:
    """Have every extract that is made of lists lose its last row."""
    real = extracts_from_lists._made
    patch.setattr(
        extracts_from_lists, "_made", lambda *given: (made := real(*given), replace(made, rows=made.rows[:-1]))[1]
    )


def a_row_that_is_counted_twice(patch: pytest.MonkeyPatch) -> None:
    """Have the first accepted row of every file counted twice."""
    real = checking._accounted

    def twice(*given):
        file = real(*given)
        assert file.table is not None
        again = file.table.iloc[[*range(len(file.table)), *range(min(1, len(file.table)))]]
        more = len(again) - len(file.table)
        return replace(file, table=again, rows=file.rows + more, accepted=file.accepted + more)

    patch.setattr(checking, "_accounted", twice)


PLANTED = {
    a_rule_that_falls_over: "it fell over",
    a_making_that_drops_a_row: "in nothing",
    a_row_that_is_counted_twice: "twice",
}


@pytest.mark.parametrize("plant", PLANTED, ids=lambda plant: plant.__name__)
def test_a_fault_that_is_planted_is_found(plant, store, monkeypatch):
    plant(monkeypatch)
    for number in FEW:
        if any(PLANTED[plant] in fault for fault in faults_of(disordered(number), store)):
            return
    pytest.fail(f"none of {len(FEW)} sets found it")


def test_the_same_number_draws_the_same_set():
    assert disordered(7) == disordered(7) != disordered(8)
    assert isinstance(disordered(7), Disordered)
