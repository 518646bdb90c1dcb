"""Words that stand for a table: the same through DuckDB as spelled out, and refused where DuckDB would be fooled."""

import random
import re
from contextlib import closing
from dataclasses import replace

import pytest

from data.errors import Mendable
from data.store.trial import Trial
from data.vocabulary import populations as words
from data.vocabulary.populations import (
    calls_in,
    extracts_of,
    in_full,
    names_taken,
    populations,
    read_populations,
    spelled_out,
    words_in,
)
from indicators.engine.catalogue import INDICATORS as FOLDER
from indicators.engine.catalogue import all_indicators
from indicators.engine.too_few_rows import why_too_few
from tests.examples import MONTH_END
from tests.indicators.engine.test_set_wise import random_extracts

INDICATORS = list(all_indicators().values())
DEFINED = 222
"""Indicators at commit 93c4e14, by which lines are set in proportion, for there are more now."""
BEFORE = 3882
"""Lines of SQL at commit 93c4e14, front matter left out: one clause a line."""
WRITTEN = """-- Plans.
create or replace macro plans({day}) as table
    select child_id
    from {read}
    where open_on(start_date, end_date, {day});
"""


@pytest.fixture(scope="module")
def dealt():
    """Give a store with rows dealt by chance under each extract's bare name, for each definition to run in as it is."""
    with closing(Trial.blank()) as blank, blank.change() as cursor:
        for extract, rows in random_extracts(random.Random(7), MONTH_END).items():
            cursor.register("dealt", rows)
            cursor.execute(f"insert into memory.main.{extract} by name select * from dealt")
        cursor.execute(f"set variable month_end = date '{MONTH_END}'")
        yield cursor


def test_spelled_out_each_definition_gives_the_rows_that_duckdb_gives_through_its_macros(dealt):
    calling = [indicator for indicator in INDICATORS if words_in(indicator.sql)]
    assert {word.name for indicator in calling for word in words_in(indicator.sql)} == populations().keys()
    told = 0
    for indicator in calling:
        by_macro = dealt.execute(f"from ({indicator.sql}) order by all").fetchall()
        assert dealt.execute(f"from ({spelled_out(indicator.sql)}) order by all").fetchall() == by_macro, indicator.id
        told += len(by_macro)
    assert len(calling) > 60 and told > 80


def test_a_word_is_said_once_and_definitions_are_a_seventh_shorter():
    lines = sum(len(indicator.sql.splitlines()) for indicator in INDICATORS)
    lines += sum(len(word.sql.splitlines()) + 1 for word in populations().values())
    assert lines / len(INDICATORS) <= 3380 / DEFINED < BEFORE / DEFINED
    assert not [indicator.id for indicator in INDICATORS if "allocated_as" in indicator.sql], "say it with cases()"


def test_every_word_is_called_by_three_definitions_or_words():
    said = "\n".join([*(each.sql for each in INDICATORS), *(word.sql for word in populations().values())])
    assert {name for name in populations() if len(re.findall(rf"\b{name}\(", said)) < 3} == set()


def test_a_word_reads_no_table_that_a_question_calls_its_own(dealt):
    fooled = "with episodes as (select 'Nobody' as child_id) select child_id from looked_after(month_end())"
    children = dealt.execute(f"from ({spelled_out('select child_id from looked_after(month_end())')})").fetchall()
    assert sorted(dealt.execute(spelled_out(fooled)).fetchall()) == sorted(children)
    taken = "with looked_after_children as (select 'Nobody' as child_id) select * from looked_after(month_end())"
    assert names_taken(taken) == {"looked_after_children"}
    assert names_taken("with ours as (select 1), looked_after as (select 2) select 3") == {"looked_after"}


def test_a_definition_that_takes_the_name_of_a_word_is_refused_at_the_door(tmp_path):
    from indicators.engine.declaration import read_indicators

    folder = tmp_path / "child_protection"
    folder.mkdir()
    front = (FOLDER / "child_protection" / "children_on_a_plan.sql").read_text(encoding="utf-8").partition("*/")[0]
    path = folder / "plans.sql"
    path.write_text(f"{front}*/\nwith on_a_plan as (select 1) select 2", encoding="utf-8")
    with closing(Trial.blank()) as blank, pytest.raises(Mendable, match="calls a table on_a_plan, which is a word"):
        read_indicators(path, blank)


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (WRITTEN.format(day="on_day", read="plans(on_day)"), "plans names itself"),
        (
            WRITTEN.format(day="on_day", read="later()") + WRITTEN.replace("plans", "later").format(day="", read="x"),
            "plans names later, which stands below it",
        ),
        (WRITTEN.format(day="end_date", read="child_protection_plans"), "plans calls its day end_date"),
        (WRITTEN.format(day="on_day, or_day", read="child_protection_plans"), "plans calls its day on_day, or_day"),
        (WRITTEN.replace("plans", "referrals").format(day="on_day", read="contacts"), "referrals is an extract, too"),
    ],
)
def test_a_word_that_duckdb_would_misread_is_refused(written, says):
    with pytest.raises(Mendable, match=f"data/vocabulary/populations.sql: {says}"):
        read_populations(written)


def test_a_word_that_reads_what_no_extract_has_is_refused_with_its_name(monkeypatch):
    wrong = read_populations(WRITTEN.format(day="on_day", read="contacts"))
    monkeypatch.setattr("data.store.trial.populations", lambda: wrong)
    with pytest.raises(Mendable, match=r"data/vocabulary/populations.sql: plans: .*start_date"):
        Trial.blank()


def test_a_column_that_only_a_word_reads_is_asked_for():
    plans = replace(all_indicators()["children_on_a_plan"], without=())
    lacking = [{"extract": "child_protection_plans", "whole_from": None, "lacking": ["other_authority"]}]
    assert "other_authority" not in plans.sql and "other_authority" in plans.sql_in_full
    assert "had no other_authority" in why_too_few(plans, MONTH_END, lacking)


def test_a_call_is_found_with_its_day_and_what_it_is_made_of():
    sql = (
        "from looked_after_of_school_age(months_before(month_end(), 12)) join caseloads((month_end())) using (child_id)"
    )
    calls = list(calls_in(sql))
    assert [call.text for call in calls] == [
        "looked_after_of_school_age(months_before(month_end(), 12))",
        "caseloads(month_end())",
    ]
    assert [sorted(extracts_of(call)) for call in calls] == [
        ["children", "looked_after_children"],
        ["case_allocations"],
    ]
    assert in_full("select 1") == spelled_out("select 1") == "select 1"


def test_one_word_on_two_days_is_two_tables(dealt):
    sql = """
        select now.child_id
        from looked_after(month_end()) as now
        join looked_after(months_before(month_end(), 12)) as earlier on earlier.child_id = now.child_id
    """
    assert "looked_after_2 as (" in spelled_out(sql)
    by_macro = dealt.execute(f"from ({sql}) order by all").fetchall()
    assert dealt.execute(f"from ({spelled_out(sql)}) order by all").fetchall() == by_macro


def test_a_table_worked_out_before_stands_in_the_place_of_a_word(dealt):
    sql = "select child_id from looked_after(month_end()) order by child_id"
    kept = {"looked_after(month_end())": "select 'Femi' as child_id"}
    assert dealt.execute(spelled_out(sql, worked_out=kept)).fetchall() == [("Femi",)]
    assert words.WRITTEN.name == "populations.sql"
