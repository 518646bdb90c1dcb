"""Tables of the SSD about children in care and after it."""

from data.codes import (
    ACTIVITY,
    CARE_LEAVER_ELIGIBILITY,
    CATEGORY_OF_NEED,
    IN_TOUCH,
    LEGAL_STATUS,
    MISSING_OR_ABSENT,
    PLACEMENT,
    PLACEMENT_PROVIDER,
    PREVIOUS_PERMANENCE,
    REASON_EPISODE_ENDED,
    REASON_PLACEMENT_CHANGED,
    REASON_REVERSED,
    YES_NO,
)
from data.returns.list_columns import Amount, Answer, Day, Reference, Words
from data.returns.ssd.table import table

CARE_TABLES = {
    "cla_episodes": table(
        "ssd_cla_episodes",
        "clae_cla_episode_id",
        {
            "clae_cla_episode_id": Reference(("clae_cla_episode_id",)),
            "clae_person_id": Reference(("clae_person_id",)),
            "clae_cla_id": Reference(("clae_cla_id",)),
            "clae_cla_placement_id": Reference(("clae_cla_placement_id",)),
            "clae_cla_episode_start_date": Day(("clae_cla_episode_start_date", "clae_cla_episode_start")),
            "clae_cla_episode_start_reason": Words(("clae_cla_episode_start_reason",)),
            "clae_cla_primary_need_code": Answer(
                ("clae_cla_primary_need_code", "clae_cla_primary_need"), CATEGORY_OF_NEED
            ),
            "clae_cla_episode_ceased_date": Day(("clae_cla_episode_ceased_date", "clae_cla_episode_ceased")),
            "clae_cla_episode_ceased_reason": Answer(
                ("clae_cla_episode_ceased_reason", "clae_cla_episode_cease_reason"), REASON_EPISODE_ENDED
            ),
            "clae_entered_care_date": Day(("clae_entered_care_date",)),
            "clae_cla_last_iro_contact_date": Day(("clae_cla_last_iro_contact_date",)),
        },
        ("clae_person_id",),
    ),
    "cla_placement": table(
        "ssd_cla_placement",
        "clap_cla_placement_id",
        {
            "clap_cla_placement_id": Reference(("clap_cla_placement_id",)),
            "clap_cla_id": Reference(("clap_cla_id",)),
            "clap_person_id": Reference(("clap_person_id",)),
            "clap_cla_placement_start_date": Day(("clap_cla_placement_start_date",)),
            "clap_cla_placement_end_date": Day(("clap_cla_placement_end_date",)),
            "clap_cla_placement_type": Answer(("clap_cla_placement_type",), PLACEMENT),
            "clap_cla_placement_provider": Answer(("clap_cla_placement_provider",), PLACEMENT_PROVIDER),
            "clap_cla_placement_urn": Reference(("clap_cla_placement_urn",)),
            "clap_cla_placement_distance": Amount(("clap_cla_placement_distance",)),
            "clap_cla_placement_postcode": Words(("clap_cla_placement_postcode",)),
            "clap_cla_placement_change_reason": Answer(("clap_cla_placement_change_reason",), REASON_PLACEMENT_CHANGED),
        },
        ("clap_cla_placement_start_date",),
        looked_up=True,
    ),
    "legal_status": table(
        "ssd_legal_status",
        "lega_legal_status_id",
        {
            "lega_legal_status_id": Reference(("lega_legal_status_id",)),
            "lega_person_id": Reference(("lega_person_id",)),
            "lega_legal_status": Answer(("lega_legal_status",), LEGAL_STATUS),
            "lega_legal_status_start_date": Day(("lega_legal_status_start_date", "lega_legal_status_start")),
            "lega_legal_status_end_date": Day(("lega_legal_status_end_date", "lega_legal_status_end")),
        },
        ("lega_person_id",),
        looked_up=True,
    ),
    "cla_reviews": table(
        "ssd_cla_reviews",
        "clar_cla_review_id",
        {
            "clar_cla_review_id": Reference(("clar_cla_review_id",)),
            "clar_cla_id": Reference(("clar_cla_id",)),
            "clar_cla_person_id": Reference(("clar_cla_person_id", "clar_person_id")),
            "clar_cla_review_due_date": Day(("clar_cla_review_due_date",), happens=False),
            "clar_cla_review_date": Day(("clar_cla_review_date",)),
            "clar_cla_review_cancelled": Answer(("clar_cla_review_cancelled",), YES_NO),
            "clar_cla_review_participation": Words(("clar_cla_review_participation",)),
        },
        ("clar_cla_review_date",),
    ),
    "cla_health": table(
        "ssd_cla_health",
        "clah_health_check_id",
        {
            "clah_health_check_id": Reference(("clah_health_check_id",)),
            "clah_person_id": Reference(("clah_person_id",)),
            "clah_health_check_type": Words(("clah_health_check_type",)),
            "clah_health_check_date": Day(("clah_health_check_date",)),
            "clah_health_check_status": Words(("clah_health_check_status",)),
        },
        ("clah_person_id",),
        looked_up=True,
    ),
    "cla_immunisations": table(
        "ssd_cla_immunisations",
        "clai_person_id",
        {
            "clai_person_id": Reference(("clai_person_id",)),
            "clai_immunisations_status": Answer(
                ("clai_immunisations_status", "clai_immunisations_status_flag"), YES_NO
            ),
            "clai_immunisations_status_date": Day(("clai_immunisations_status_date",)),
        },
        ("clai_immunisations_status",),
        looked_up=True,
    ),
    "sdq_scores": table(
        "ssd_sdq_scores",
        "csdq_table_id",
        {
            "csdq_table_id": Reference(("csdq_table_id",)),
            "csdq_person_id": Reference(("csdq_person_id",)),
            "csdq_sdq_completed_date": Day(("csdq_sdq_completed_date",)),
            "csdq_sdq_score": Amount(("csdq_sdq_score",)),
            "csdq_sdq_reason": Words(("csdq_sdq_reason",)),
        },
        ("csdq_person_id",),
    ),
    "cla_substance_misuse": table(
        "ssd_cla_substance_misuse",
        "clas_substance_misuse_id",
        {
            "clas_substance_misuse_id": Reference(("clas_substance_misuse_id",)),
            "clas_person_id": Reference(("clas_person_id",)),
            "clas_substance_misuse_date": Day(("clas_substance_misuse_date",)),
            "clas_intervention_received": Answer(("clas_intervention_received",), YES_NO),
        },
        ("clas_person_id",),
    ),
    "cla_convictions": table(
        "ssd_cla_convictions",
        "clac_cla_conviction_id",
        {
            "clac_cla_conviction_id": Reference(("clac_cla_conviction_id",)),
            "clac_person_id": Reference(("clac_person_id",)),
            "clac_cla_conviction_date": Day(("clac_cla_conviction_date",)),
        },
        ("clac_person_id",),
    ),
    "missing": table(
        "ssd_missing",
        "miss_table_id",
        {
            "miss_table_id": Reference(("miss_table_id",)),
            "miss_person_id": Reference(("miss_person_id",)),
            "miss_missing_episode_type": Answer(("miss_missing_episode_type",), MISSING_OR_ABSENT),
            "miss_missing_episode_start_date": Day(
                ("miss_missing_episode_start_date", "miss_missing_episode_start", "miss_mis_epi_start")
            ),
            "miss_missing_episode_end_date": Day(
                ("miss_missing_episode_end_date", "miss_missing_episode_end", "miss_mis_epi_end")
            ),
            "miss_missing_rhi_offered": Answer(("miss_missing_rhi_offered",), YES_NO),
            "miss_missing_rhi_accepted": Answer(("miss_missing_rhi_accepted",), YES_NO),
        },
        ("miss_person_id",),
    ),
    "care_leavers": table(
        "ssd_care_leavers",
        "clea_person_id",
        {
            "clea_person_id": Reference(("clea_person_id",)),
            "clea_care_leaver_eligibility": Answer(("clea_care_leaver_eligibility",), CARE_LEAVER_ELIGIBILITY),
            "clea_care_leaver_in_touch": Answer(("clea_care_leaver_in_touch",), IN_TOUCH),
            "clea_care_leaver_latest_contact": Day(("clea_care_leaver_latest_contact",)),
            "clea_care_leaver_accommodation": Words(("clea_care_leaver_accommodation",)),
            "clea_care_leaver_accom_suitable": Words(("clea_care_leaver_accom_suitable",)),
            "clea_care_leaver_activity": Answer(("clea_care_leaver_activity",), ACTIVITY),
            "clea_pathway_plan_review_date": Day(("clea_pathway_plan_review_date",)),
            "clea_care_leaver_personal_advisor": Words(("clea_care_leaver_personal_advisor",)),
            "clea_care_leaver_allocated_team": Words(
                ("clea_care_leaver_allocated_team", "clea_care_leaver_allocated_team_name")
            ),
        },
        ("clea_care_leaver_eligibility",),
    ),
    "permanence": table(
        "ssd_permanence",
        "perm_table_id",
        {
            "perm_table_id": Reference(("perm_table_id",)),
            "perm_person_id": Reference(("perm_person_id",)),
            "perm_cla_id": Reference(("perm_cla_id",)),
            "perm_adm_decision_date": Day(("perm_adm_decision_date",)),
            "perm_placement_order_date": Day(("perm_placement_order_date",)),
            "perm_matched_date": Day(("perm_matched_date",)),
            "perm_placed_ffa_cp_date": Day(("perm_placed_ffa_cp_date",)),
            "perm_placed_for_adoption_date": Day(("perm_placed_for_adoption_date",)),
            "perm_permanence_order_date": Day(("perm_permanence_order_date",)),
            "perm_permanence_order_type": Words(("perm_permanence_order_type",)),
            "perm_decision_reversed_date": Day(("perm_decision_reversed_date",)),
            "perm_decision_reversed_reason": Answer(("perm_decision_reversed_reason",), REASON_REVERSED),
        },
        ("perm_person_id",),
    ),
    "cla_previous_permanence": table(
        "ssd_cla_previous_permanence",
        "lapp_person_id",
        {
            "lapp_person_id": Reference(("lapp_person_id",)),
            "lapp_previous_permanence_option": Answer(("lapp_previous_permanence_option",), PREVIOUS_PERMANENCE),
            "lapp_previous_permanence_order_date": Words(("lapp_previous_permanence_order_date",)),
        },
        ("lapp_previous_permanence_option",),
        looked_up=True,
    ),
}
