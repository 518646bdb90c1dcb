"""Who has published which month, of how many extracts: the region's authorities in a table of counts."""

import streamlit as st

from data.access import Reader
from data.ledger.published_months import PublishedMonth, published_months
from data.months import months_before
from pages.kit.frame.choices import Choices
from pages.kit.frame.session import current_store
from pages.kit.region.region_series import MONTHS, Area
from pages.kit.rows.count_table import CountRow, draw_count_table, shades_of
from pages.words import wording


@st.cache_data(max_entries=20, show_spinner=False)
def months_kept(reader: Reader, revision: int) -> list[PublishedMonth]:  # noqa: ARG001 - part of the key
    """Return what stands published of each month of the authorities that a reader sees."""
    return published_months(current_store(), reader)


def who_published(chosen: Choices, areas: list[Area]) -> None:
    """Draw how many extracts stand published of each of the last months, authority by authority."""
    reader = chosen.reader.as_of_the_region()
    standing = {(month.authority, month.month): month for month in months_kept(reader, chosen.revision)}
    months = [months_before(chosen.month, back) for back in reversed(range(MONTHS))]
    highest = max((month.extracts for month in standing.values()), default=1)
    rows = []
    for area in areas:
        of_area = [standing.get((area.code, month)) for month in months]
        counts = [month.extracts if month else 0 for month in of_area]
        last = of_area[-1]
        when = wording.day(wording.as_clocks_here(last.published_at)) if last else "not yet"
        cells = [*(str(count) if count else wording.NONE for count in counts), when]
        rows.append(CountRow(area.name, cells, [*shades_of(counts, highest), 0]))
    headings = ["Authority", *(wording.short_month(month) for month in months), "Published on"]
    draw_count_table(f"Extracts that stand published, of {highest} at most", headings, rows)
