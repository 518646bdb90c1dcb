"""What goes to DfE each day as JSON, by specification 0.8: a list of children, laid out as tables of the SSD.

The fields are those that Data to Insight's published script fills from the SSD's tables (dfe-csc-api-data-flows, its
numbers 1 to 55); DfE's own specification could not be read. Of what the JSON says of a child, names, pupil numbers and
postcodes are not taken. Placements and adoptions are not, since it holds no legal statuses; care leavers, since it does
not say who is entitled to what; nor workers, since only those are in it who were allocated on a 31 March.
"""

import json
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from data.errors import Mendable
from data.returns.ssd.json_fields import FULL, JsonFields, list_in

Tables = dict[str, list[dict[str, str]]]

CHILD = {
    *("la_child_id", "mis_child_id", "purge", "child_details", "health_and_wellbeing"),
    *("education_health_care_plans", "social_care_episodes"),
}
DETAILS = {
    *("unique_pupil_number", "former_unique_pupil_number", "unique_pupil_number_unknown_reason"),
    *("first_name", "surname", "date_of_birth", "expected_date_of_birth", "sex", "ethnicity", "disabilities"),
    *("postcode", "uasc_flag", "uasc_end_date", "purge"),
}
WELLBEING, QUESTIONNAIRE = {"sdq_assessments", "purge"}, {"date", "score"}
EPISODE = {
    *("social_care_episode_id", "referral_date", "referral_source", "referral_no_further_action_flag"),
    *("closure_date", "closure_reason", "care_worker_details", "child_and_family_assessments"),
    *("child_in_need_plans", "section_47_assessments", "child_protection_plans"),
    *("child_looked_after_placements", "adoption", "care_leavers", "purge"),
}
ASSESSMENT = {"child_and_family_assessment_id", "start_date", "authorisation_date", "factors", "purge"}
PLAN = {"start_date", "end_date", "purge"}
ENQUIRY = {"section_47_assessment_id", "start_date", "icpc_required_flag", "icpc_date", "end_date", "purge"}
NOT_TAKEN = {
    "child_looked_after_placements": "placements",
    "adoption": "adoptions",
    "care_leavers": "care leavers",
    "care_worker_details": "workers",
    "education_health_care_plans": "education, health and care plans",
}
"""Parts of which nothing is made here, by what a person calls them."""


def is_daily_json(contents: bytes) -> bool:
    """Tell whether a file is JSON: by how it begins, whatever its name."""
    start = contents[:2000].removeprefix(b"\xef\xbb\xbf").lstrip()
    within = start[1:].lstrip()
    return start.startswith(b"{") and within.startswith(b'"') or start.startswith(b"[") and within[:1] in (b"{", b"]")


def tables_of(file_name: str, contents: bytes) -> tuple[Tables, list[str]]:
    """Lay the children of a file out as tables of the SSD, by title; return them with what is to be notes of the file.

    Raises:
        Mendable: where it is cut off or too deep, of another specification, or holds only what changed, or nobody
            but children who are to be purged.
    """
    children = list_in(file_name, contents)
    laid = _Laid(file_name)
    for number, child in enumerate(children, start=1):
        laid.child(child, f"child {number:,}")
    if not laid.tables:
        who = "every child in it is" if laid.json.purged == len(children) else "it tells of no child but those"
        raise Mendable(f"{file_name}: {who} marked to be purged, so nothing of it was taken. {FULL}")
    return laid.tables, laid.notes()


