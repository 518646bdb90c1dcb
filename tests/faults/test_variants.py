"""Faults of which one example is too few: every cut, every heading, every code, every day, every slot."""

import random
from datetime import date

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904, from_excel

from data.arrivals import recognise, typed
from data.arrivals.days import DAY_NOUGHT_1904, read_date
from data.arrivals.file_reading import arrival_of
from data.errors import Mendable
from data.extract import Code, Date, Extract, Number, Text, Whole, YesNo, declared
from data.extracts import uploaded_extracts
from data.parsing import file_kinds
from data.parsing.file_kinds import parse
from tests.every_case import every
from tests.faults.container import good
from tests.faults.fault import one, plans, texts
from validation.rules.demands import rules_of
from validation.rules.sentences import sentence_of

EVERY = uploaded_extracts()
PLANS = EVERY["child_protection_plans"]
TOKENS = ("NULL", "null", "None", "N/A", "NA", "n/a", "-", "--", "#N/A", "NaN", "NaT", "nan")


def arrival(name, contents):
    [table] = parse(name, contents)
    return arrival_of(name, table)


@pytest.mark.parametrize("tenth", range(1, 11))
def test_f03_a_workbook_cut_anywhere_is_refused(tenth):
    whole = good()
    with pytest.raises(Mendable, match="a.xlsx: .*(incomplete|not an Excel workbook)"):
        parse("a.xlsx", whole[: len(whole) * tenth // 11])


@pytest.mark.parametrize("at", [1, 2, 3])
def test_f03_a_workbook_cut_at_its_first_bytes_is_refused(at):
    with pytest.raises(Mendable):
        parse("a.xlsx", good()[:at])


def test_f10_the_largest_file_is_read_and_one_byte_more_is_not(monkeypatch):
    ((name, contents),) = plans({})
    monkeypatch.setattr(file_kinds, "MOST_BYTES", len(contents))
    assert len(arrival(name, contents).rows) == 1
    with pytest.raises(Mendable, match="must be smaller"):
        parse(name, contents + b"\n")


@every("named", EVERY)
def test_f13_whatever_a_file_is_called_its_headings_say_what_it_is(named):
    found = {name: recognise(arrival(f"{named}.csv", one(name, {})[0][1])).declared.name for name in EVERY}
    assert found == {name: name for name in EVERY}


def test_f25_two_hundred_ways_to_write_a_heading():
    chance = random.Random(25)
    alter = (str.upper, str.title, lambda text: text.replace("_", "\xa0"), lambda text: text.replace("_", " - "))
    for _ in range(200):
        names = {
            name: f" {chance.choice(alter)(name)} {chance.choice(('', '*', ':', '?'))}" for name in PLANS.column_names
        }
        contents = texts(PLANS.name, {}).rename(columns=names).to_csv(index=False).encode()
        found = recognise(arrival("p.csv", contents))
        assert list(found.fed_by) == PLANS.column_names


@given(number=st.integers(20_000, 60_000))
def test_f31_day_numbers_are_the_days_that_excel_shows(number):
    assert read_date(str(number)) == from_excel(number).date()
    assert read_date(str(number), DAY_NOUGHT_1904) == from_excel(number, CALENDAR_MAC_1904).date()


@given(day=st.dates(date(1960, 1, 1), date(2060, 1, 1)))
def test_f33_a_day_is_never_read_month_first(day):
    assert read_date(f"{day:%d/%m/%Y}") == day
    if day.day > 12:
        with pytest.raises(ValueError):
            read_date(f"{day:%m/%d/%Y}")


CODED = [(extract.name, column) for extract in EVERY.values() for column in extract.columns if isinstance(column, Code)]


@every("coded", CODED, lambda coded: f"{coded[0]}.{coded[1].name}")
def test_f41_every_code_is_known_however_it_is_spaced_and_an_unknown_one_is_not(coded):
    name, column = coded
    for code in column.allowed:
        assert column.allowed.read(f"  {code.lower()} ") == code
    assert column.allowed.read("ZZ9") is None
    rule = next(each for each in rules_of(EVERY[name], date(2026, 10, 31)) if each.id == f"{name}.{column.name}.in_set")
    assert "Use " in sentence_of(rule, ["ZZ9"])


class EveryKind(Extract):
    """Every kind of column: for one test."""

    text = Text(meaning="Text")
    day = Date(meaning="Day")
    number = Number(meaning="Number")
    count = Whole(meaning="Count")
    code = YesNo(meaning="Code")


@pytest.mark.parametrize("token", TOKENS)
def test_f42_a_token_is_blank_only_where_it_could_be_nothing_else(token):

    names = [column.name for column in declared(EveryKind).columns]
    table = typed(declared(EveryKind), pandas.DataFrame({name: [token] for name in names}, dtype=object))
    assert table[["day", "number", "count"]].isna().to_numpy().all()
    kept = None if token in ("NULL", "#N/A") else token
    for name in ("text", "code"):
        assert table[name].astype(object).where(table[name].notna(), None).tolist() == [kept]
    assert table[[f"unreadable:{name}" for name in names]].isna().to_numpy().all()


def test_f42_a_code_spelled_na_stays_a_code():
    for extract in EVERY.values():
        for column in extract.columns:
            if isinstance(column, Code) and "NA" in column.allowed.meanings:
                assert column.allowed.read("na") == "NA"


@pytest.mark.soak
@pytest.mark.own_process
def test_f11_a_million_rows_are_read_or_refused():
    from benchmarks.reading import a_csv
    from data.arrivals import read

    [found] = read("a.csv", a_csv(1_000_000))
    assert len(found.rows) == 1_000_000
    assert found.rows.iloc[-1]["plan_id"] == "P999999"
