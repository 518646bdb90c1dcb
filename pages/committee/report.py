"""Committee report."""

from pages.kit.frame.choices import chosen
from pages.kit.report.committee_report import committee_report_page

committee_report_page(chosen())
