"""Overview."""

from pages.kit import frame, words
from pages.kit.choices import chosen
from pages.kit.overview import headline_rows, how_fresh, published
from pages.kit.since_last_month import in_short
from pages.kit.take_away import take_away

HEADLINES = {
    "front_door": ("re_referrals",),
    "early_help": ("step_down_to_early_help_held",),
    "child_in_need": ("assessments_in_45_working_days",),
    "child_protection": ("children_on_a_plan", "second_or_later_plans", "cp_plans_two_years_or_more"),
    "looked_after": ("children_looked_after", "three_or_more_placements"),
    "permanence": ("permanence_plan_by_second_review",),
    "leaving_care": ("pathway_plans_in_place", "pathway_plans_reviewed_in_six_months"),
    "education": ("lac_persistent_absence",),
    "health": ("health_assessments_up_to_date",),
    "workforce": ("average_caseload", "caseload_above_20"),
    "quality": ("audits_graded_good",),
    "participation": ("children_heard",),
}

now = chosen()
if now is None:
    frame.nothing_published("Overview")
else:
    frame.masthead("Overview", now.place, words.month(now.month), now.later)
    how_fresh(now)
    headline_rows(now, HEADLINES)
    every = [name for names in HEADLINES.values() for name in names]
    in_short(now, every)
    take_away(now, "overview", every)
    published(now)
