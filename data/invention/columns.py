"""The extracts and columns that are invented, in the order in which rows are written; all else stays unwritten."""

from data.extract import all_extracts

INVENTED = {
    "care_leavers": (
        "child_id",
        "eligibility",
        "eligible_from",
        "support_ended",
        "opted_in",
        "plan_date",
        "review_date",
        "in_touch",
        "accommodation",
        "activity",
        "team",
    ),
    "case_allocations": (
        "allocation_id",
        "child_id",
        "worker_id",
        "allocated_as",
        "case_type",
        "start_date",
        "end_date",
    ),
    "child_protection_plans": (
        "plan_id",
        "child_id",
        "start_date",
        "end_date",
        "initial_category",
        "category",
        "previous_plans",
        "other_authority",
        "team",
    ),
    "children": (
        "child_id",
        "date_of_birth",
        "sex",
        "ethnicity",
        "disability",
        "unaccompanied",
    ),
    "looked_after_children": (
        "child_id",
        "start_date",
        "reason_started",
        "legal_status",
        "placement",
        "placement_provider",
        "end_date",
        "reason_ended",
        "team",
    ),
    "school_attendance": (
        "child_id",
        "period",
        "possible_sessions",
        "authorised_absence",
        "unauthorised_absence",
    ),
    "social_workers": (
        "worker_id",
        "team",
        "service",
        "role",
        "fte",
        "agency",
        "newly_qualified",
        "start_date",
        "end_date",
    ),
}

NOT_YET_TOLD = frozenset(
    (
        "adopters",
        "aggregates",
        "assessments",
        "audit_actions",
        "audits",
        "case_supervision",
        "cin_plans",
        "consultation",
        "contacts",
        "cp_reviews",
        "early_help",
        "exclusions",
        "lac_health",
        "lac_reviews",
        "missing_episodes",
        "pathway_plans",
        "peps",
        "permanence",
        "population",
        "referrals",
        "section_47_enquiries",
        "social_worker_episodes",
        "supervision",
        "training",
        "vacancies",
        "visits",
    )
)
"""The sector's extracts that nobody in the borough has a record in yet: a story is owed to each.

What is in neither list, such as an extract just dropped in, is invented plainly from its declaration.
"""


def columns_of(extract: str) -> list[str]:
    """Return the columns of an extract that are invented: those listed here, or all that are declared."""
    return list(INVENTED.get(extract) or all_extracts()[extract].column_names)
