"""Scripts, formulas, queries and addresses as names: they are kept, shown and handed out as the text that they are."""

import io
import re

import pandas
import pytest
from openpyxl import load_workbook

from data.access import LOCAL_USER as LOCAL
from data.annotations.events import PRACTICE, Event, events, keep_event
from data.annotations.kept_views import KeptView, keep_view, kept_views
from data.table_export import handed_out
from indicators.engine.catalogue import indicator_called
from indicators.figures.breakdown import breakdown
from indicators.figures.tidy_tables import tidy
from pages.words import wording
from tests.every_case import every
from tests.examples import example_rows
from tests.store_filling import BRENT, OCTOBER, publish_rows

ODD = (
    "www.example.org",
    "a@b",
    "a.b+c@example.org",
    "http://example.org/x",
    "HTTPS://example.org",
    "WWW.example.org",
    "=1+1",
    "+1",
    "@SUM(A1)",
    "<b>x</b>",
    "<script>x</script>",
    "'; select 1; --",
    "{{ 1 }}",
    "{figure}",
    "[a](b)",
    "$x$ and ~~y~~ | z",
    ":red[a] #1 *b* _c_ `d`",
)
LINKS = (
    re.compile(r"(https?://|www(?=\.))([-.\w]+)([^ \t\r\n]*)", re.IGNORECASE),
    re.compile(r"(?:(?<=^)|(?<=[\s\W]))([-.\w+]+)@([-\w]+(?:\.[-\w]+)+)"),
)
"""What the library that draws texts takes for an address once it has taken out what was escaped."""
PLANS = indicator_called("children_on_a_plan")


def drawn(text: str) -> str:
    """Return a text as what draws it reads it: with the marks that are escaped taken as they are."""
    return re.sub(r"\\([\\`*_{}\[\]<>#$~|:])", r"\1", text)


@every("text", ODD)
def test_it_is_drawn_as_it_is_and_leads_nowhere(text):
    shown = wording.plain(text)
    assert wording.unformatted(shown) == text
    assert not any(link.search(drawn(shown)) for link in LINKS), shown
    assert drawn(shown).replace("\N{WORD JOINER}", "") == text


def test_the_addresses_would_be_links_otherwise():
    assert all(any(link.search(text) for link in LINKS) for text in ODD[:6] if text != "a@b")


@pytest.fixture
def teams(store):
    """Give a store with a plan in each of the odd teams."""
    stated = [{"team": text, "child_id": f"K{place:03}"} for place, text in enumerate(ODD)]
    publish_rows(store, {"child_protection_plans": example_rows("child_protection_plans", stated)})
    return store


def test_as_the_name_of_a_team_it_is_measured_and_handed_out_as_text(teams):
    figures = breakdown(teams, LOCAL, [PLANS], BRENT, [OCTOBER], "team")
    assert sorted(figure.group for figure in figures) == sorted(ODD)
    table = tidy(figures)
    sheet = load_workbook(io.BytesIO(handed_out(table, "a.xlsx"))).worksheets[0]
    place = list(table.columns).index("group")
    assert sorted(str(row[place].value) for row in sheet.iter_rows(min_row=2)) == sorted(ODD)
    assert not any(cell.data_type == "f" or cell.hyperlink for row in sheet.iter_rows() for cell in row)
    csv = pandas.read_csv(io.BytesIO(handed_out(table, "a.csv")))
    assert sorted(text.removeprefix("'") if text[1:2] in "=+@" else text for text in csv["group"]) == sorted(ODD)
    assert sorted(pandas.read_parquet(io.BytesIO(handed_out(table, "a.parquet")))["group"]) == sorted(ODD)


@every("text", [text for text in ODD if "@" not in text and "example.org" not in text])
def test_as_a_title_or_a_name_it_is_kept_as_text(teams, text):
    keep_event(teams, LOCAL, Event(BRENT, OCTOBER.replace(day=1), PRACTICE, text, text, (), (), text))
    assert events(teams, LOCAL, BRENT)[-1].title == text
    keep_view(teams, LOCAL, KeptView(BRENT, text[:40], "of=children_on_a_plan"))
    assert text[:40] in {view.name for view in kept_views(teams, LOCAL, BRENT)}
