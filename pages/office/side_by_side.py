"""Side by side."""

from pages.kit.frame.choices import chosen
from pages.kit.month.side_by_side import side_by_side

side_by_side(chosen())