class _Laid:
    """Lay children out row by row, and count what is left out."""

    def __init__(self, file_name: str) -> None:
        self.json = JsonFields(file_name)
        self.tables: Tables = defaultdict(list)
        self.left: set[str] = set()

    def child(self, child: Any, place: str) -> None:
        """Lay out a child with all that hangs on it."""
        fields = self.json.fields(child, place, CHILD)
        if fields is None:
            return
        child_id = self.json.identifier(fields, "la_child_id", place)
        if fields.get("child_details") is None:
            raise Mendable(
                f"{self.json.file_name}: {place} has no child_details, as where only what changed since the day before "
                f"is sent, and from changes alone nothing can be counted. {FULL}"
            )
        details = self.json.fields(fields["child_details"], f"the details of {place}", DETAILS)
        if details is None:
            return
        self.person(child_id, details, place)
        wellbeing = self.json.fields(fields.get("health_and_wellbeing") or {}, place, WELLBEING) or {}
        for answer in self.json.several(wellbeing, "sdq_assessments", place, QUESTIONNAIRE):
            day = self.json.text(answer, "date", place)
            row = {"csdq_table_id": f"{child_id}-{day}", "csdq_person_id": child_id, "csdq_sdq_completed_date": day}
            self.tables["ssd_sdq_scores"].append({**row, "csdq_sdq_score": self.json.text(answer, "score", place)})
        self.note_left(fields)
        for episode in self.json.several(fields, "social_care_episodes", place, EPISODE):
            self.episode(child_id, episode, place)

    def person(self, child_id: str, details: Mapping[str, Any], place: str) -> None:
        """Lay out who a child is."""
        names = {
            "pers_sex": "sex",
            "pers_ethnicity": "ethnicity",
            "pers_dob": "date_of_birth",
            "pers_expected_dob": "expected_date_of_birth",
        }
        self.add("ssd_person", {"pers_person_id": child_id}, names, details, place)
        for code in self.json.texts(details, "disabilities", place):
            self.tables["ssd_disability"].append({"disa_person_id": child_id, "disa_disability_code": code})
        if self.json.yes_or_no(details, "uasc_flag", place) == "Y":
            row = {"immi_person_id": child_id, "immi_immigration_status": "UASC"}
            ended = self.json.text(details, "uasc_end_date", place)
            self.tables["ssd_immigration_status"].append({**row, "immi_immigration_status_end_date": ended})

    def episode(self, child_id: str, episode: Mapping[str, Any], place: str) -> None:
        """Lay out a referral with its assessments, enquiries and plans."""
        referral = self.json.identifier(episode, "social_care_episode_id", place)
        names = {
            "cine_referral_date": "referral_date",
            "cine_referral_source_code": "referral_source",
            "cine_close_date": "closure_date",
            "cine_close_reason": "closure_reason",
        }
        nfa = self.json.yes_or_no(episode, "referral_no_further_action_flag", place)
        own = {"cine_referral_id": referral, "cine_person_id": child_id, "cine_referral_nfa": nfa}
        self.add("ssd_cin_episodes", own, names, episode, place)
        self.note_left(episode)
        for one in self.json.several(episode, "child_and_family_assessments", place, ASSESSMENT):
            self.assessment(child_id, referral, one, place)
        for kind, table in (("child_in_need_plan", "cin_plan"), ("child_protection_plan", "cp_plan")):
            for one in self.json.several(episode, f"{kind}s", place, PLAN | {f"{kind}_id"}):
                prefix = "cinp" if table == "cin_plan" else "cppl"
                own = {f"{prefix}_{table}_id": self.json.identifier(one, f"{kind}_id", place)}
                own |= {f"{prefix}_person_id": child_id, f"{prefix}_referral_id": referral}
                names = {f"{prefix}_{table}_{when}": when for when in ("start_date", "end_date")}
                self.add(f"ssd_{table}s", own, names, one, place)
        for one in self.json.several(episode, "section_47_assessments", place, ENQUIRY):
            self.enquiry(child_id, referral, one, place)

    def assessment(self, child_id: str, referral: str, one: Mapping[str, Any], place: str) -> None:
        """Lay out an assessment with the factors found."""
        number = self.json.identifier(one, "child_and_family_assessment_id", place)
        names = {"cina_assessment_start_date": "start_date", "cina_assessment_auth_date": "authorisation_date"}
        own = {"cina_assessment_id": number, "cina_person_id": child_id, "cina_referral_id": referral}
        self.add("ssd_cin_assessments", own, names, one, place)
        if factors := self.json.texts(one, "factors", place):
            row = {"cinf_assessment_id": number, "cinf_assessment_factors_json": json.dumps(factors)}
            self.tables["ssd_assessment_factors"].append(row)

    def enquiry(self, child_id: str, referral: str, one: Mapping[str, Any], place: str) -> None:
        """Lay out a section 47 enquiry, and its conference where one was held."""
        number = self.json.identifier(one, "section_47_assessment_id", place)
        wanted = self.json.yes_or_no(one, "icpc_required_flag", place)
        outcome = f'{{"CP_CONFERENCE_FLAG": "{wanted}"}}' if wanted else ""
        own = {"s47e_s47_enquiry_id": number, "s47e_referral_id": referral, "s47e_person_id": child_id}
        names = {"s47e_s47_start_date": "start_date", "s47e_s47_end_date": "end_date"}
        self.add("ssd_s47_enquiry", {**own, "s47e_s47_outcome_json": outcome}, names, one, place)
        if conference := self.json.text(one, "icpc_date", place):
            own = {"icpc_icpc_id": f"{number}-ICPC", "icpc_s47_enquiry_id": number, "icpc_person_id": child_id}
            self.tables["ssd_initial_cp_conference"].append(
                {**own, "icpc_referral_id": referral, "icpc_icpc_date": conference}
            )

    def add(
        self, table: str, own: dict[str, str], names: Mapping[str, str], fields: Mapping[str, Any], place: str
    ) -> None:
        """Add a row: what is its own, and what stands in fields of these names."""
        self.tables[table].append(
            {**own, **{column: self.json.text(fields, name, place) for column, name in names.items()}}
        )

    def note_left(self, fields: Mapping[str, Any]) -> None:
        """Note the parts of which nothing is made."""
        self.left |= {called for name, called in NOT_TAKEN.items() if fields.get(name)}

    def notes(self) -> list[str]:
        """Say what was left out."""
        notes = [f"{self.json.purged:,} records that are to be purged were left out"] if self.json.purged else []
        if self.left:
            notes.append(f"not taken, since what they need is not in this JSON: {', '.join(sorted(self.left))}")
        return notes
