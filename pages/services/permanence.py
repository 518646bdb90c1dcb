"""Permanence."""

from pages.kit.indicator.service import service_page

service_page(
    "permanence",
    first=(
        "days_from_care_to_adopters",
        "days_from_placement_order_to_match",
        "placed_within_a_year_of_decision",
        "adopted_on_leaving_care",
        "special_guardianship_on_leaving_care",
        "returned_home_unplanned",
        "adopters_stage_1_in_two_months",
        "adopters_stage_2_in_four_months",
    ),
)
