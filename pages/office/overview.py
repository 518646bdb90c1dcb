"""Overview."""

from pages.kit.benchmarking.as_published import before_the_first_month
from pages.kit.digest.digest_download import to_print
from pages.kit.frame.audience_choice import choose_audience
from pages.kit.frame.choices import chosen
from pages.kit.indicator.figures_download import take_away
from pages.kit.indicator.latest_published import fill_in
from pages.kit.indicator.since_last_month import in_short
from pages.kit.month.overview import headline_rows, how_fresh, published, what_is_missing

before_the_first_month()
now = chosen()
what_is_missing(now)
spot, audience = choose_audience()
spots = headline_rows(now, audience, spot)
how_fresh(now)
in_short(now, list(spots))
to_print(now, audience)
take_away(now, "overview", list(spots))
published(now)
fill_in(now, spots)
