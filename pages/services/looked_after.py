"""Looked-after children."""

from pages.kit.service import service_page

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
        "lac_reviews_overdue",
        "lac_visits_in_timescale",
        "lac_seen_alone",
        "lac_took_part_in_reviews",
        "lac_missing",
        "lac_missing_episodes",
        "lac_missing_over_24_hours",
        "lac_missing_at_month_end",
        "lac_return_interviews_offered",
        "lac_return_interviews_in_72_hours",
        "lac_second_period_in_a_year",
        "under_16s_in_unlawful_placements",
    ),
)
