"""Quality of practice."""

from pages.kit.indicator.service import service_page

service_page(
    "quality",
    first=(
        "audits_graded_good",
        "audits_graded_inadequate",
        "thematic_audits_held",
        "generic_audits_done",
        "cp_plans_found_smart",
        "cin_plans_found_smart",
        "on_a_plan_discussed_in_supervision",
        "open_cases_discussed_in_supervision",
        "audit_actions_closed_on_time",
        "audit_actions_overdue",
        "action_plan_done_in_time",
        "action_plan_overdue",
    ),
)
