"""The ledger: a published month is never overwritten, and what was known on a past day stays known."""

from datetime import date, datetime

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.ledger.history import authorities_held, history, months_held, published_rows, revision
from data.ledger.loads import restore, withdraw
from data.months import month_end
from indicators.engine.catalogue import indicator_called, measure_everything
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

PLANS = "child_protection_plans"
FIRST, SECOND = datetime(2026, 11, 4, 9, 12), datetime(2026, 11, 20, 16, 0)


def plans(*children):
    return {PLANS: example_rows(PLANS, [{"child_id": child} for child in children])}


def on_a_plan(store, known_on=None, month=OCTOBER):
    (figure,) = figures(store, LOCAL, [indicator_called("children_on_a_plan")], BRENT, [month], known_on)
    return figure


def test_publishing_again_supersedes_and_keeps_the_first(store):
    publish_rows(store, plans("Femi", "Gwen"), at=FIRST)
    publish_rows(store, plans("Femi"), at=SECOND)
    assert on_a_plan(store).value == 1
    told = history(store, LOCAL)
    assert list(told["state"]) == ["current", "superseded"]
    assert list(told["version"]) == [2, 1]
    with store.change() as cursor:
        assert cursor.execute(f"select count(*) from store.uploaded.{PLANS} where load = 1").fetchone() == (2,)


def test_a_past_figure_is_as_it_was_known(store):
    publish_rows(store, plans("Femi", "Gwen"), at=FIRST)
    publish_rows(store, plans("Femi"), at=SECOND)
    assert on_a_plan(store, date(2026, 11, 3)).value is None
    assert on_a_plan(store, date(2026, 11, 4)).value == 2
    assert on_a_plan(store, date(2026, 11, 19)).value == 2
    assert on_a_plan(store, date(2026, 11, 20)).value == 1


def test_withdrawing_brings_back_what_stood_before(store):
    publish_rows(store, plans("Femi", "Gwen"), at=FIRST)
    publish_rows(store, plans("Femi"), at=SECOND)
    withdraw(store, LOCAL, 2, "the wrong file")
    assert on_a_plan(store).value == 2
    assert on_a_plan(store).load == 1
    assert list(history(store, LOCAL)["state"]) == ["withdrawn", "current"]
    withdraw(store, LOCAL, 1, "the wrong month")
    assert on_a_plan(store).value is None
    assert on_a_plan(store, date(2026, 11, 20)).value == 1, "what was known then stays known"


def test_restoring_brings_back_what_was_withdrawn(store):
    publish_rows(store, plans("Femi", "Gwen"), at=FIRST)
    publish_rows(store, plans("Femi"), at=SECOND)
    withdraw(store, LOCAL, 2, "the wrong file")
    restore(store, LOCAL, 2, "it was right")
    assert (on_a_plan(store).value, on_a_plan(store).load) == (1, 2)


def test_a_withdrawal_needs_a_reason_a_load_and_to_be_the_first(store):
    publish_rows(store, plans("Femi"))
    with pytest.raises(Mendable, match="needs a reason"):
        withdraw(store, LOCAL, 1, " ")
    with pytest.raises(Mendable, match="There is no load 7"):
        withdraw(store, LOCAL, 7, "wrong")
    withdraw(store, LOCAL, 1, "wrong")
    with pytest.raises(Mendable, match="withdrawn already"):
        withdraw(store, LOCAL, 1, "wrong")


def test_a_publish_is_one_transaction(store):
    def fails(cursor, authority, months):
        raise RuntimeError(f"{cursor} {authority} {months}")

    publish_rows(store, plans("Femi"))
    before = revision(store, LOCAL)
    with pytest.raises(RuntimeError):
        publish_rows(store, plans("Femi", "Gwen") | {"children": example_rows("children", [{}])}, measure=fails)
    assert len(history(store, LOCAL)) == 1
    assert revision(store, LOCAL) == before
    assert on_a_plan(store).value == 1
    assert published_rows(store, LOCAL, BRENT, OCTOBER, "children") is None


