"""What lies behind."""

from pages.kit.behind import what_lies_behind
from pages.kit.frame.choices import chosen

what_lies_behind(chosen())
