"""A query is explained once: its reason is kept with it for ever, and goes on while the query is the same."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.access import Reader
from data.errors import Mendable
from data.extracts import all_extracts
from data.ledger.history import loads_told
from data.ledger.loads import withdraw
from data.ledger.query_reasons import explained
from data.months import month_end
from data.store.store import Store
from tests.examples import as_csv, example_texts
from tests.store_filling import NOTHING_MEASURED
from validation.publishing.desk import Desk
from validation.publishing.reasons import explained_by, reasons_of
from validation.publishing.submission import Submission

BRENT, PLANS = "E09000005", "child_protection_plans"
ANN, BEN = replace(LOCAL, who="Ann"), replace(LOCAL, who="Ben")
PART_TIME, SAME_DAY = f"{PLANS}.previous_plans.unusual", f"{PLANS}.end_date.same_day"
MANY = {"plan_id": "P1", "previous_plans": 6}
SHORT = {"plan_id": "P2", "start_date": "2026-08-03", "end_date": "2026-08-03"}


@pytest.fixture
def store():
    return Store.in_memory()


def received(store, month, *rows):
    ends = month_end(month)
    dated = {"plan_id": "P9", "start_date": f"{month}-20"}
    texts = example_texts(all_extracts()[PLANS], [dated, *rows], month_end=ends)
    submission = Submission(BRENT, month, ((f"plans_{month}.csv", as_csv(texts)),))
    return Desk(store, ANN, NOTHING_MEASURED).receive(submission)


def checked(store, month, *rows):
    return received(store, month, *rows).check


def published(store, reader, month, reasons, *rows):
    submission = replace(received(store, month, *rows), reasons=reasons)
    return Desk(store, reader, NOTHING_MEASURED).publish(submission)


def told(found):
    return {each.rule: each.explained and str(each.explained) for each in found.findings if each.severity == "query"}


def test_a_reason_that_names_somebody_is_not_kept_and_one_is_told_to_whoever_may_see_small_numbers(store):
    for reason in ("P1 is Mr Okafor", "see case 20481234", "ask femi@council.example"):
        with pytest.raises(Mendable, match="The reason given holds .* Say it without"):
            published(store, ANN, "2026-09", {PART_TIME: reason}, MANY)
    published(store, ANN, "2026-09", {PART_TIME: "the 3 of one family"}, MANY)
    withdraw(store, ANN, loads_told(store, ANN)[0]["load"], "all 3 came twice")
    member = Reader("Gwen", ("member",), ("*",), ("*",))
    for reader, kept in ((ANN, ["the 3 of one family", "all 3 came twice", "all 3 came twice"]), (member, [None] * 3)):
        (load,) = loads_told(store, reader)
        assert [load["reason"], load["why"], *(turn["why"] for turn in load["turns"])] == kept, reader.who


def test_each_new_query_needs_a_reason(store):
    with pytest.raises(Mendable, match="there are queries"):
        published(store, ANN, "2026-09", {PART_TIME: "six is right"}, MANY, SHORT)
    with pytest.raises(Mendable, match="there are queries"):
        published(store, ANN, "2026-09", {"": "  "}, MANY)
    published(store, ANN, "2026-09", {PART_TIME: "six is right", "": "moved away at once"}, MANY, SHORT)
    kept = explained(store, ANN, BRENT, month_end("2026-09"), PLANS)
    assert {rule: each.reason for (rule, _, _), each in kept.items()} == {
        PART_TIME: "six is right",
        SAME_DAY: "moved away at once",
    }


def test_a_reason_goes_on_from_month_to_month_with_who_gave_it_and_when(store):
    published(store, ANN, "2026-08", {"": "six is right"}, MANY)
    published(store, BEN, "2026-09", {}, SHORT | {"plan_id": "P3", "end_date": None}, MANY)
    found = checked(store, "2026-10", SHORT | {"plan_id": "P3", "end_date": None}, {}, MANY)
    today = datetime.now(UTC)
    assert told(found) == {PART_TIME: f"Explained on {today.day} {today:%B %Y} by Ann: six is right"}
    assert found.decision == "accept"
    assert "explained" in found.to_json()["findings"][0]


@pytest.mark.parametrize(
    ("change", "why"),
    [({"plan_id": "P7"}, "another plan"), ({"previous_plans": 7}, "another figure")],
)
def test_what_is_not_the_same_query_is_asked_again(store, change, why):
    published(store, ANN, "2026-09", {"": "six is right"}, MANY)
    found = checked(store, "2026-10", MANY | change)
    assert found.decision == "query" and told(found) == {PART_TIME: None}, why


def test_a_query_that_was_away_for_a_month_is_asked_again(store):
    published(store, ANN, "2026-08", {"": "six is right"}, MANY)
    published(store, ANN, "2026-09", {})
    assert checked(store, "2026-10", MANY).decision == "query"


def test_a_month_published_again_keeps_its_own_reasons(store):
    published(store, ANN, "2026-09", {"": "six is right"}, MANY)
    published(store, BEN, "2026-10", {"": "seven now"}, MANY | {"previous_plans": 7})
    again = checked(store, "2026-10", MANY | {"previous_plans": 7}, {})
    assert again.decision == "accept" and "by Ben: seven now" in str(told(again)[PART_TIME])
    assert checked(store, "2026-09", MANY | {"previous_plans": 7}).decision == "query"


def test_reasons_are_typed_for_all_or_for_one_rule():
    assert reasons_of(["six is right"]) == {"": "six is right"}
    assert reasons_of([f"{PART_TIME}= six = right", "the rest"]) == {PART_TIME: "six = right", "": "the rest"}
    assert reasons_of(["a=b"]) == {"": "a=b"}


def test_what_blocks_is_never_explained_away(store):
    found = checked(store, "2026-10", {"category": "NEGL"})
    assert explained_by(found, {"": "it is right"}).decision == "block"
