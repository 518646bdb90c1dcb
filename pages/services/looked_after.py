"""Looked-after children."""

from pages.kit.service import service_page

service_page("looked_after", first=("children_looked_after", "three_or_more_placements"))
