"""Ready for inspection."""

from pages.kit.frame.choices import chosen
from pages.kit.report.inspection import inspection_page

inspection_page(chosen())
