"""What stands around the picture of a series once it has left the dashboard."""

from pages.charts.of_series.attribution import attribution
from pages.charts.of_series.origin import Origin
from pages.charts.of_series.who_may_read import classification_of
from pages.charts.plate import Plate
from pages.words import wording
from pages.words.series import Series, finding, period
from pages.words.series_events import anew
from pages.words.target_judgement import whether_it_will
from pages.words.trend_judgement import is_it_changing


def plate_of(series: Series, origin: Origin) -> Plate:
    """Say all that a picture of a series must say: what it finds, of whom, whose it is, and who may read it."""
    indicator = series.indicator
    notes = (whether_it_will(series) if series.target else "", anew(series), attribution(indicator.unit))
    return Plate(
        indicator.title,
        f"{is_it_changing(series).rstrip('.')}. {finding(series)}" if series.known else series.now.reason,
        f"{wording.told(indicator)} {origin.place}, {period([figure.month for figure in series.figures])}.",
        origin.credit(),
        classification_of(series.figures),
        tuple(wording.unformatted(note) for note in notes if note),
    )
