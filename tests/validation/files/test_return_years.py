"""Several years of a return at once: each list is of a year of its own, whatever the order of the files."""

from datetime import date
from itertools import permutations
from pathlib import Path

import pandas
import pytest

from data.arrivals import read
from data.arrivals.extracts_from_lists import made_of
from data.arrivals.lists import lists_among
from data.arrivals.return_years import year_of
from tests.every_case import every
from tests.validation.files.test_returns import EPISODES, HEADER, checked, csv, header, made, rows, said
from validation.rules.severity import QUERY

CASES = Path(__file__).parents[4] / "shared/cases"
OC2 = "CHILD,DOB,SDQ_SCORE,TEETH_CHECK,HEALTH_ASSESSMENT"
MARCH = date(2026, 3, 31)


def year(name, *days, month_end=MARCH, **columns):
    return year_of(name, columns, [date.fromisoformat(day) for day in days], month_end)


NAMES = {
    "header 2024-25.csv": 2024,
    "oc2_202425.csv": 2024,
    "Header 2024_2025.csv": 2024,
    "24-25 header.csv": 2024,
    "H2425.csv": 2024,
    "header 31.03.2025.csv": 2024,
    "header_20250331.csv": 2024,
    "2025 header.csv": 2024,
    "header of 2024-25 and 2025-26.csv": None,
    "header run 2025-05-12.csv": None,
    "11-12-2025.csv": None,
    "Header (2).csv": None,
}


@every("name", NAMES)
def test_a_name_tells_a_year_where_it_names_one(name):
    assert year(name) == (date(NAMES[name], 4, 1) if NAMES[name] else None)


def test_a_year_is_told_by_its_column_then_a_whole_name_then_what_happened_then_half_a_name():
    assert year("2023-24.csv", "2025-06-01", YEAR=["2024/25", "2024/25", None]) == date(2024, 4, 1)
    assert year("2023-24.csv", "2025-06-01", YEAR=["2024/25", "2023/24"]) == date(2023, 4, 1)
    assert year("2023.csv", "2025-06-01") == date(2025, 4, 1)
    assert year("2023.csv") == date(2022, 4, 1)


def test_a_few_late_days_make_no_new_year():
    days = ["2017-05-15", "2017-06-15", "2018-04-20"]
    assert year("a.csv", *days) == date(2017, 4, 1)
    assert year("a.csv", *days, month_end=date(2018, 4, 30)) == date(2018, 4, 1), "the year that is running"
    assert year("a.csv", *days[1:]) == date(2018, 4, 1), "as many as in the year before"
    assert year("a.csv", *days[:2], "2018-09-20") == date(2018, 4, 1), "after every return was made"
    assert year("a.csv", *["2025-05-01"] * 40, "2062-05-01") == date(2025, 4, 1), "a year put wrong"
    assert year("a.csv", "2025-05-01", "9999-12-31", "0001-01-01", "0987-06-05") == date(2025, 4, 1), (
        "days that are none"
    )
    assert year("a.csv", "9999-12-31") is None


def content(lists):
    """Return what is made of lists and what is left out of it, without the order in which they came."""
    returned = made_of(lists, MARCH)
    extracts = {one.making.extract: (one.whole_from, one.lacking, one.rows.to_csv()) for one in returned.made}
    return extracts, {(of.arrival.file, *sorted(reasons.items())) for of, reasons in returned.aside.items()}


def in_every_order(files):
    lists, rest = lists_among([arrival for name, contents in files for arrival in read(name, contents)])
    assert not rest
    orders = [content([*order, *lists[4:]]) for order in permutations(lists[:4])]
    return all(order == orders[0] for order in orders)


def test_the_order_of_the_files_of_a_return_says_nothing():
    files = (
        csv("header 2024-25.csv", HEADER, "Ada,F,01/05/2008,WBRI,,1,10/03/2025", "Ben,M,02/05/2015,NOBT,,,"),
        csv("header 2025-26.csv", HEADER, "Ben,M,02/06/2015,WBRI,,,", "Cy,F,03/05/2015,BAFR,,,"),
        csv("oc2_202425.csv", OC2, "Ben,02/06/2015,9,0,0"),
        csv("oc2_202526.csv", OC2, "Ben,02/06/2015,22,1,1"),
        csv("episodes.csv", EPISODES, "Ben,01/06/2024,S,C2,N1,K2,PR1,,,,,,", "Cy,01/06/2025,S,C2,N1,U6,PR1,,,,,,"),
    )
    assert in_every_order(files)
    result = checked(*files)
    assert ("Ben", pandas.Timestamp(2015, 6, 2), "WBRI") in rows(
        made(result, "children"), "child_id", "date_of_birth", "ethnicity"
    ), "the mother's child of March 2025 says nothing of the year"
    assert ("SDQ", 22) in rows(made(result, "lac_health"), "kind", "score")
    assert made(result, "lac_health").whole_from == date(2025, 4, 1), "the answers of the year before were left out"


