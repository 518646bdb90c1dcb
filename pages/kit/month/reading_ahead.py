"""Read ahead: what the first reader of the latest month will ask for, read while nobody waits.

What is read is kept for whoever sits at this computer. For whoever signs in under another name it is read anew; to them
the libraries, the definitions, the measured figures and what others publish are there all the same.
"""

from collections.abc import Iterator

from indicators.engine.catalogue import SERVICES
from pages.kit.frame.audience import all_audiences
from pages.kit.frame.choices import choices_of
from pages.kit.frame.series import series_of
from pages.kit.frame.session import at_this_computer
from pages.kit.indicator.one_indicator import one_indicator  # noqa: F401 - read, with all its libraries
from pages.kit.indicator.service import groups, in_order, said_first
from pages.kit.month.overview_rows import overview_rows
from pages.kit.rows.template import prepare_templates
from pages.words.exceptions import exceptions_first

ON = "light"


def read_ahead() -> Iterator[str]:
    """Work out what stands on the overview and on the pages of services; yield the name of each as it is done."""
    prepare_templates()
    chosen = choices_of(at_this_computer())
    if chosen is None:
        return
    for name, audience in all_audiences().items():
        overview_rows(chosen, exceptions_first(series_of(chosen, audience.measures)), ON)
        yield name
    for service in SERVICES:
        all_series = series_of(chosen, in_order(service, ()))
        said_first(chosen, all_series)
        groups(chosen, all_series, (), ON)
        yield service
