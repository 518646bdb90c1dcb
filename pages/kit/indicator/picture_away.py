"""The trend of an indicator to take away from its page."""

from indicators.figures.tidy_tables import tidy
from pages.charts.of_series.trend_picture import trend_picture
from pages.kit.frame.choices import Choices
from pages.kit.frame.origin_of import origin_of
from pages.kit.parts.picture_download import offer_picture
from pages.words.series import Series


def take_trend_away(chosen: Choices, series: Series) -> None:
    """Offer the trend of a series as a picture, and its figures."""
    name = f"{series.indicator.id}_{chosen.month:%Y-%m}_trend"
    offer_picture(name, lambda: trend_picture(series, origin_of(chosen, series.now)), lambda: tidy(series.figures))
