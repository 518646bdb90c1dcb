"""Participation."""

from pages.kit.indicator.service import service_page

service_page(
    "participation",
    first=(
        "consultations_held",
        "children_heard",
        "cohorts_reached_by_consultation",
        "consultations_reported_back",
        "consultation_actions_done",
    ),
)