def test_the_figures_of_a_month_are_measured_in_its_publish(store):
    publish_rows(store, plans("Femi"), measure=measure_everything)
    with store.change() as cursor:
        measured = cursor.execute("select distinct indicator from store.measured.measurements").fetchall()
    assert ("children_on_a_plan",) in measured


def test_another_month_leaves_a_month_alone(store):
    publish_rows(store, plans("Femi"), month_end("2026-08"))
    before = on_a_plan(store, month=month_end("2026-08"))
    publish_rows(store, plans("Gwen", "Hana"), OCTOBER)
    assert on_a_plan(store, month=month_end("2026-08")) == before
    assert months_held(store, LOCAL, BRENT) == [month_end(each) for each in ("2026-08", "2026-09", "2026-10")]
    assert on_a_plan(store, month=month_end("2026-09")).value is None


def test_the_order_of_publishing_months_does_not_matter(store):
    for month, children in (("2026-10", ("Femi",)), ("2026-08", ("Femi", "Gwen")), ("2026-09", ("Hana",))):
        publish_rows(store, plans(*children), month_end(month))
    assert [on_a_plan(store, month=month_end(month)).value for month in ("2026-08", "2026-09", "2026-10")] == [2, 1, 1]


def test_every_publish_and_withdrawal_moves_the_revision(store):
    seen = [revision(store, LOCAL)]
    publish_rows(store, plans("Femi"))
    seen.append(revision(store, LOCAL))
    withdraw(store, LOCAL, 1, "wrong")
    seen.append(revision(store, LOCAL))
    assert seen == sorted(set(seen))


def test_an_authority_without_a_name_names_itself(store):
    publish_rows(store, plans("Femi"), authority="E99999999")
    publish_rows(store, plans("Femi"), authority=BRENT)
    assert authorities_held(store, LOCAL) == {"E09000005": "Brent", "E99999999": "E99999999"}


def test_findings_are_kept_with_their_load(store):
    from dataclasses import replace

    import pandas as pd

    from data.ledger.delivery import Delivery
    from data.ledger.loads import store_loads
    from tests.store_filling import incoming

    found = pd.DataFrame([[2, "team", "x.team.y", "query", "row 2: look"]])
    found.columns = ["row", "column", "rule", "severity", "message"]
    rows = replace(incoming(PLANS, plans("Femi")[PLANS]), findings=found, reason="checked with the team")
    store_loads(store, LOCAL, Delivery(BRENT, OCTOBER, [rows]), lambda *_: None)
    with store.change() as cursor:
        kept = cursor.execute(
            'select load, row, "column", rule, severity, message from store.ledger.findings'
        ).fetchall()
    assert kept == [(1, 2, "team", "x.team.y", "query", "row 2: look")]
    assert history(store, LOCAL)["reason"].iloc[0] == "checked with the team"


def test_what_a_load_is_whole_from_and_what_it_lacks_is_kept_and_told(store):
    from dataclasses import replace

    from data.ledger.delivery import Delivery
    from data.ledger.history import loads_told
    from data.ledger.loads import store_loads
    from tests.store_filling import incoming

    whole = incoming(PLANS, plans("Femi")[PLANS])
    partly = replace(whole, whole_from=date(2026, 5, 1), lacking=("other_authority", "last_visit"))
    whole, partly = (Delivery(BRENT, OCTOBER, [each]) for each in (whole, partly))
    store_loads(store, LOCAL, whole, lambda *_: None)
    assert store_loads(store, LOCAL, partly, lambda *_: None) == [2], "the same bytes, told otherwise"
    assert store_loads(store, LOCAL, partly, lambda *_: None).again == (2,)
    newest, first = loads_told(store, LOCAL)
    assert (newest["whole_from"], newest["lacking"]) == ("2026-05-01", ["other_authority", "last_visit"])
    assert (first["whole_from"], first["lacking"]) == (None, [])
