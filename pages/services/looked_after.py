"""Looked-after children."""

from pages.kit.indicator.service import service_page

service_page(
    "looked_after",
    first=(
        "children_looked_after",
        "children_looked_after_rate",
        "started_to_be_looked_after_rate",
        "ceased_to_be_looked_after_rate",
        "three_or_more_placements",
        "lac_three_or_more_social_workers",
        "lac_reviews_in_timescale",
        "lac_visits_in_timescale",
        "lac_seen_alone",
        "lac_missing",
        "lac_return_interviews_in_72_hours",
        "under_16s_in_unlawful_placements",
    ),
)
