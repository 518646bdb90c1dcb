"""Two people publish the same month at once: one is first, the other is told, and nobody's work is lost or doubled."""

import threading
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Overtaken
from data.ledger.conflicts import ago
from data.ledger.delivery import Delivery
from data.ledger.history import history, published_rows, revision
from data.ledger.loads import restore, store_loads, withdraw
from data.store.store import Store
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, incoming, measure_when_asked

PLANS = "child_protection_plans"
ANN, BEN = (Reader(who, ("analyst",), ("*",), ("*",)) for who in ("Ann", "Ben"))
NINE = datetime(2026, 11, 4, 9, 0)
ROUNDS = [20, pytest.param(200, marks=pytest.mark.soak)]


def plans(*children: str, sha256: str | None = None):
    rows = example_rows(PLANS, [{"child_id": child} for child in children])
    return replace(incoming(PLANS, rows), sha256=sha256 or "+".join(children))


def put_in(store: Store, reader: Reader, what, against: int | None = None, at: datetime | None = None):
    return store_loads(store, reader, Delivery(BRENT, OCTOBER, [what], against, at=at), measure_when_asked)


def together(*work):
    """Do things at once in threads; return what each gave back or raised."""
    gate, ended = threading.Barrier(len(work)), [None] * len(work)

    def run(place, what):
        gate.wait()
        try:
            ended[place] = what()
        except Overtaken as why:
            ended[place] = why

    threads = [threading.Thread(target=run, args=each) for each in enumerate(work)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    return ended


@pytest.mark.parametrize("rounds", ROUNDS)
def test_f64_exactly_one_is_first_in_every_round(store, rounds):
    for number in range(1, rounds + 1):
        seen = revision(store, LOCAL)
        ended = together(
            partial(put_in, store, ANN, plans(f"Ann {number}"), seen),
            partial(put_in, store, BEN, plans(f"Ben {number}"), seen),
        )
        (late,) = [each for each in ended if isinstance(each, Overtaken)]
        first = "Ann" if ended[0] is not late else "Ben"
        told = history(store, LOCAL)
        assert list(told["version"])[0] == number == len(told)
        assert told["published_by"].iloc[0] == first
        assert f"by {first} (child protection plans, version {number})" in str(late)
        standing = published_rows(store, LOCAL, BRENT, OCTOBER, PLANS)
        assert standing is not None and list(standing["child_id"]) == [f"{first} {number}"]


@pytest.mark.parametrize("rounds", ROUNDS)
def test_the_same_bytes_from_two_at_once_are_published_once(store, rounds):
    for number in range(1, rounds + 1):
        seen = revision(store, LOCAL)
        ended = together(
            partial(put_in, store, ANN, plans(f"child {number}"), seen),
            partial(put_in, store, BEN, plans(f"child {number}"), seen),
        )
        assert ended == [[number], [number]]
        assert sorted(len(each.again) for each in ended) == [0, 1]
    assert len(history(store, LOCAL)) == rounds
    assert revision(store, LOCAL) == rounds


def test_the_second_is_told_by_whom_when_and_which_version_and_can_go_on(store):
    put_in(store, BEN, plans("Femi"), at=NINE - timedelta(days=1))
    seen = revision(store, ANN)
    put_in(store, ANN, plans("Gwen"), seen, NINE)
    with pytest.raises(Overtaken) as told:
        put_in(store, BEN, plans("Hana"), seen, NINE + timedelta(seconds=40))
    assert str(told.value) == (
        "October 2026 was published 40 seconds ago by Ann (child protection plans, version 2). "
        "Look at the difference, then publish yours as version 3."
    )
    assert not told.value.check_again
    put_in(store, BEN, plans("Hana"), told.value.revision)
    assert list(history(store, LOCAL)["version"]) == [3, 2, 1]


def test_another_extract_of_the_month_asks_for_a_new_check(store):
    seen = revision(store, ANN)
    put_in(store, ANN, incoming("children", example_rows("children", [{}])), seen)
    with pytest.raises(Overtaken, match=r"\(children, version 1\), and your files were checked .* Check them again"):
        put_in(store, BEN, plans("Hana"), seen)


def test_a_withdrawal_meanwhile_is_told_too(store):
    put_in(store, ANN, plans("Femi"))
    seen = revision(store, BEN)
    withdraw(store, ANN, 1, "the wrong file")
    with pytest.raises(Overtaken, match=r"was withdrawn \d seconds? ago by Ann .* publish yours as version 2"):
        put_in(store, BEN, plans("Hana"), seen)


def test_another_month_or_authority_overtakes_nobody(store):
    seen = revision(store, ANN)
    for authority, month in (("E09000009", OCTOBER), (BRENT, OCTOBER.replace(month=8))):
        store_loads(store, ANN, Delivery(authority, month, [plans("Gwen")], seen), measure_when_asked)
    assert put_in(store, BEN, plans("Hana"), seen) == [3]


def test_the_same_bytes_read_otherwise_are_a_new_version(store):
    put_in(store, ANN, plans("Femi", sha256="bytes"))
    assert put_in(store, ANN, plans("Femi", sha256="bytes")).again == (1,)
    assert put_in(store, ANN, plans("FEMI", sha256="bytes")) == [2], "a later program read more in them"


def test_what_was_withdrawn_can_be_published_again(store):
    put_in(store, ANN, plans("Femi"))
    withdraw(store, ANN, 1, "the wrong month")
    assert put_in(store, ANN, plans("Femi")) == [2]
    restore(store, ANN, 1, "it was right")
    assert list(history(store, LOCAL)["state"]) == ["current", "superseded"]


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(-3, "0 seconds"), (1, "1 second"), (59, "59 seconds"), (60, "1 minute"), (7200, "2 hours"), (86400, "1 day")],
)
def test_how_long_ago(seconds, words):
    assert ago(timedelta(seconds=seconds)) == f"{words} ago"
