"""What publishing has measured: every indicator of a month, and what will be read of it first."""

from data.ledger.measuring import Measuring
from indicators.change.month_readings import read_ahead
from indicators.change.moved_figures import MonthFigures, every_figure
from indicators.engine.catalogue import measure_everything, units

EVERY_INDICATOR: Measuring[MonthFigures] = Measuring(units, measure_everything, every_figure, read_ahead)
