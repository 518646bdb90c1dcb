"""Safeguarding (child protection)."""

from pages.kit.indicator.service import service_page

service_page(
    "child_protection",
    first=(
        "children_on_a_plan",
        "children_on_a_plan_rate",
        "cp_plans_started_rate",
        "cp_plans_ceased_rate",
        "second_or_later_plans",
        "cp_plans_two_years_or_more",
        "cp_plans_two_years_or_more_at_ceasing",
        "section_47_enquiries_rate",
        "initial_conferences_in_15_working_days",
        "cp_reviews_in_timescale",
        "cp_plans_stepped_down",
        "cp_step_down_held",
    ),
)