@pytest.mark.parametrize("names", [("header.csv", "header (1).csv"), ("header 2024-25.csv", "header 24-25.csv")])
def test_a_year_that_nothing_tells_or_that_two_are_of_is_asked_for(names):
    files = [csv(name, HEADER, f"{name[:8]}{place},F,01/06/2012,WBRI,,,") for place, name in enumerate(names)]
    for order in (files, files[::-1]):
        result = checked(csv("b.csv", EPISODES, "Ada,14/04/2025,S,C2,N1,U6,PR1,,,,,,"), *order)
        assert result.decision == "refuse"
        assert {(one.file, one.severity) for one in said(result, "two_files")} == {(name, "block") for name in names}
        assert "such as 2024-25" in said(result, "two_files")[0].message


def test_each_list_is_judged_by_the_codes_of_its_own_year():
    files = [
        csv("header 2022-23.csv", HEADER, "Ada,1,01/05/2006,WBRI,,,"),
        csv("header 2025-26.csv", HEADER, "Ben,2,02/05/2015,WBRI,,,", "Cy,F,02/05/2015,WBRI,,,"),
    ]
    result = checked(*files)
    assert rows(made(result, "children"), "child_id", "sex") == [("Ada", "M"), ("Cy", "F")]
    [wrong] = [finding for finding in result.findings if finding.severity == "block"]
    assert (wrong.file, wrong.row, wrong.column) == ("header 2025-26.csv", 2, "SEX")
    assert "until 31/03/2024" in wrong.message


def test_days_after_the_end_of_a_years_return_are_asked_about_and_move_no_other_day():
    result = checked(
        header("Ada", "Ben"),
        csv(
            "2018-episodes.csv",
            EPISODES,
            "Ada,15/05/2017,S,C2,N1,U4,PR4,20/04/2018,X1,CARPL,,,",
            "Ben,15/06/2017,S,C2,N1,U4,PR4,,,,,,",
        ),
        csv(
            "2019-episodes.csv",
            EPISODES,
            "Ada,20/04/2018,P,C2,N1,U5,PR4,,,,,,",
            "Ben,15/06/2017,S,C2,N1,U4,PR4,,,,,,",
        ),
        month="2019-03",
    )
    [late] = said(result, "after_the_year")
    assert (late.file, late.row, late.column, late.severity) == ("2018-episodes.csv", 2, "DEC", "query")
    assert made(result, "looked_after_children").whole_from == date(2017, 4, 1)


@pytest.mark.skipif(not CASES.is_dir(), reason="the cases from the field are not at hand")
@every("case", ["R09", "R10", "R11"])
def test_returns_from_the_field_are_the_same_in_any_order(case):
    files = [(path.name, path.read_bytes()) for path in sorted((CASES / case).iterdir())]
    lists, _ = lists_among([arrival for name, contents in files for arrival in read(name, contents)])
    assert content(lists) == content(lists[::-1])
    assert not [finding for finding in checked(*files).findings if finding.severity == "block"]


def test_a_list_that_says_another_year_is_asked_about_unless_one_of_the_month_is_here():
    old, new = (csv(f"oc2_{said}.csv", OC2, "Ada,01/06/2012,9,1,1") for said in ("202425", "202526"))
    [question] = said(checked(header("Ada"), old), "of_another_year")
    assert question.severity == QUERY
    assert (
        "oc2_202425.csv: its name or a column of years says 2024/25, and March 2026 is in 2025/26" in question.message
    )
    assert not said(checked(header("Ada"), old, new), "of_another_year")
    assert not said(checked(header("Ada"), csv("oc2.csv", OC2, "Ada,01/06/2012,9,1,1")), "of_another_year")


def test_a_list_with_a_column_more_is_no_extract_of_ours():
    old = csv(
        "a.csv", f"YEAR,AGE,{HEADER}", "2022-23,10,Ada,1,01/06/2012,WBRI,,,", "2022-23,10,Ben,2,01/06/2012,WBRI,,,"
    )
    new = csv("b.csv", f"YEAR,AGE,{HEADER}", "2025-26,13,Ada,F,01/06/2012,WBRI,,,")
    for files in permutations((old, new)):
        result = checked(*files)
        assert rows(made(result, "children"), "child_id", "sex") == [("Ben", "F"), ("Ada", "F")]


def test_a_day_that_stands_for_none_makes_no_list_fall_over():
    for day in ("31/12/9999", "01/01/0001"):
        result = checked(header("Ada"), csv("b.csv", EPISODES, f"Ada,14/04/2025,S,C2,N1,U6,PR1,{day},E4A,,,,"))
        assert result.decision == "block", day
        assert said(result, "after_month_end") or said(result, "not_before"), day
