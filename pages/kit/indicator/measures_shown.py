"""Series as cards and lines show them: each value in words, its small chart, its comment, and the way to its page."""

from collections.abc import Mapping, Sequence

from indicators.change.comments import Commented
from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.paper.picture import Picture
from pages.charts.paper.small_control_chart import small_control_chart
from pages.kit.frame.choices import Choices
from pages.kit.frame.contents import indicator_address
from pages.kit.rows.measure import Measure
from pages.kit.rows.measure_board import CARDS, CHANGES, LINES
from pages.words import wording
from pages.words.commentary import reads, signed
from pages.words.in_brief import aimed, apart, moved, state_of
from pages.words.series import Series

SIZES = {CHANGES: (260, 44, 25), CARDS: (320, 64, 25), LINES: (150, 30, 13)}
"""Width and height of a small chart in pixels, and how many months it shows."""


def measures_shown(
    chosen: Choices, all_series: Sequence[Series], comments: Mapping[str, Commented], look: str, on: str
) -> tuple[Measure, ...]:
    """Return series as they are shown in one of the looks of a board, on a light or a dark ground."""
    return tuple(_shown(chosen, series, comments.get(series.indicator.id), look, on) for series in all_series)


def _shown(chosen: Choices, series: Series, stands: Commented | None, look: str, on: str) -> Measure:
    """Return one measure in words, with its chart."""
    figure, indicator, state = series.now, series.indicator, state_of(series)
    aim, is_met = aimed(series.target, figure)
    value = wording.figure_shown(figure)
    bare = wording.number(figure.value, wording.DECIMALS.get(figure.unit, 1)) if figure.value is not None else value
    return Measure(
        name=indicator.title,
        address=indicator_address(indicator.id, chosen),
        state=state.name,
        mark=state.mark,
        word=state.word,
        value=bare,
        ending=value.removeprefix(bare),
        made_of=wording.counts(indicator, figure),
        why=state.why,
        moved=moved(series),
        since=apart(figure, series.ago(1)),
        aim=aim,
        is_met=is_met,
        picture=_picture(series, look, on),
        comment=reads(stands) if stands else "",
        signed=signed(stands.comment) if stands else "",
    )


def _picture(series: Series, look: str, on: str) -> Picture | None:
    """Draw the small chart of a series; none where no month has a figure."""
    width, height, months = SIZES[look]
    return small_control_chart(month_line_of(series), width, height, on, months) if series.known else None
