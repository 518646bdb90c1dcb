"""Fostering and kinship."""

from pages.kit.indicator.service import service_page

service_page(
    "fostering",
    first=(
        "foster_households",
        "foster_households_approved",
        "foster_households_deregistered",
        "foster_places_vacant",
        "fostering_enquiries_applied",
        "temporary_approvals_past_their_weeks",
        "kinship_households_supported",
        "kinship_support_plans_current",
    ),
)
