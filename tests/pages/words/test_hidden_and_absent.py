"""A figure that is hidden is told apart from one that is not there, by the same signs and sentence everywhere."""

import re
from dataclasses import replace
from pathlib import Path

from indicators.engine.catalogue import indicator_called
from indicators.figures.disclosure import without_numbers
from indicators.figures.figure import Figure
from pages.charts.of_series.brief_text import brief
from pages.kit.indicator.trend import beneath, table
from pages.report.measure_paragraph import in_a_cell
from pages.words import wording
from pages.words.series import Series, finding
from tests.store_filling import BRENT, OCTOBER

ROOT = Path(__file__).parents[3]
PLANS = indicator_called("children_on_a_plan")
HIDDEN = without_numbers(Figure(PLANS.id, BRENT, OCTOBER, "count", 4.0, 4.0, None, 0, 1))
ABSENT = Figure(PLANS.id, BRENT, OCTOBER, "count", None, None, None, 0, None, "Not published for October 2026: Plans.")
SHOWN = replace(ABSENT, value=30.0, numerator=30.0, reason="", load=1)


def test_each_has_its_own_sign_in_every_cell():
    for write in (wording.figure_shown, wording.in_full, in_a_cell):
        assert len({write(figure) for figure in (HIDDEN, ABSENT, SHOWN)}) == 3, write
    assert (wording.figure_shown(HIDDEN), wording.figure_shown(ABSENT)) == ("c", "–")
    assert [row["Figure"] for row in table(Series(PLANS, [ABSENT, HIDDEN, SHOWN]))] == ["30", "c", "–"]


def test_one_sentence_counts_both_and_says_which_is_which():
    said = "3 of 4 months have no figure: 2 hidden (c), to protect small numbers, 1 not there (–)."
    series = Series(PLANS, [HIDDEN, ABSENT, HIDDEN, SHOWN])
    assert wording.missing_months(series.figures) == said and said in beneath(series)
    assert wording.missing_months([ABSENT]) == "1 of 1 months have no figure: 1 not there (–)."
    assert wording.missing_months([SHOWN]) == ""
    assert "2 hidden (c)" in finding(Series(PLANS, [HIDDEN, HIDDEN]))
    assert "Hidden, October 2026" in brief(Series(PLANS, [HIDDEN]))


def test_no_page_writes_the_value_of_a_figure_without_looking_whether_it_is_hidden():
    """A figure that may be missing is written by `figure_shown`; these write one that is there."""
    there = {
        *("pages/words/wording.py", "pages/words/commentary.py", "pages/words/restatements.py"),
        *("pages/report/measure_paragraph.py", "pages/report/subject_parts.py", "pages/words/what_changed.py"),
        *("pages/kit/month/rows_behind.py", "pages/kit/month/beside_others.py", "pages/words/series.py"),
        *("pages/words/as_published.py", "pages/words/due_soon.py", "pages/charts/of_series/brief_text.py"),
        *("pages/report/committee.py", "pages/kit/digest/digest.py"),
        *("pages/kit/indicator/facts.py", "pages/kit/officers/event_effect.py"),
        *("pages/charts/of_series/group_intervals.py", "pages/charts/of_series/month_line_of.py"),
    }
    asking = re.compile(r"wording\.value\((\w+\.)*unit, (\w+\.)+value\)")
    rooms = (ROOT / "pages").rglob("*.py")
    writing = {str(path.relative_to(ROOT)) for path in rooms if asking.search(path.read_text(encoding="utf-8"))}
    assert writing - there == set()
