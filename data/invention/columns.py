"""The extracts and columns that are invented, in the order in which rows are written; all else stays unwritten."""

from data.extract import all_extracts

INVENTED = {
    "assessments": (
        "assessment_id",
        "referral_id",
        "child_id",
        "start_date",
        "authorised_date",
        "child_seen",
        "support_required",
        "team",
    ),
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
    "cin_plans": (
        "plan_id",
        "child_id",
        "start_date",
        "end_date",
        "last_review",
        "team",
    ),
    "contacts": (
        "contact_id",
        "child_id",
        "contact_date",
        "source",
        "decision_date",
        "outcome",
        "team",
    ),
    "early_help": (
        "early_help_id",
        "child_id",
        "start_date",
        "end_date",
        "reason",
        "reason_ended",
        "organisation",
        "team",
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
    "referrals": (
        "referral_id",
        "child_id",
        "referral_date",
        "source",
        "no_further_action",
        "primary_need",
        "close_date",
        "close_reason",
        "team",
    ),
    "school_attendance": (
        "child_id",
        "period",
        "possible_sessions",
        "authorised_absence",
        "unauthorised_absence",
    ),
    "section_47_enquiries": (
        "enquiry_id",
        "referral_id",
        "child_id",
        "start_date",
        "end_date",
        "conference_not_required",
        "conference_date",
        "plan_made",
        "team",
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
        "audit_actions",
        "audits",
        "case_supervision",
        "consultation",
        "cp_reviews",
        "exclusions",
        "lac_health",
        "lac_reviews",
        "missing_episodes",
        "pathway_plans",
        "peps",
        "permanence",
        "population",
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
