"""Who is counted."""

from pages.kit.frame.choices import chosen
from pages.kit.month.rows_behind import what_lies_behind

what_lies_behind(chosen())
