"""Leaving care."""

from pages.kit.indicator.service import service_page

service_page(
    "leaving_care",
    first=(
        "pathway_plans_in_place",
        "first_pathway_plan_by_16_and_a_quarter",
        "pathway_plans_reviewed_in_six_months",
        "care_leavers_in_touch",
        "care_leavers_in_suitable_accommodation",
        "care_leavers_in_education_employment_or_training",
    ),
)
