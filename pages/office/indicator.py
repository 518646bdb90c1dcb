"""One indicator."""

from pages.kit.frame.choices import chosen
from pages.kit.indicator.one_indicator import one_indicator

one_indicator(chosen())
