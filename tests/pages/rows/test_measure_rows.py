"""Rows of measures: a real table whose every field is escaped, and whose pictures say in words what they show."""

from dataclasses import fields, replace
from html.parser import HTMLParser

from pages.charts.paper.picture import Picture
from pages.kit.rows.measure import Measure
from pages.kit.rows.measure_rows import Beside, Headings, MeasureRow
from pages.kit.rows.template import markup

MARKED = "<b id='x'>5 & \"6\"</b>"
PICTURE = Picture('<svg xmlns="http://www.w3.org/2000/svg"/>', "86.6% in October 2026")
MEASURE = Measure("Pathway plans", "/indicator?id=a&month=2026-10", "concern", "▼", "Concern", "87.3%", picture=PICTURE)
ROW = MeasureRow(MEASURE, "Leaving care", "−7.0 pts", Beside("neighbours 14.4", PICTURE), ("Why.",))
HEADINGS = Headings("Director", "October", "since Sep", "in a year", " (2025)")


class Read(HTMLParser):
    """Read HTML: its tags with their attributes, and its words."""

    def __init__(self, written: str):
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""
        self.feed(written)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.words += data


def drawn(row: MeasureRow = ROW, headings: Headings = HEADINGS, foot: str = "") -> Read:
    return Read(markup("measure_rows", headings=headings, rows=[row], foot=foot))


def test_no_field_is_taken_for_markup():
    plain = len(drawn().tags)
    texts = [each.name for each in fields(Measure) if isinstance(getattr(MEASURE, each.name), str)]
    marked = [replace(ROW, measure=replace(MEASURE, **{name: MARKED})) for name in texts]
    marked += [replace(ROW, measure=replace(MEASURE, picture=Picture(MARKED, MARKED)))]
    marked += [replace(ROW, where=MARKED), replace(ROW, year=MARKED), replace(ROW, notes=(MARKED,))]
    marked += [replace(ROW, beside=Beside(MARKED)), replace(ROW, beside=Beside(MARKED, Picture(MARKED, MARKED)))]
    found = [drawn(row) for row in marked]
    found += [drawn(headings=replace(HEADINGS, **{each.name: MARKED})) for each in fields(Headings)]
    found += [drawn(foot=MARKED), Read(markup("measure_finding", first=MARKED, rest=MARKED))]
    found += [Read(markup("freshness", sentence=MARKED, missing=MARKED))]
    for each in found:
        assert "x" not in [attributes.get("id") for _, attributes in each.tags]
    assert plain > 30


def test_a_group_is_headed_once_for_the_rows_that_follow_each_other_in_it():
    rows = [ROW, replace(ROW, group="Safe"), replace(ROW, group="Safe"), replace(ROW, group=MARKED)]
    tags = Read(markup("measure_rows", headings=HEADINGS, rows=rows, foot="")).tags
    heads = [attributes.get("scope") for tag, attributes in tags if tag == "th"]
    assert heads[8:] == ["row", "rowgroup", "row", "row", "rowgroup", "row"]
    assert "x" not in [attributes.get("id") for _, attributes in tags]


def test_it_is_a_table_with_headings_for_columns_and_rows():
    tags = drawn().tags
    heads = [attributes["scope"] for tag, attributes in tags if tag == "th"]
    assert heads == ["col"] * 8 + ["row"]
    assert [tag for tag, _ in tags].count("caption") == 1
    assert len([tag for tag, _ in tags if tag == "td"]) == 7
    assert {attributes["role"] for tag, attributes in tags if tag in ("table", "tr", "td", "th")} == {
        *("table", "row", "cell", "columnheader", "rowheader"),
    }, "they stay a table where a narrow screen lays them out as cards"


def test_each_picture_has_its_words_and_each_name_leads_to_its_page():
    tags = drawn().tags
    pictures = [attributes for tag, attributes in tags if tag == "img"]
    assert [(each["alt"], each["src"]) for each in pictures] == [(PICTURE.alt, PICTURE.address)] * 2
    (link,) = (attributes for tag, attributes in tags if tag == "a")
    assert link["href"] == MEASURE.address and "data-inside" in link


def test_without_a_figure_it_says_why_where_the_line_would_be():
    row = replace(ROW, measure=replace(MEASURE, value="–", picture=None, why="No extract of plans is published."))
    assert "No extract of plans is published." in drawn(row).words
