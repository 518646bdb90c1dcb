"""Health."""

from pages.kit.indicator.service import service_page

service_page(
    "health",
    first=(
        "initial_health_assessments_in_20_working_days",
        "health_assessments_up_to_date",
        "health_reports_graded_good",
        "dental_checks_up_to_date",
        "immunisations_up_to_date",
        "development_checks_up_to_date",
        "questionnaires_completed",
        "questionnaire_average_score",
        "questionnaire_cause_for_concern",
    ),
)
