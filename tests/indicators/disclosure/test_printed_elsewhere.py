"""What DfE has printed of the same authority and day is known to whoever attacks what we tell."""

from datetime import date

from data.access import LOCAL_USER as LOCAL
from data.published.areas import authorities
from data.published.published_figures import editions, published
from indicators.disclosure.printed_elsewhere import printed_elsewhere
from indicators.engine.catalogue import all_indicators
from tests.store_filling import BRENT

SHIPPED = "workforce.average_caseload"


def test_numbers_printed_for_the_day_are_found_by_the_indicators_that_count_the_same(store):
    assert BRENT in authorities() and LOCAL
    years = [figure for figure in published(store, SHIPPED, max(editions(store))) if figure.authority == BRENT]
    latest = max(years, key=lambda figure: figure.year)
    printed = printed_elsewhere(store, BRENT, date(latest.year, 9, 30))
    of = [each.id for each in all_indicators().values() if each.argument.published == SHIPPED]
    assert of and all(latest.numerator in printed[name, "numerator"] for name in of)
    assert all(latest.denominator in printed[name, "denominator"] for name in of)


def test_on_another_day_nothing_is_printed(store):
    assert printed_elsewhere(store, BRENT, date(2025, 10, 31)) == {}
    assert printed_elsewhere(store, "X09000001", date(2025, 9, 30)) == {}
