"""What changed since last month is told in sentences that add up, hide what is small, and never say rose or fell."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest

from cli import main
from data.access import LOCAL_USER as LOCAL
from data.access import PUBLIC
from data.invention import AUTHORITY
from data.ledger.history import months_held
from indicators.change.bridge import TEAM, Course
from indicators.change.entries_and_exits import COUNTED_NOW, NO_LONGER, Subject
from indicators.change.month_readings import alerts_read
from indicators.change.rate_and_mix import RateAndMix
from indicators.change.since_last_month import SinceLastMonth
from indicators.change.what_changed import STARTED, Changed, the_few, what_changed
from indicators.engine.catalogue import all_indicators, indicator_called
from indicators.figures.figure import Figure
from pages.words.what_changed import bridge_table, sentence
from tests.pages.conftest import open_app, open_folds, said

SEPTEMBER, OCTOBER = date(2026, 9, 30), date(2026, 10, 31)
ON_A_PLAN, TWO_YEARS = (indicator_called(name) for name in ("children_on_a_plan", "cp_plans_two_years_or_more"))


def stock(stayed: int, started: int, ended: int, late: int = 0, out: int = 0, together=(0, 0)) -> Changed:
    how = [(True, True, True)] * stayed + [(False, False, True)] * started + [(True, True, False)] * ended
    how += [(False, True, True)] * late + [(True, False, False)] * out
    courses = tuple(
        Course(f"{number}", f"{number}", *stood, {TEAM: "North"}, {TEAM: "North"}) for number, stood in enumerate(how)
    )
    since = SinceLastMonth(ON_A_PLAN.id, SEPTEMBER, OCTOBER, courses)
    before, now = (
        Figure(ON_A_PLAN.id, AUTHORITY, month, "count", float(value), float(value), None, 0, 1)
        for month, value in ((SEPTEMBER, since.whole.opening), (OCTOBER, since.whole.closing))
    )
    return Changed(before, now, 1.0, (), since, None, together)


def share(was: tuple[int, int], now: tuple[int, int], came: int, went: int) -> Changed:
    before, after = (
        Figure(TWO_YEARS.id, AUTHORITY, month, "percent", above / below * 100, float(above), float(below), 0, 1)
        for month, (above, below) in ((SEPTEMBER, was), (OCTOBER, now))
    )
    who = [Subject(f"{n}", f"{n}", "North", COUNTED_NOW if n < came else NO_LONGER) for n in range(came + went)]
    return Changed(before, after, 1.0, tuple(who))


def test_a_number_of_children_is_told_from_one_month_end_to_the_next():
    assert sentence(stock(100, 22, 18), LOCAL) == (
        "Children on a child protection plan: 118 at the end of September, 22 started and 18 ended, 122 at the end of "
        "October."
    )
    told = sentence(stock(100, 7, 0, late=2, out=1, together=(7, 3)), LOCAL)
    assert "101 at the end of September, 7 started, 0 ended, 2 put in later and 1 taken out, 109 at the end" in told
    assert told.endswith("; 7 of those who started are brothers and sisters of 3 families.")


def test_a_share_says_who_is_counted_anew_and_how_far_it_lies():
    told = sentence(share((30, 300), (36, 300), 12, 6), LOCAL)
    assert told.endswith(
        ": 12.0% in October (36 of 300 plans), 2.0 points more than September; 12 newly counted, 6 no longer counted."
    )
    one = sentence(share((30, 300), (31, 300), 1, 0), LOCAL)
    assert "1 newly counted, none no longer counted" in one


def test_what_lies_in_the_sizes_of_teams_is_told_where_it_is_worth_telling():
    much = replace(share((30, 300), (36, 300), 12, 6), parts=RateAndMix(1.2, 0.8))
    assert sentence(much, LOCAL).endswith(
        "; within teams 1.2 points more, and 0.8 points more since teams changed in size."
    )
    all_of_it = replace(much, parts=RateAndMix(0.01, 1.99))
    assert sentence(all_of_it, LOCAL).endswith(
        "; within teams the same, and 2.0 points more since teams changed in size."
    )
    little = replace(much, parts=RateAndMix(1.8, 0.2))
    assert "teams" not in sentence(little, LOCAL)


def test_handed_out_no_sentence_tells_of_few():
    assert "22 started and 18 ended" in sentence(stock(100, 22, 18), PUBLIC)
    for few in (stock(100, 3, 18), stock(100, 22, 5), stock(100, 22, 18, late=2)):
        assert "started" not in sentence(few, PUBLIC) and "ended" not in sentence(few, PUBLIC)
    assert sentence(stock(3, 2, 100), PUBLIC) == "", "the number itself is small"
    assert "brothers" not in sentence(stock(100, 22, 18, together=(3, 1)), PUBLIC)
    assert "newly counted" not in sentence(share((30, 300), (31, 300), 3, 2), PUBLIC)
    assert "12 newly counted" in sentence(share((30, 300), (36, 300), 12, 6), PUBLIC)
    assert "newly counted" not in sentence(share((30, 300), (14, 300), 12, 28), PUBLIC), "two stayed"
    assert "started" not in sentence(stock(4, 22, 18), PUBLIC), "four stayed"


@pytest.mark.parametrize("latest", [6, 19, 35])
def test_every_sentence_of_the_borough_is_whole_and_none_says_rose_or_fell(borough, latest):
    month = months_held(borough, LOCAL, AUTHORITY)[latest]
    for service in ("child_protection", "workforce", "front_door"):
        asked = [each for each in all_indicators().values() if each.service == service]
        few = the_few(what_changed(borough, LOCAL, asked, AUTHORITY, month), [])
        told = [sentence(each, LOCAL) for each in few]
        assert 0 < len(told) <= 5 and all(each.endswith(".") and "None" not in each for each in told)
        assert not re.search(r"\b(rose|fell|rise|fall|risen|fallen)\b", " ".join(told))
        for each, words in zip(few, told, strict=True):
            if each.since:
                opening, started, ended, closing = map(int, re.findall(r"\d+", words.replace(",", ""))[:4])
                assert opening + started - ended == closing or "put in" in words or "taken out" in words


def test_a_bridge_shows_the_whole_last_and_leaves_out_what_did_not_happen():
    rows = bridge_table(stock(100, 22, 18), TEAM, "Team")
    assert list(rows[0]) == ["Team", "At the end of September", "Started", "Ended", "At the end of October"]
    assert list(rows[-1].values()) == ["**All**", "118", "22", "18", "122"]
    assert "Put in later" in bridge_table(stock(100, 22, 18, late=1), TEAM, "Team")[0]


@pytest.mark.usefixtures("invented")
def test_the_page_of_an_indicator_tells_it_and_leads_to_who_it_is():
    app = open_folds(open_app("indicator", id="early_help_open", show="changed"))
    assert "608 at the end of September, 95 started and 106 ended, 597 at the end of October" in said(app)
    open_folds(app)
    tables = [table.value for table in app.table]
    assert any(list(each.columns)[:2] == ["Figure", "Child"] and STARTED in set(each["What"]) for each in tables)
    assert any("Started" in each.columns and each.iloc[-1]["Started"] == "95" for each in tables)


def test_what_changes_by_more_than_chance_is_told_first(borough, capsys):
    workforce = [indicator for indicator in all_indicators().values() if indicator.service == "workforce"]
    months = months_held(borough, LOCAL, AUTHORITY)
    alerts = alerts_read(borough, LOCAL, workforce, AUTHORITY, months).found
    first = [alert.indicator.id for alert in alerts if alert.indicator.unit != "rate"][:5]
    assert main(["changed", "--service", "workforce", "--json"]) == 0
    told = [sentence["indicator"] for sentence in json.loads(capsys.readouterr().out)["sentences"]]
    assert first and told[: len(first)] == first


def test_the_command_line_prints_the_sentences_and_who_is_behind_each(capsys):
    assert main(["changed", "--indicator", "children_on_a_plan", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    ((said,), (changed,)) = told["sentences"], told["changed"]
    children = changed["children"]
    assert len(said["subjects"]) == children["started"] + children["ended"]
    assert said["sentence"].startswith("Children on a child protection plan: 315 at the end of September, 37 started")
    assert children["opening"] + children["started"] - children["ended"] == children["closing"]
    assert changed["brothers_and_sisters"] == {"children": 28, "families": 11}
