"""Permanence."""

from pages.kit.service import service_page

service_page("permanence", first=("returned_home_unplanned", "special_guardianship_on_leaving_care"))
