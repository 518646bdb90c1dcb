"""What lies behind."""

from pages.kit.behind import what_lies_behind
from pages.kit.choices import chosen

what_lies_behind(chosen())
