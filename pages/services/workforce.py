"""Workforce."""

from pages.kit.indicator.service import service_page

service_page(
    "workforce",
    first=(
        "average_caseload",
        "caseload_above_20",
        "social_workers_in_post",
        "agency_social_workers",
        "social_work_vacancies",
        "vacancies_covered_by_agency",
        "social_workers_who_left",
        "social_workers_sick_days",
        "social_workers_in_post_two_years",
        "social_workers_supervised",
        "supervision_with_reflection",
        "cases_for_each_supervision",
    ),
)
