"""Overview."""

from pages.kit.digest.digest_download import to_print
from pages.kit.frame.audience_choice import choose_audience
from pages.kit.frame.choices import chosen, chosen_if_any
from pages.kit.indicator.figures_download import take_away
from pages.kit.indicator.since_last_month import in_short
from pages.kit.month.overview import headline_rows, how_fresh
from pages.kit.parts.fold import folded

if chosen_if_any() is None:
    # What compares with others takes a second and a half to open, so only an empty house waits for it.
    from pages.kit.benchmarking.as_published import before_the_first_month

    before_the_first_month()
choices = chosen()
spot, audience, by = choose_audience()
names = headline_rows(choices, audience, by, spot)
how_fresh(choices)
in_short(choices, names)
folded("Print on one page", "to_print", lambda: to_print(choices, audience))
take_away(choices, "overview", names)
