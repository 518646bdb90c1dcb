"""How good the data is, month by month and extract by extract: one chart, the sentence that says it, and the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st

from data.extracts import all_extracts
from data.ledger.data_quality import last_files
from indicators.engine.catalogue import all_indicators
from pages.charts.alt_text import in_breath
from pages.charts.of_series.records_plate import records_plate
from pages.charts.paper.rows_and_grids import grid_on_paper
from pages.charts.points import GridCell
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.frame.session import current_store
from pages.kit.parts.fold import folded_table
from pages.kit.parts.picture_download import offer_chart
from pages.words import wording
from pages.words.series import period

YEAR = 12
NO_FILE = "–"


@dataclass(frozen=True)
class Spot:
    """Hold one extract of one month: the share of its rows to mend or explain, or None where there is no file."""

    extract: str
    month: date
    share: float | None
    rows: int = 0

    @property
    def text(self) -> str:
        """Write the spot in a word."""
        if self.share is None:
            return NO_FILE
        if not self.rows:
            return "nil"
        return "<1%" if 0 < self.share < 0.005 else f"{self.share:.0%}"


def quality(chosen: Choices) -> None:
    """Draw the share of rows to mend or explain in the last file of each extract, for a year of months."""
    from pages.charts import screen

    spots = spots_of(chosen)
    st.header("Data quality", anchor=False)
    st.markdown(f"**{finding(spots)}**")
    st.caption(
        "Rows to mend or to explain, as a share of the rows of the last file that was checked or published for the "
        "month. A dash within a broken edge marks a month without a file; nil, one that had no rows."
    )
    titles = [all_extracts()[name].title for name in dict.fromkeys(spot.extract for spot in spots)]
    months = tuple(dict.fromkeys(wording.short_month(spot.month) for spot in spots))
    cells = tuple(GridCell(spot.share, spot.text) for spot in spots)
    alt = in_breath("Grid of extracts by month.", finding(spots))
    screen.draw_grid(tuple(titles), months, cells, alt, "quality")
    title = "Share of rows to mend or explain, by extract and month"
    folded_table("data quality by extract and month", "quality", lambda: table(spots), title)
    statistic = f"Rows to mend or to explain, as a share of each month's last file, {period(chosen.months[-YEAR:])}."
    plate = records_plate(origin_of(chosen), "Data quality by extract and month", finding(spots), statistic)
    chart = partial(grid_on_paper, titles, months, cells, "light")
    offer_chart(f"data_quality_{chosen.month:%Y-%m}", chart, plate, alt, lambda: table(spots))


def spots_of(chosen: Choices) -> list[Spot]:
    """Return a spot for each extract and month: the extracts that have a file or that an indicator needs."""
    files = last_files(current_store(), chosen.reader, chosen.authority)
    file_of = {(file["extract"], file["month"]): file for file in files}
    needed = {name for indicator in all_indicators().values() for name in indicator.extracts}
    shown = [name for name in all_extracts() if name in needed or any(name == file["extract"] for file in files)]
    return [_spot(name, month, file_of.get((name, month))) for name in shown for month in chosen.months[-YEAR:]]


def finding(spots: Sequence[Spot]) -> str:
    """Say in a sentence how the data stands: how many files are clean, which is worst, how many are missing."""
    files = [spot for spot in spots if spot.share is not None]
    missing = len(spots) - len(files)
    note = f" {wording.number(missing)} of {wording.number(len(spots))} have no file." if missing else ""
    if not files:
        return "No file has been checked or published."
    worst = max(files, key=lambda spot: spot.share or 0)
    if not worst.share:
        return f"In none of {wording.counted(len(files), 'files')} is a row to mend or to explain.{note}"
    clean = sum(not spot.share for spot in files)
    where = f"{all_extracts()[worst.extract].title}, {wording.short_month(worst.month)}"
    many = f"{wording.number(clean)} of {wording.counted(len(files), 'files')} clean"
    return f"{many}; the worst is {worst.text} ({where}).{note}"


def table(spots: Sequence[Spot]) -> list[dict[str, str]]:
    """Return the spots as rows of words, one for each extract."""
    rows: dict[str, dict[str, str]] = {}
    for spot in spots:
        row = rows.setdefault(spot.extract, {"Extract": wording.plain(all_extracts()[spot.extract].title)})
        row[wording.short_month(spot.month)] = "No file" if spot.share is None else wording.plain(spot.text)
    return list(rows.values())


def _spot(extract: str, month: date, file: dict | None) -> Spot:
    """Make a spot of the last file, or of none."""
    if file is None:
        return Spot(extract, month, None)
    rows, wrong = int(file["rows"]), int(file["to_mend"]) + int(file["to_explain"])
    return Spot(extract, month, min(wrong / rows, 1.0) if rows else 0.0, rows)
