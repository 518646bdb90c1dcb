"""Education."""

from pages.kit.indicator.service import service_page

service_page(
    "education",
    first=(
        "lac_persistent_absence",
        "lac_overall_absence",
        "peps_up_to_date",
        "peps_graded_good",
        "lac_suspended",
    ),
)
