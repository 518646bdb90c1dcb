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
        "under_16s_in_unlawful_placements",
    ),
)
