"""Twelve sentences of the kind that committees were given without a figure: each has the paragraph it should have had.

Each has figure, counts, day and what others stood at, or says that nobody publishes it; what is lacking is named.
"""

import re

from indicators.engine.catalogue import indicator_called
from pages.report.document import Paragraph
from pages.report.subjects import all_subjects
from tests.every_case import every

SENTENCES = {
    "caseloads significantly higher than those of peers": ("average_caseload", "minutes_of_supervision_for_each_case"),
    "not enough evidence of reflective discussion": (
        "supervision_with_reflection",
        "supervision_records_found_reflective",
        "supervision_helps_to_reflect",
    ),
    "two thematic audits a month, and two generic ones of each manager": (
        "thematic_audits_held",
        "generic_audits_done",
    ),
    "a reduction in the duration and the number of plans": (
        "children_on_a_plan",
        "cp_plans_two_years_or_more",
        "cp_plans_two_years_or_more_at_ceasing",
    ),
    "step-down supported by a re-launched policy": ("cp_plans_stepped_down", "cp_step_down_held_for_a_year"),
    "extensive whole-service training": ("trained_in_signs_of_safety",),
    "an extensive programme of consultation": (
        "consultations_held",
        "children_heard",
        "cohorts_reached_by_consultation",
    ),
    "a number of areas have been successfully addressed": (
        "health_assessments_up_to_date",
        "health_reports_graded_good",
    ),
    "managers have attended training": (
        "trained_in_reflective_supervision",
        "trained_in_smart_planning",
        "supervision_order_plans_found_smart",
    ),
    "a significant improvement in timeliness": (
        "pathway_plans_in_place",
        "transition_plans_in_place",
        "joint_assessments_before_18",
    ),
    "considerable effort to avoid absence from school": ("lac_sessions_lost_to_appointments", "lac_overall_absence"),
    "a stable and largely permanent workforce": (
        "social_worker_turnover",
        "agency_social_workers",
        "social_workers_in_post_two_years",
    ),
}
NOT_IN_AN_EXTRACT = {
    "not enough evidence of reflective discussion": "What was discussed is in no extract",
    "step-down supported by a re-launched policy": "Who read a policy is in no extract",
    "a number of areas have been successfully addressed": "Which areas an action plan of the health service has",
    "considerable effort to avoid absence from school": "On which day a clinic is held is in no extract",
}
"""What of a sentence no extract can give: the report says so under its subject."""
OTHERS = (
    "the median of our statistical neighbours was",
    "No figure of other authorities is published for it.",
    "it is not set beside other authorities.",
    "What other authorities published of it is not loaded here.",
)


@every("sentence", SENTENCES)
def test_it_has_figure_counts_day_comparison_and_what_process_control_says(reports, sentence):
    texts = {
        part.lead.rstrip("."): part.text
        for section in reports[False].sections
        for part in section.parts
        if isinstance(part, Paragraph) and part.lead
    }
    for name in SENTENCES[sentence]:
        indicator = indicator_called(name)
        text = texts[indicator.title]
        assert " as at 31 Oct 2026" in text, text
        counts = r"^[\d,.]+ \w+" if indicator.unit == "count" else r"^[\d,.]+.*? \([\d,.]+ .*(of|over|among) [\d,.]+"
        assert re.match(counts, text), text
        assert any(others in text for others in OTHERS), text
        assert re.search(r"No more than chance|Concern|Improvement|Cannot be told|A change", text), text


@every("sentence", NOT_IN_AN_EXTRACT)
def test_what_no_extract_can_give_is_named_where_the_sentence_is_told(sentence):
    (subject,) = [subject for subject in all_subjects() if SENTENCES[sentence][0] in subject.always]
    assert NOT_IN_AN_EXTRACT[sentence] in subject.lacking


def test_there_are_twelve_and_each_is_told_in_every_month():
    always = {name for subject in all_subjects() for name in subject.always}
    assert len(SENTENCES) == 12 and set(NOT_IN_AN_EXTRACT) <= set(SENTENCES)
    assert {name for names in SENTENCES.values() for name in names} <= always
