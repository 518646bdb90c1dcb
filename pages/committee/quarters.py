"""By quarter."""

from pages.kit.frame.choices import chosen
from pages.kit.report.by_quarter import by_quarter

by_quarter(chosen())
