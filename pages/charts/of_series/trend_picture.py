"""The trend of a series as a picture to take away: its control chart in its frame."""

from pages.charts.of_series.month_line_of import month_line_of
from pages.charts.of_series.origin import Origin
from pages.charts.of_series.plate_of import plate_of
from pages.charts.paper.framed import framed
from pages.charts.paper.large_control_chart import large_control_chart
from pages.charts.paper.picture import Picture
from pages.words.series import Series


def trend_picture(series: Series, origin: Origin, on: str = "light") -> Picture:
    """Paint the trend of a series with all that it must say once it has left the dashboard."""
    line = month_line_of(series)
    return framed(plate_of(series, origin), large_control_chart(line, on), line.alt, on)
