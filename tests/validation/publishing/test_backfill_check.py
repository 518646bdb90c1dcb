"""One long file gives a newcomer a trend: each month as it would have stood, and nothing that was not known then."""

from datetime import date

import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.delivery import Incoming
from data.ledger.history import history, months_held, published_rows
from data.ledger.loads import withdraw
from data.months import month_end
from indicators.engine.catalogue import indicator_called
from indicators.figures.measured_figures import figures
from tests.examples import example_rows
from tests.store_filling import BRENT, NO_FINDINGS, NOTHING_MEASURED
from tests.validation.files.test_returns import EPISODES, LIST_7, annex_a, csv, header, plan
from validation.check import Known, check
from validation.publishing.backfill import backfilled
from validation.publishing.desk import Desk
from validation.publishing.reasons import EVERY
from validation.publishing.submission import Submission

MARCH = month_end("2026-03")
LOOKED_AFTER = indicator_called("children_looked_after")


def published(store, *files, month="2026-03", backfill=True, months_back=None):
    desk = Desk(store, LOCAL, NOTHING_MEASURED)
    asked = Submission(BRENT, month, files, reasons={EVERY: "test"}, backfill=backfill, months_back=months_back)
    return desk.publish(desk.receive(asked))


def year(*children):
    """A return of 2025/26: one child all year, one who came in July, one who left in January."""
    return header("Ada", "Ben", "Cal", *children), csv(
        "b.csv",
        EPISODES,
        "Ada,14/04/2023,S,C2,N1,U6,PR1,,,,,,",
        "Ben,09/07/2025,S,C2,N1,U6,PR1,,,,,,",
        "Cal,01/02/2024,S,C2,N1,U6,PR1,15/01/2026,E4A,,,,",
        *(f"{child},01/05/2025,S,C2,N1,U6,PR1,,,,,," for child in children),
    )


def trend(store, indicator=LOOKED_AFTER):
    months = months_held(store, LOCAL, BRENT)
    return {f"{each.month:%Y-%m}": each.value for each in figures(store, LOCAL, [indicator], BRENT, months)}


def test_one_return_gives_each_month_end_of_its_year(store):
    published(store, *year())
    assert trend(store) == {
        **dict.fromkeys(("2025-04", "2025-05", "2025-06"), 2),
        **dict.fromkeys(("2025-07", "2025-08", "2025-09", "2025-10", "2025-11", "2025-12"), 3),
        **dict.fromkeys(("2026-01", "2026-02", "2026-03"), 2),
    }


def test_of_the_months_before_no_more_are_given_than_are_wanted_and_each_is_made_when_it_is_asked_for(store):
    published(store, *year(), months_back=2)
    assert list(trend(store)) == ["2026-01", "2026-02", "2026-03"]


def test_every_month_end_inside_the_window_of_an_extract_is_given():
    def months(**whole):
        plans = example_rows("child_protection_plans", {"start_date": "2024-05-01"}, month_end=MARCH)
        arrival = Incoming("child_protection_plans", plans, "plans.csv", "", "hash", 0, NO_FINDINGS, **whole)
        return [month for month, _ in next(backfilled(MARCH, [arrival]))]

    assert months()[0] == date(2024, 4, 30) and months()[-1] == date(2026, 2, 28) and len(months()) == 23
    assert months(whole_from=date(2025, 10, 1))[0] == date(2025, 10, 31)
    assert not months(whole_from=MARCH)


def test_without_being_asked_no_earlier_month_is_given(store):
    published(store, *year(), backfill=False)
    assert list(trend(store)) == ["2026-03"]


def test_what_looks_back_further_than_the_return_has_no_figure_and_says_why(store):
    published(store, *year())
    stability = trend(store, indicator_called("three_or_more_placements"))
    assert stability["2026-03"] == 0 and stability["2026-02"] is None


def test_several_rows_made_of_one_row_of_a_list_are_backfilled_each(store):
    oc2 = csv("c.csv", "CHILD,DOB,SDQ_SCORE,HEALTH_ASSESSMENT,TEETH_CHECK", "Ada,01/06/2012,14,1,0")
    published(store, *year(), oc2)
    rows = published_rows(store, LOCAL, BRENT, month_end("2025-12"), "lac_health")
    assert rows is not None and sorted(rows["kind"]) == ["DENTAL", "RHA", "SDQ"]


def test_a_return_that_stands_published_has_nothing_to_publish(store):
    published(store, *year())
    assert not check(year(), "2026-03", Known()).unchanged
    assert Desk(store, LOCAL, NOTHING_MEASURED).receive(Submission(BRENT, "2026-03", year())).check.unchanged


def test_a_month_that_stands_is_left_as_it_stands(store):
    september = header("Zoe"), csv("c.csv", EPISODES, "Zoe,01/09/2025,S,C2,N1,U6,PR1,,,,,,")
    [*loads] = published(store, *september, month="2025-09", backfill=False)
    published(store, *year())
    assert trend(store)["2025-09"] == 1
    told = history(store, LOCAL).set_index("load")
    assert told.loc[loads, "state"].tolist() == ["current", "current"]


def test_a_month_that_was_backfilled_before_is_backfilled_anew(store):
    published(store, *year())
    done = published(store, *year("Dan"))
    assert trend(store)["2025-04"] == 2 and trend(store)["2025-05"] == 3
    assert len(done.earlier) == 2 * 11
    again = published(store, *year("Dan"))
    assert again.again and not again.earlier, "the same bytes are published once"


def test_the_history_says_what_was_backfilled_from_what(store):
    done = published(store, *year())
    told = history(store, LOCAL).set_index("load")
    assert set(told.loc[list(done.earlier), "backfilled_from"].dt.date) == {MARCH}
    assert set(told.loc[list(done.earlier), "reason"]) == {"As it would have stood, made of the file for March 2026."}
    assert told.loc[list(done), "backfilled_from"].isna().all()


def test_a_backfilled_month_can_be_withdrawn(store):
    done = published(store, *year())
    withdraw(store, LOCAL, done.earlier[-1], "a test")
    assert len(history(store, LOCAL).query("state == 'withdrawn'")) == 1


def test_plans_of_annex_a_give_the_six_months_they_are_whole_for(store):
    published(store, annex_a(Plans=(LIST_7, plan(), plan("Ben", began=date(2026, 1, 5)))))
    on_a_plan = trend(store, indicator_called("children_on_a_plan"))
    assert on_a_plan == {"2025-10": 0, "2025-11": 1, "2025-12": 1, "2026-01": 2, "2026-02": 2, "2026-03": 2}
    rows = published_rows(store, LOCAL, BRENT, month_end("2025-12"), "child_protection_plans")
    assert rows is not None and rows["last_visit"].isna().all(), "a later visit says nothing of December"


@pytest.mark.parametrize("month", ["2025-12", "2026-02"])
def test_a_figure_of_a_backfilled_month_is_what_the_long_file_says_of_that_month(store, month):
    """Count twice: the month as it would have stood, and the whole file asked about that month."""
    published(store, *year("Dan", "Eve"))
    ends = month_end(month)
    rows = published_rows(store, LOCAL, BRENT, MARCH, "looked_after_children")
    assert rows is not None
    open_then = rows[(rows["start_date"].dt.date <= ends) & ~(rows["end_date"].dt.date <= ends)]
    assert trend(store)[month] == open_then["child_id"].nunique()
