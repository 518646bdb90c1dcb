"""Public figures as a workbook for publication: cover, contents, notes, marks, and nothing that runs."""

import io
import re
import warnings
import zipfile
from datetime import datetime

import pandas
import pytest
from openpyxl import Workbook, load_workbook

from data.access import LOCAL_USER as LOCAL
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.disclosure import CONFIDENTIAL
from indicators.figures.measured_figures import figures
from indicators.figures.tidy_tables import definitions, tidy, tidy_periods
from pages.report.formats.publication_workbook import WIDEST, as_workbook
from pages.report.publication import CANNOT_BE, HIDDEN, NOT_THERE, publication
from tests.examples import example_rows
from tests.pages.exports.test_every_export import FOOT
from tests.pages.terminal.conftest import run  # noqa: F401 - a fixture
from tests.pages.terminal.test_cli import published, published_once  # noqa: F401 - fixtures
from tests.store_filling import BRENT, OCTOBER, publish_rows

MEASURES = [indicator_called(name) for name in ("children_on_a_plan", "cp_plans_two_years_or_more", "average_caseload")]
ODD = {"East": 8, "=1+1": 20, "[a](https://example.org) [b](c)": 1, "$$x$$": 2, "–": 30, "https://example.org": 24}
"""Teams, and how many plans each has."""
AT = datetime(2026, 11, 30, 9, 0)


