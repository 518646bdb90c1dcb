"""The report has the sections that committees know, tells every subject, and for the public nothing that is small."""

import re

from data.access import LOCAL_USER, PUBLIC
from data.invention import AUTHORITY
from data.ledger.history import months_held
from indicators.engine.catalogue import all_indicators
from indicators.figures.breakdown import breakdown
from indicators.figures.disclosure import is_small
from indicators.figures.measured_figures import figures
from pages.report.by_service import ALL, ENGLAND, LED, NEIGHBOURS
from pages.report.document import Chart, Paragraph, Subheading, Table
from pages.report.measure_paragraph import in_a_cell
from pages.report.subject_parts import HEADINGS
from pages.report.subjects import SECTIONS, all_subjects
from pages.words import wording

SECTIONS_KNOWN = (
    "Summary",
    "Recommendations",
    "Background",
    "Performance alerts",
    "Challenges",
    "Financial implications",
    "Legal implications",
    "Diversity implications",
    "Contact officer",
)


def parts(document, kind):
    return [part for section in document.sections for part in section.parts if isinstance(part, kind)]


def paragraph(document, lead):
    return next(part.text for part in parts(document, Paragraph) if part.lead == f"{lead}.")


def test_it_has_the_sections_in_their_order_and_says_which_nobody_wrote(reports):
    document = reports[False]
    assert [section.title for section in document.sections] == list(SECTIONS_KNOWN)
    last = {
        section.title: [part.text for part in section.parts if isinstance(part, Paragraph)]
        for section in document.sections[5:]
    }
    assert last["Financial implications"] == ["Fewer than <5 placements cost more.", "A second paragraph."]
    assert last["Legal implications"] == ["Nothing was written for this section."]
    assert last["Contact officer"] == ["Head of safeguarding"]


def test_every_subject_names_indicators_that_there_are_and_each_stands_in_one_subject():
    named = [name for subject in all_subjects() for name in subject.indicators]
    assert len(named) == len(set(named)) and set(named) <= set(all_indicators())
    assert {subject.section for subject in all_subjects()} == set(SECTIONS)
    assert all(subject.indicators or subject.lacking for subject in all_subjects())


def test_every_subject_has_a_heading_and_its_measures_a_row(reports):
    for document in reports.values():
        headings = [part.text for part in parts(document, Subheading)]
        for number, subject in enumerate(all_subjects(), 1):
            assert f"4.{number} {subject.title}" in headings
        titles = [row[0] for table in parts(document, Table) if table.headings == HEADINGS for row in table.rows]
        assert titles == [all_indicators()[name].title for subject in all_subjects() for name in subject.indicators]
        assert all(len(row) == len(table.headings) for table in parts(document, Table) for row in table.rows)
        assert all(chart.picture.alt for chart in parts(document, Chart))


def test_a_paragraph_has_figure_counts_day_movement_comparison_process_control_and_target(reports):
    assert paragraph(reports[False], "Average caseload").startswith(
        "16.3 (2,201 cases over 135.4 full-time equivalents) as at 31 Oct 2026: 0.1 more than September and 1.9 more "
        "than October 2025. On 30 Sep 2025 the median of our statistical neighbours was 14.4"
    )
    for told in (
        "Concern: rose above its upper limit, June to October 2026.",
        "16 or less, missed in October 2026.",
        "Local target, set by Safeguarding performance board",
        "On record: Agency workers leave (1 Nov 2025).",
    ):
        assert told in paragraph(reports[False], "Average caseload")


def test_the_public_is_told_of_no_small_number_and_members_are(reports, borough):
    assert reports[False].classification.startswith("Exempt") and reports[True].classification.startswith("Public")
    months = months_held(borough, LOCAL_USER, AUTHORITY)
    named = {name: all_indicators()[name] for subject in all_subjects() for name in subject.indicators}
    exact = {
        each.indicator: each for each in figures(borough, LOCAL_USER, list(named.values()), AUTHORITY, months[-1:])
    }
    small = [name for name, figure in exact.items() if is_small(figure)]
    rows = {
        public: {row[0]: row[1] for table in parts(document, Table) if table.headings == HEADINGS for row in table.rows}
        for public, document in reports.items()
    }
    assert small
    for name in small:
        title, figure = named[name].title, exact[name]
        assert rows[True][title] == wording.CONFIDENTIAL
        assert rows[False][title].startswith(wording.value(figure.unit, figure.value))
    seen = {each.indicator: each for each in figures(borough, PUBLIC, list(named.values()), AUTHORITY, months[-1:])}
    for name, figure in seen.items():
        is_told = rows[True][named[name].title] not in (wording.CONFIDENTIAL, wording.NONE)
        assert is_told == (figure.value is not None)


