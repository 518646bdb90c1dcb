"""Order decides nothing: days doubled, rows and files in any order, one thread or many, the answer is the same."""

import random
import re
from collections.abc import Mapping
from contextlib import closing

import pandas as pd
import pytest

from data.access import LOCAL_USER as LOCAL
from data.extract import Date, Month
from data.extracts import all_extracts
from data.invention import AUTHORITY
from data.ledger.clock import end_of
from data.store import attachment
from data.store.store import Store
from indicators.engine.catalogue import all_indicators
from indicators.engine.definition_words import ties
from indicators.figures.breakdown import breakdown
from indicators.figures.families import families
from indicators.figures.measured_figures import figures
from indicators.studies.caseloads import EVEN, caseloads, spreads
from tests.every_case import by_id, every
from tests.store_filling import BRENT, OCTOBER, publish_rows

Extracts = Mapping[str, pd.DataFrame]
INDICATORS = list(all_indicators().values())
ONE_OF = 6
"""Of the children of Example Borough so many make one of the small month."""
NAMED_BY_DAY = (
    *("case_supervision", "costs", "lac_reviews", "missing_episodes", "placement_panels", "reviewing_officers"),
    *("school_attendance", "supervision_survey", "temporary_approvals", "vacancies"),
)
"""What has no identifier but its day: two of one day are refused, before a figure is made."""
ONE_EACH = ("children", "care_leavers", "permanence", "adopters", "social_workers", "transitions")
"""What has one row for each child or worker."""
AS_IT_WAS = """
    create or replace macro latest(says, day, record) as arg_max(says, day);
    create or replace macro latest_begun(says, start_date, end_date) as arg_max(says, start_date);
    create or replace macro latest_ended(says, start_date, end_date) as arg_max(says, end_date);
"""
"""What the definitions said at commit 93c4e14, where these words stand now: of two of one day either would do."""
ROWS_BEHIND = """
    select done.indicator, rows.* exclude (measurement)
    from store.measured.rows as rows
    join store.measured.measurements as done on done.measurement = rows.measurement
    order by all
"""


@pytest.fixture(scope="module")
def small_month(borough) -> dict[str, pd.DataFrame]:
    """Give each extract's rows of October about a few children, with days doubled in every column of dates."""
    extracts = {name: rows_of(borough, name) for name in all_extracts()}
    children = set(sorted({*extracts["children"]["child_id"]})[::ONE_OF])
    return {
        name: doubled(name, rows[rows["child_id"].isin(children)] if "child_id" in rows else rows)
        for name, rows in extracts.items()
        if len(rows)
    }


def rows_of(store: Store, extract: str) -> pd.DataFrame:
    return store.ask(
        LOCAL,
        f"""
        select rows.* exclude (load, row)
        from loads_known($moment) as known
        join uploaded.{extract} as rows on rows.load = known.load
        where known.extract = $extract and known.authority = $authority and known.month = $month
        order by rows.row
        """,
        moment=end_of(None),
        extract=extract,
        authority=AUTHORITY,
        month=OCTOBER,
    )


def doubled(extract: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Give every row another of the same days, of the same child or worker, with the answers of some other row.

    Where the file may hold no such two, every second day of a child is that of the one before.
    """
    declared = all_extracts()[extract]
    days = [column.name for column in declared.columns if isinstance(column, Date | Month)]
    if extract in NAMED_BY_DAY or not days or extract in ONE_EACH:
        return rows.reset_index(drop=True)
    kept = [*days, *(name for name in ("child_id", "worker_id", "plan_id") if name in rows)]
    answers = [name for name in declared.column_names if name not in kept]
    others = rows.assign(**{name: [*rows[name][1:], *rows[name][:1]] for name in answers})
    for name in declared.key:
        if declared[name].unique:
            others[name] = rows[name] + "-again"
    return pd.concat([rows, others], ignore_index=True)


def told(extracts: Extracts, seed: int, first: str = "", wanted=INDICATORS) -> dict[str, object]:
    """Publish extracts in an order, their rows in an order, and return whatever is told of them."""
    dice = random.Random(seed)
    shuffled = {
        name: extracts[name].sample(frac=1, random_state=seed + 1)  # of its own, whatever other extracts there are
        for name in dice.sample(sorted(extracts), len(extracts))
    }
    with closing(Store.in_memory()) as store:
        if first:
            store._root.execute(first)
        publish_rows(store, {name: rows.reset_index(drop=True) for name, rows in shuffled.items()})
        answer: dict[str, object] = {
            f"{figure.indicator} {figure.group}": figure.to_json() | {"load": None}
            for figure in (
                *figures(store, LOCAL, wanted, BRENT, [OCTOBER]),
                *breakdown(store, LOCAL, wanted, BRENT, [OCTOBER], "team"),
                *breakdown(store, LOCAL, wanted, BRENT, [OCTOBER], "service"),
            )
        }
        with store.change() as cursor:
            for indicator, *row in cursor.execute(ROWS_BEHIND).fetchall():
                answer.setdefault(f"the list of {indicator}", []).append(row)  # type: ignore[attr-defined]
        workers = caseloads(store, LOCAL, BRENT, [OCTOBER])
        answer["caseloads"] = (workers.to_csv(), spreads(workers, "team", EVEN), spreads(workers, "service", EVEN))
        answer["families"] = families(store, LOCAL, BRENT, [OCTOBER])
    return answer


def moved(one: Mapping, other: Mapping) -> list[str]:
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


def indicators_of(names: list[str]) -> set[str]:
    return {indicator.id for indicator in INDICATORS if any(indicator.id in name.split() for name in names)}


@pytest.mark.parametrize("seed", [1, *(pytest.param(seed, marks=pytest.mark.soak) for seed in range(2, 12))])
def test_no_figure_team_or_list_moves(small_month, monkeypatch, seed):
    as_published = told(small_month, 0)
    monkeypatch.setitem(attachment.SAFE, "threads", 1 + seed % 3)
    assert moved(as_published, told(small_month, seed)) == []


def test_it_would_be_seen_if_the_order_of_a_file_settled_ties(small_month):
    by_the_latest = [indicator for indicator in INDICATORS if "latest" in indicator.sql_in_full]
    names = moved(*(told(small_month, seed, AS_IT_WAS, by_the_latest) for seed in (0, 4)))
    assert len(indicators_of(names)) >= 8, "figures, teams or lists of eight moved at commit 93c4e14"
    assert {"lac_seen_alone ", "questionnaire_average_score ", "pathway_plans_with_own_views "} <= set(names)


@every("indicator", INDICATORS, by_id)
def test_a_definition_says_how_ties_are_settled(indicator):
    settled_by_chance = re.findall(
        r"any_value\(|\barg_m\w+\([^,]+, \w+\)|(?:first|last|mode)\((?!.* order by )", indicator.sql_in_full
    )
    assert not settled_by_chance, f"{settled_by_chance}: say which of two counts, as latest(what, day, identifier) does"
    if "latest" in indicator.sql_in_full:
        assert "of one day" in ties(indicator) or "on one day" in ties(indicator)
    settled = re.search(r"\blatest(_\w+)?\(|\bmin\((\w+\.)?team\)", indicator.sql_in_full)
    assert bool(ties(indicator)) == bool(settled)
