"""Who has published which month, of how many extracts: the region's authorities in a table of counts."""

from data.months import months_before
from pages.kit.frame.choices import Choices
from pages.kit.region.region_series import MONTHS, Area, as_of_the_region, standing
from pages.kit.rows.count_table import CountRow, draw_count_table, shades_of
from pages.words import wording


def who_published(chosen: Choices, areas: list[Area]) -> None:
    """Draw how many extracts stand published of each of the last months, authority by authority."""
    published = standing(as_of_the_region(chosen))
    months = [months_before(chosen.month, back) for back in reversed(range(MONTHS))]
    highest = max((month.extracts for of_area in published.values() for month in of_area.values()), default=1)
    rows = []
    for area in areas:
        of_area = [published.get(area.code, {}).get(month) for month in months]
        counts = [month.extracts if month else 0 for month in of_area]
        last = of_area[-1]
        when = wording.day(wording.as_clocks_here(last.published_at)) if last else "not yet"
        cells = [*(str(count) if count else wording.NONE for count in counts), when]
        rows.append(CountRow(area.name, cells, [*shades_of(counts, highest), 0]))
    headings = ["Authority", *(wording.short_month(month) for month in months), "Published on"]
    draw_count_table(f"Extracts that stand published, of {highest} at most", headings, rows)