@pytest.fixture
def table(store) -> pandas.DataFrame:
    """Give what the public may see of figures as a whole, and by teams of odd names."""
    plans = [{"start_date": "2026-10-01", "team": team} for team, many in ODD.items() for _ in range(many)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", plans)})
    public = LOCAL.as_the_public()
    whole = figures(store, public, MEASURES, BRENT, [OCTOBER])
    return tidy([*whole, *breakdown(store, public, MEASURES[:1], BRENT, [OCTOBER], "team")])


def packed(table: pandas.DataFrame) -> bytes:
    """Write a workbook; what its writer warns of in it is a fault of ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        return as_workbook(publication(table, definitions(MEASURES), {BRENT: "Brent"}, "A foot.", True), AT)


def rows_of(book: Workbook, label: str) -> list[dict]:
    """Return the rows of the one table of a sheet, by their headings without references to notes."""
    (of_table,) = book[label].tables.values()
    headings, *rows = [[cell.value for cell in row] for row in book[label][of_table.ref]]
    return [dict(zip([re.sub(r"\n.*", "", name) for name in headings], row, strict=True)) for row in rows]


def test_it_has_a_cover_contents_notes_and_a_table_a_sheet(table):
    book = load_workbook(io.BytesIO(packed(table)))
    assert book.sheetnames == ["Cover", "Contents", "Notes", "Child protection", "Workforce", "Definitions"]
    cover = [cell.value for cell in book["Cover"]["A"]]
    assert cover[0] == "Children's services: figures of October 2026" and cover[-1] == "A foot."
    assert f"Of Brent ({BRENT})." in cover and any("invented" in line.lower() for line in cover)
    assert all(any(line.startswith(mark) for line in cover) for mark in (HIDDEN, NOT_THERE, CANNOT_BE))
    assert [row["Sheet name"] for row in rows_of(book, "Contents")] == book.sheetnames[3:]
    notes = {row["Note number"] for row in rows_of(book, "Notes")}
    headings = " ".join(str(cell.value) for row in book["Child protection"]["A3:L3"] for cell in row)
    assert {int(number) for number in re.findall(r"\[note (\d+)\]", headings)} == notes
    defined = rows_of(book, "Definitions")
    assert [row["Indicator"] for row in defined] == [of.title for of in MEASURES]
    assert defined[0]["Outcome or enabler of the national framework"].startswith("Outcome 2: children")
    assert defined[0]["Area that Ofsted judges"] == "Children who need help and protection"


def test_its_numbers_are_those_of_the_other_exports_and_no_cell_is_blank(table):
    rows = [
        row
        for label in ("Child protection", "Workforce")
        for row in rows_of(load_workbook(io.BytesIO(packed(table))), label)
    ]
    ordered = pandas.concat([part for _, part in table.groupby("service", sort=True)]).to_dict("records")
    assert len(rows) == len(ordered) and all(cell is not None for row in rows for cell in row.values())
    for row, of in zip(rows, ordered, strict=True):
        mark = HIDDEN if of["reason"] == CONFIDENTIAL else NOT_THERE
        assert row["Figure"] == (mark if pandas.isna(of["value"]) else of["value"])
        assert row["Counted"] == (mark if pandas.isna(of["numerator"]) else of["numerator"])
    by_team = {row.get("Group"): row for row in rows if row.get("Broken down by") == "team"}
    assert {team: row["Figure"] for team, row in by_team.items()} == {
        "East": HIDDEN,  # else the other two could be worked out
        "=1+1": 20,
        "https://example.org": 24,
        "Named –": 30,
        "$ $x$ $": HIDDEN,
        "[a] (https://example.org) [b] (c)": HIDDEN,
    }
    assert all(row["Out of"] == CANNOT_BE for row in by_team.values())


def test_a_figure_is_rounded_half_up_and_stays_a_number(table):
    share = table.iloc[1:2].assign(value=2.25, numerator=9.0, denominator=400.0, reason="")
    (row,) = rows_of(load_workbook(io.BytesIO(packed(share))), "Child protection")
    assert [row[name] for name in ("Figure", "Counted", "Out of")] == [2.3, 9, 400]


def test_it_runs_nothing_hides_nothing_and_leads_nowhere_else(table):
    contents = packed(table)
    for sheet in load_workbook(io.BytesIO(contents)).worksheets:
        cells = [cell for row in sheet.iter_rows() for cell in row]
        assert sheet.sheet_state == "visible"
        assert not any(line.hidden for line in (*sheet.row_dimensions.values(), *sheet.column_dimensions.values()))
        assert not any(cell.data_type == "f" or cell.comment for cell in cells)
        assert not any(cell.hyperlink and cell.hyperlink.target for cell in cells), "only to sheets of its own"
    with zipfile.ZipFile(io.BytesIO(contents)) as parts:
        assert not re.search("custom|external|pivot|comment|drawing|vba", " ".join(parts.namelist()), re.IGNORECASE)


def test_a_long_text_is_wrapped_and_makes_no_column_of_a_thousand_letters(table):
    book = load_workbook(io.BytesIO(packed(table)))
    widths = [column.width for label in book.sheetnames[3:] for column in book[label].column_dimensions.values()]
    assert WIDEST <= max(widths) < WIDEST + 1
    assert book["Definitions"]["G4"].alignment.wrap_text


def test_the_same_gives_the_same_bytes(table):
    assert packed(table) == packed(table)


@pytest.mark.usefixtures("table")
def test_quarters_name_their_period_and_how_they_are_told(store):
    read = figures(store, LOCAL.as_the_public(), MEASURES[:1], BRENT, [OCTOBER])
    quarters = tidy_periods(MEASURES[:1], BRENT, [OCTOBER], read)
    rows = rows_of(load_workbook(io.BytesIO(packed(quarters))), "Child protection")
    assert [row["Quarter or year"] for row in rows] == quarters["period"].tolist()
    assert [row["How counted"] for row in rows] == quarters["how_counted"].tolist()


def test_the_command_writes_it_for_the_public_and_a_plain_table_for_whoever_asks_for_themselves(
    run,  # noqa: F811
    published,  # noqa: F811
    tmp_path,
):
    books = {}
    for name, public in (("month.xlsx", ["--public"]), ("own.xlsx", [])):
        words = (
            "figures",
            "--indicator",
            "children_on_a_plan",
            *public,
            "--store",
            published,
            "--out",
            tmp_path / name,
        )
        assert run(*words)[0] == 0
        books[name] = load_workbook(tmp_path / name)
    assert books["own.xlsx"].sheetnames == ["Figures"]
    assert books["month.xlsx"].sheetnames == ["Cover", "Contents", "Notes", "Child protection", "Definitions"]
    assert FOOT.fullmatch(str(books["month.xlsx"]["Cover"]["A"][-1].value)), "the foot of every export"
    (row,) = rows_of(books["month.xlsx"], "Child protection")
    assert row["Figure"] == row["Counted"] == HIDDEN, "two plans are small"
