"""Children in need."""

from pages.kit.indicator.service import service_page

service_page(
    "child_in_need",
    first=(
        "children_in_need",
        "children_in_need_rate",
        "cin_episodes_started_rate",
        "cin_episodes_ended_rate",
        "assessments_in_45_working_days",
        "assessments_open_past_45_working_days",
        "children_seen_in_assessments",
        "cin_plans_open",
        "cin_plans_reviewed_in_three_months",
        "cin_plans_a_year_or_more",
        "cin_plans_two_years_or_more",
        "cin_plans_stepped_up_to_protection",
    ),
)
