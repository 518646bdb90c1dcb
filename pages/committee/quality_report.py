"""Quality framework."""

from pages.kit.frame.choices import chosen
from pages.kit.report.quality_report import quality_report_page

quality_report_page(chosen())