def test_caseloads_and_workforce_stand_by_service_beside_neighbours_the_region_and_england(reports, borough):
    by_caption = {table.caption: table for table in parts(reports[False], Table)}
    month = months_held(borough, LOCAL_USER, AUTHORITY)[-1]
    for title, names in {subject.title: subject.by_service for subject in all_subjects() if subject.by_service}.items():
        rows = {row[0]: row[1:] for row in by_caption[f"{title}, by service and beside others"].rows}
        *services, ours, near, around, whole = rows
        assert (ours, near, around, whole) == (ALL, NEIGHBOURS, "London", ENGLAND) and len(services) == 4
        exact = breakdown(borough, LOCAL_USER, [all_indicators()[names[0]]], AUTHORITY, [month], "service")
        assert {figure.group: in_a_cell(figure) for figure in exact} == {group: rows[group][0] for group in services}
        assert "30 Sep 2025" in str(rows["London"][0])


def test_by_service_the_public_is_told_no_small_number_and_nobody_who_leads(reports):
    tables = {table.caption: table for table in parts(reports[True], Table)}
    cells = [str(cell) for row in tables["Workforce, by service and beside others"].rows[:4] for cell in row[1:]]
    assert wording.CONFIDENTIAL in cells and not [
        cell for cell in cells if re.search(r"\((?:[1-5]|[0-4]\.\d) of", cell)
    ]
    led = [table for table in parts(reports[False], Table) if table.headings == LED]
    whole = paragraph(reports[False], "Children with early help").split()[0]
    assert sum(int(row[1]) for row in led[0].rows) >= int(whole) and led[0].caption not in tables
    shares = [re.fullmatch(r"([\d.]+)% \((\d+) of (\d+)\)", str(row[3])) for row in led[0].rows]
    held = [sum(int(share[place]) for share in shares if share) for place in (2, 3)]
    lead = "Early help that held for a year, for each organisation that led it"
    assert "({} spells of {} spells that ended)".format(*held) in paragraph(reports[False], lead)


def test_what_actions_are_doing_stands_beside_the_figure_that_they_should_move(reports):
    told = paragraph(reports[False], "Pathway plans in place")
    assert "Action AP0070: Clear the pathway plans that are overdue. On track. Wrong way: it has moved" in told
    assert "Done 11 May 2026, late." in told and "Action" not in paragraph(reports[False], "Average caseload")


def test_ethnic_groups_that_lie_apart_are_told_with_how_long_and_no_group_of_few(reports):
    told = {section.title: section.parts for section in reports[False].sections}["Diversity implications"]
    assert told[0].number == "8.1" and "comparisons of an ethnic group with the rest" in told[0].text
    rows = told[1].rows
    assert rows and all(len(row) == len(told[1].headings) for row in rows)
    for row in rows:
        share = int(row[2].split(" of ")[1].rstrip(")").replace(",", ""))
        assert share >= 10 and row[1] != "Not known" and row[5].split()[0].isdigit()


def test_quarters_and_the_year_to_date_stand_beside_those_of_the_year_before(reports):
    table = next(part for part in parts(reports[False], Table) if part.caption.startswith("Quarters"))
    assert table.headings == (
        "Measure",
        "31 Oct 2026",
        "Q3 2026/27 to date",
        "Q2 2026/27",
        "Q3 a year ago",
        "2026/27 to date",
        "2025/26 to the same month",
        "Target",
        "How counted",
    )
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Children on a child protection plan"][-1] == "as at the last day"
    assert rows["Generic audits done, of two for each manager"][-1] == "pooled"
    assert rows["Generic audits done, of two for each manager"][:2] == ("42.3% (22 of 52)",) * 2
    assert rows["Average caseload"][-2] == "16 or less: ○ missed"
    assert rows["Open child protection plans of 2 years or more"][-2] == "3% or less: ● met"


def test_entrants_stand_beside_leavers_and_published_years_beside_neighbours_and_england(reports):
    tables = {part.caption: part for part in parts(reports[False], Table)}
    pairs = next(table for caption, table in tables.items() if caption.startswith("Entrants for each leaver"))
    assert (
        pairs.headings == ("Pair", "31 Oct 2026", "30 Sep 2026", "31 Jul 2026", "31 Oct 2025") and len(pairs.rows) == 4
    )
    assert {row[0]: row[1] for row in pairs.rows}[
        "Child protection plans started for each that ceased"
    ] == "1.03 (342 for 331)"
    years = tables["Years, neighbours and England, in figures"]
    row = next(row for row in years.rows if row[0] == "Average caseload")
    assert row[1] == "30 Sep 2025" and row[-2:] == ("14.4", "15.2") and len(years.rows) > 10
    assert row[4] == "14.3 (counted here)"
