"""The desk that the upload page hands files in at: that of the store behind the pages, for whoever is reading."""

from typing import TYPE_CHECKING

from indicators.change.measuring import EVERY_INDICATOR
from indicators.change.moved_figures import MonthFigures
from pages.kit.frame.session import current_store, reading

if TYPE_CHECKING:
    from validation.publishing.desk import Desk


def desk() -> "Desk[MonthFigures]":
    """Return the desk. What checks takes seconds to start, so only those who hand something in wait for it."""
    from validation.publishing.desk import Desk

    return Desk(current_store(), reading(), EVERY_INDICATOR)
