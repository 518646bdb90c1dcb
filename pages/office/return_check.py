"""Check of a return."""

from pages.kit.frame.choices import chosen
from pages.kit.history.return_check import return_check_page

return_check_page(chosen())
