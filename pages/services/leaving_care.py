"""Leaving care."""

from pages.kit.service import service_page

service_page("leaving_care", first=("pathway_plans_in_place", "pathway_plans_reviewed_in_six_months"))
