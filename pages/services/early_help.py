"""Early help."""

from pages.kit.indicator.service import service_page

service_page(
    "early_help",
    first=(
        "early_help_open",
        "early_help_begun",
        "cases_stepped_down_to_early_help",
        "step_down_to_early_help_held",
        "early_help_ended_with_needs_met",
        "early_help_that_held",
        "early_help_a_year_or_more",
        "referrals_after_early_help",
    ),
)
