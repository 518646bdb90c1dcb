"""The invented borough as its case system would write it: tables of the Standard Safeguarding Dataset, of its stories.

What the dataset does not hold, such as when a contact was decided, is in no table; what is to come is blank.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from data.invention.dated_record import Record, written
from data.invention.known_at_month_end import Borough, child_row, eligibility, entitled, family_id, known_end, team_at
from data.invention.need_at_month_end import known, of_its_year
from data.invention.ordinal_days import FIRST_WINDOW, birthday, first_day, iso, last_day, months_after
from data.invention.people import Child, Episode


@dataclass(frozen=True)
class Outcome:
    """Hold what came of something: the flag that one system sets for it, and the words that another writes."""

    flag: str
    words: str


Value = str | Outcome
Row = dict[str, Value]
Tables = dict[str, list[Row]]
YEARS = 6
DECIDED = {
    "REF": Outcome("NEW_REFERRAL_FLAG", "Refer to children's social care"),
    "EH": Outcome("EARLY_HELP_FLAG", "Early help referral"),
    "INFO": Outcome("ADVICE_FLAG", "Information and advice"),
    "NFA": Outcome("NFA_FLAG", "No further action"),
}
FOUND = {True: Outcome("NFA_FLAG", "No further action"), False: Outcome("PROV_OF_SERVICES_FLAG", "Section 17 services")}
ENQUIRED = {
    True: Outcome("CP_CONFERENCE_FLAG", "Initial conference"),
    False: Outcome("NFA_CONTINUE_SINGLE_FLAG", "Continue with the assessment"),
}
TITLES = {
    "1": "Head of Service",
    "2": "Service Manager",
    "3": "Team Manager",
    "4": "Senior Social Worker",
    "5": "Social Worker",
    "6": "Social Worker",
}
CHECKS = {
    "IHA": "Initial Health Assessment",
    "RHA": "Review Health Assessment",
    "DENTAL": "Dental Check",
    "DEV": "Health Surveillance Check",
    "IMM": "Immunisations",
}


def dataset_of(borough: Borough, month: str) -> Tables:
    """Write every table as it stands at the end of a month: days as ISO text, blank where there is nothing."""
    end = last_day(month)
    since = months_after(end + 1, -12 * YEARS) - 1
    told = defaultdict(list)
    for record in borough.records:
        if record.begins <= end and (record.extract == "visits" or end < record.replaced):
            told[record.extract].append(record)
    everyone = [child for child in borough.everyone if child.child_id]
    return {
        **people(everyone, end),
        **need(borough, since, end),
        **protection(borough, told, end),
        **visits_paid(told["visits"], end),
        **care(everyone, told, end),
        **health(told["lac_health"], end),
        **workforce(borough, end),
    }


def people(everyone: list[Child], end: int) -> Tables:
    """Write who the children are."""
    rows = [(child, child_row(child, end)) for child in everyone]
    return {
        "person": [
            {
                "pers_person_id": child_id,
                "pers_forename": "Not",
                "pers_surname": "Kept",
                "pers_sex": sex,
                "pers_ethnicity": ethnicity,
                "pers_dob": born if child.born <= end else "",
                "pers_expected_dob": "" if child.born <= end else born,
            }
            for child, (child_id, born, sex, ethnicity, _, _) in rows
        ],
        "disability": [
            {"disa_table_id": f"D{child_id}", "disa_person_id": child_id, "disa_disability_code": disability}
            for _, (child_id, _, _, _, disability, _) in rows
        ],
        "immigration_status": [
            {
                "immi_person_id": child.child_id,
                "immi_immigration_status": "UASC",
                "immi_immigration_status_end_date": "",
            }
            for child in everyone
            if child.unaccompanied
        ],
        "family": [{"fami_family_id": family_id(child.family), "fami_person_id": child.child_id} for child in everyone],
    }


def need(borough: Borough, since: int, end: int) -> Tables:
    """Write contacts, early help, referrals, assessments, what they found, and plans of children in need."""
    cases = [case for case in borough.need.cases if case.referred <= end and case.closed > since]
    assessed = [case for case in cases if case.assessment_began is not None and case.assessment_began <= end]
    return {
        "contacts": [
            {
                "cont_contact_id": contact.contact_id,
                "cont_person_id": contact.child.child_id,
                "cont_contact_date": iso(contact.when),
                "cont_contact_source_code": of_its_year(contact.source, contact.when),
                "cont_contact_outcome_json": DECIDED[contact.outcome] if contact.decided <= end else "",
            }
            for contact in borough.need.contacts
            if since < contact.when <= end
        ],
        "early_help_episodes": [
            {
                "earl_episode_id": spell.help_id,
                "earl_person_id": spell.child.child_id,
                "earl_episode_start_date": iso(spell.start),
                "earl_episode_end_date": known(spell.end, end),
                "earl_episode_reason": spell.reason,
                "earl_episode_end_reason": spell.reason_ended if spell.end <= end else "",
                "earl_episode_organisation": spell.organisation,
            }
            for spell in borough.need.help
            if spell.start <= end and spell.end > since
        ],
        "cin_episodes": [
            {
                "cine_referral_id": case.referral_id,
                "cine_person_id": case.child.child_id,
                "cine_referral_date": iso(case.referred),
                "cine_cin_primary_need_code": case.need if case.opened else "",
                "cine_referral_source_code": of_its_year(case.source, case.referred),
                "cine_referral_nfa": "N" if case.opened else "Y",
                "cine_close_reason": case.reason_closed if case.closed <= end else "",
                "cine_close_date": known(case.closed, end),
                "cine_referral_team": case.team_at(case.referred),
            }
            for case in cases
        ],
        "cin_assessments": [
            {
                "cina_assessment_id": f"A{case.referral_id}",
                "cina_person_id": case.child.child_id,
                "cina_referral_id": case.referral_id,
                "cina_assessment_start_date": iso(case.assessment_began),
                "cina_assessment_child_seen": ("Y" if case.seen else "N") if known(case.authorised, end) else "",
                "cina_assessment_auth_date": known(case.authorised, end),
                "cina_assessment_outcome_json": FOUND[case.assessed_only] if known(case.authorised, end) else "",
                "cina_assessment_outcome_nfa": ("Y" if case.assessed_only else "N")
                if known(case.authorised, end)
                else "",
                "cina_assessment_team": case.team_at(case.referred),
            }
            for case in assessed
        ],
        "assessment_factors": [
            {
                "cinf_table_id": f"F{case.referral_id}",
                "cinf_assessment_id": f"A{case.referral_id}",
                "cinf_assessment_factors_json": json.dumps(case.factors.split(",")),
            }
            for case in assessed
            if known(case.authorised, end)
        ],
        "cin_plans": [
            {
                "cinp_cin_plan_id": plan.plan_id,
                "cinp_referral_id": plan.case.referral_id,
                "cinp_person_id": plan.case.child.child_id,
                "cinp_cin_plan_start_date": iso(plan.start),
                "cinp_cin_plan_end_date": known(plan.end, end),
                "cinp_cin_plan_team": plan.case.team_at(end),
            }
            for plan in borough.need.plans
            if plan.start <= end and plan.end > since
        ],
    }


def protection(borough: Borough, told: dict[str, list[Record]], end: int) -> Tables:
    """Write enquiries, conferences, plans and their reviews."""
    enquiries = [enquiry for enquiry in borough.need.enquiries if enquiry.start <= end]
    plans = [plan for child in borough.everyone for plan in child.plans if plan.start <= end]
    return {
        "s47_enquiry": [
            {
                "s47e_s47_enquiry_id": enquiry.enquiry_id,
                "s47e_referral_id": enquiry.case.referral_id,
                "s47e_person_id": enquiry.case.child.child_id,
                "s47e_s47_start_date": iso(enquiry.start),
                "s47e_s47_end_date": known(enquiry.end, end),
                "s47e_s47_nfa": ("N" if enquiry.conference else "Y") if enquiry.end <= end else "",
                "s47e_s47_outcome_json": ENQUIRED[enquiry.conference is not None] if enquiry.end <= end else "",
                "s47e_s47_completed_by_team": enquiry.case.team_at(end),
            }
            for enquiry in enquiries
        ],
        "initial_cp_conference": [
            {
                "icpc_icpc_id": f"I{enquiry.enquiry_id}",
                "icpc_s47_enquiry_id": enquiry.enquiry_id,
                "icpc_person_id": enquiry.case.child.child_id,
                "icpc_referral_id": enquiry.case.referral_id,
                "icpc_icpc_transfer_in": "N",
                "icpc_icpc_date": known(enquiry.conference, end),
                "icpc_icpc_outcome_cp_flag": ("Y" if enquiry.plan_made else "N")
                if known(enquiry.conference, end)
                else "",
                "icpc_icpc_team": enquiry.case.team_at(end),
            }
            for enquiry in enquiries
            if enquiry.conference is not None and enquiry.end <= end
        ],
        "cp_plans": [
            {
                "cppl_cp_plan_id": plan.plan_id,
                "cppl_person_id": plan.child.child_id,
                "cppl_cp_plan_start_date": iso(plan.start),
                "cppl_cp_plan_end_date": known_end(plan.end, end),
                "cppl_cp_plan_ola": "Y" if plan.other_authority else "N",
                "cppl_cp_plan_initial_category": plan.initial_category,
                "cppl_cp_plan_latest_category": plan.category
                if plan.recategorised <= min(end, plan.end)
                else plan.initial_category,
            }
            for plan in plans
        ],
        "cp_reviews": rows_of(
            told["cp_reviews"],
            end,
            (
                *(
                    "cppr_cp_review_id",
                    "cppr_cp_plan_id",
                    "cppr_person_id",
                    "cppr_cp_review_due",
                    "cppr_cp_review_date",
                ),
                *("cppr_cp_review_quorate", "cppr_cp_review_participation", "", "cppr_cp_review_outcome_continue_cp"),
            ),
        ),
    }


def rows_of(records: list[Record], end: int, columns: tuple[str, ...]) -> list[Row]:
    """Write what is known of records, cell by cell under columns; what has no column is left out."""
    return [
        {column: written(cell, end) for column, cell in zip(columns, record.cells, strict=False) if column}
        for record in records
    ]


def visits_paid(records: list[Record], end: int) -> Tables:
    """Write every visit in the table of its kind."""
    tables: Tables = {"cin_visits": [], "cp_visits": [], "cla_visits": []}
    prefixes = {"CP": ("cp", "cppv"), "CLA": ("cla", "clav"), "CIN": ("cin", "cinv")}
    for record in records:
        visit_id, child_id, kind, when, seen, alone = (written(cell, end) for cell in record.cells)
        name, prefix = prefixes[kind]
        tables[f"{name}_visits"].append(
            {
                f"{prefix}_{name}_visit_id": visit_id,
                f"{prefix}_person_id": child_id,
                f"{prefix}_{name}_visit_date": when,
                f"{prefix}_{name}_visit_seen": seen,
                f"{prefix}_{name}_visit_seen_alone": alone,
            }
        )
    return tables


def care(everyone: list[Child], told: dict[str, list[Record]], end: int) -> Tables:
    """Write care and what follows it: episodes, homes and legal statuses apart, each with its own beginning."""
    lives = [(child, list(periods(child, end))) for child in everyone if child.episodes]
    missing = ("miss_person_id", "miss_missing_episode_type", "miss_missing_episode_start_date")
    tables: Tables = {
        "cla_episodes": [row for child, cared in lives for row in care_episodes(child, cared, end)],
        "cla_placement": [row for child, cared in lives for row in homes(child, cared, end)],
        "legal_status": [row for child, cared in lives for row in statuses(child, cared, end)],
        "cla_reviews": rows_of(
            told["lac_reviews"], end, ("clar_cla_person_id", "clar_cla_review_date", "clar_cla_review_participation")
        ),
        "missing": rows_of(
            told["missing_episodes"],
            end,
            (*missing, "miss_missing_episode_end_date", "miss_missing_rhi_offered", "miss_missing_rhi_accepted"),
        ),
        "care_leavers": [
            left_care(child, end) for child in everyone if child.leaving and entitled(child.leaving, end, end)
        ],
        "permanence": rows_of(
            told["permanence"],
            end,
            (
                *("perm_person_id", "", "perm_adm_decision_date", "perm_placement_order_date", "perm_matched_date"),
                *("perm_placed_for_adoption_date", "perm_permanence_order_date", "perm_permanence_order_type"),
                *("perm_decision_reversed_date", "perm_decision_reversed_reason"),
            ),
        ),
    }
    for name, key in {
        "cla_reviews": "clar_cla_review_id",
        "missing": "miss_table_id",
        "permanence": "perm_table_id",
    }.items():
        for number, row in enumerate(tables[name], start=1):
            row[key] = f"{key[0].upper()}{number:05d}"
    return tables


def periods(child: Child, end: int) -> Iterator[list[Episode]]:
    """Give the episodes begun by a day, period of care by period."""
    period: list[Episode] = []
    for episode in child.episodes:
        if episode.start > end:
            break
        period.append(episode)
        if episode.reason_ended != "X1":
            yield period
            period = []
    if period:
        yield period


def care_episodes(child: Child, cared: list[list[Episode]], end: int) -> Iterator[Row]:
    """Write the episodes, each with the day on which its period of care began."""
    for number, period in enumerate(cared, start=1):
        for place, episode in enumerate(period):
            yield {
                "clae_cla_episode_id": f"{child.child_id}E{number}N{place}",
                "clae_person_id": child.child_id,
                "clae_cla_id": f"{child.child_id}L{number}",
                "clae_cla_placement_id": "",
                "clae_cla_episode_start_date": iso(episode.start),
                "clae_cla_episode_start_reason": episode.reason_started,
                "clae_cla_episode_ceased_date": known_end(episode.end, end),
                "clae_cla_episode_ceased_reason": episode.reason_ended if episode.end <= end else "",
                "clae_entered_care_date": iso(period[0].start),
            }


def homes(child: Child, cared: list[list[Episode]], end: int) -> Iterator[Row]:
    """Write where the child lived: another home, or the same one by another code, begins a record."""
    for number, period in enumerate(cared, start=1):
        spells: list[list[Episode]] = []
        for episode in period:
            same = spells and episode.reason_started == "L"
            if same and kind_of_home(spells[-1][-1], end) == kind_of_home(episode, end):
                spells[-1].append(episode)
            else:
                spells.append([episode])
        for place, spell in enumerate(spells):
            yield {
                "clap_cla_placement_id": f"{child.child_id}H{number}N{place}",
                "clap_cla_id": f"{child.child_id}L{number}",
                "clap_person_id": child.child_id,
                "clap_cla_placement_start_date": iso(spell[0].start),
                "clap_cla_placement_end_date": known_end(spell[-1].end, end),
                "clap_cla_placement_type": kind_of_home(spell[-1], end),
                "clap_cla_placement_provider": spell[0].provider,
                "clap_cla_placement_distance": spell[0].distance,
            }


def kind_of_home(episode: Episode, end: int) -> str:
    """Write the kind of placement by the codes of its year."""
    old = min(episode.end, end) < first_day("2024-04")
    return "H5" if episode.placement == "K3" and old else episode.placement


def statuses(child: Child, cared: list[list[Episode]], end: int) -> Iterator[Row]:
    """Write the legal statuses, each for as long as it lasted without a break."""
    for number, period in enumerate(cared, start=1):
        spells: list[list[Episode]] = []
        for episode in period:
            if spells and spells[-1][-1].legal_status == episode.legal_status:
                spells[-1].append(episode)
            else:
                spells.append([episode])
        for place, spell in enumerate(spells):
            yield {
                "lega_legal_status_id": f"{child.child_id}S{number}N{place}",
                "lega_person_id": child.child_id,
                "lega_legal_status": spell[0].legal_status,
                "lega_legal_status_start_date": iso(spell[0].start),
                "lega_legal_status_end_date": known_end(spell[-1].end, end),
            }


def left_care(child: Child, end: int) -> Row:
    """Write a care leaver as things stand; contact and activity are asked once care has ended."""
    leaving = child.leaving
    if leaving is None:
        raise ValueError(child.child_id)
    age = next(years for years in range(25, 14, -1) if birthday(child.born, years) <= end)
    in_touch, home, activity = leaving.years.get(age, ("", "", "")) if leaving.left_care <= end else ("", "", "")
    reviewed = [when for when in leaving.reviews if when <= end]
    return {
        "clea_table_id": f"CL{child.child_id}",
        "clea_person_id": child.child_id,
        "clea_care_leaver_eligibility": eligibility(child, leaving, end),
        "clea_care_leaver_in_touch": in_touch,
        "clea_care_leaver_accommodation": home[:1],
        "clea_care_leaver_accom_suitable": {"1": "Suitable", "2": "Unsuitable"}.get(home[1:], ""),
        "clea_care_leaver_activity": activity,
        "clea_pathway_plan_review_date": iso(reviewed[-1]) if reviewed else "",
        "clea_care_leaver_personal_advisor": leaving.adviser,
        "clea_care_leaver_allocated_team": team_at(child, end),
    }


def health(records: list[Record], end: int) -> Tables:
    """Write checks, questionnaires, substance misuse and convictions, each in its own table."""
    tables: Tables = {"cla_health": [], "sdq_scores": [], "cla_substance_misuse": [], "cla_convictions": []}
    for record in records:
        event, child_id, kind, when, score, reason, received, *_ = (written(cell, end) for cell in record.cells)
        if kind == "SDQ":
            names = ("csdq_table_id", "csdq_person_id", "csdq_sdq_completed_date", "csdq_sdq_score", "csdq_sdq_reason")
            tables["sdq_scores"].append(dict(zip(names, (event, child_id, when, score, reason), strict=True)))
        elif kind == "SUBSTANCE":
            names = ("clas_substance_misuse_id", "clas_person_id", "clas_substance_misuse_date")
            row: Row = dict(zip(names, (event, child_id, when), strict=True))
            tables["cla_substance_misuse"].append({**row, "clas_intervention_received": received})
        elif kind == "CONVICTED":
            names = ("clac_cla_conviction_id", "clac_person_id", "clac_cla_conviction_date")
            tables["cla_convictions"].append(dict(zip(names, (event, child_id, when), strict=True)))
        else:
            names = ("clah_health_check_id", "clah_person_id", "clah_health_check_type", "clah_health_check_date")
            tables["cla_health"].append(dict(zip(names, (event, child_id, CHECKS[kind], when), strict=True)))
    return tables


def workforce(borough: Borough, end: int) -> Tables:
    """Write who works here, in which team, and with which child."""
    spells = [
        spell
        for child in borough.children
        for spell in child.allocations
        if spell.start <= end and (spell.end is None or spell.end > FIRST_WINDOW)
    ]
    in_post = [worker for worker in borough.workers if worker.start <= end < worker.end]
    teams = sorted({worker.team for worker in borough.workers} | {spell.worker.team for spell in spells})
    return {
        "department": [
            {"dept_team_id": str(number), "dept_team_name": team} for number, team in enumerate(teams, start=31)
        ],
        "professionals": [
            {
                "prof_professional_id": worker.worker_id,
                "prof_professional_name": "Not Kept",
                "prof_professional_job_title": TITLES[worker.role],
                "prof_professional_department": worker.team,
                "prof_full_time_equivalency": worker.fte,
                "prof_agency_worker_flag": "Y" if worker.agency else "N",
            }
            for worker in in_post
        ],
        "involvements": [
            {
                "invo_involvements_id": f"N{number:06d}",
                "invo_person_id": spell.child.child_id,
                "invo_professional_id": spell.worker.worker_id,
                "invo_professional_role_id": spell.allocated_as,
                "invo_professional_team": spell.worker.team,
                "invo_involvement_start_date": iso(spell.start),
                "invo_involvement_end_date": known_end(spell.end, end),
            }
            for number, spell in enumerate(spells, start=1)
        ],
    }
