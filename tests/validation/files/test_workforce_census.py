"""The census of the social work workforce as the XML that goes to DfE: what is made of it, and what is refused."""

import re

import pandas
import pytest

from data.errors import Mendable
from data.parsing.file_kinds import parse
from tests.census import census, message, worker, workforce
from tests.every_case import every
from tests.validation.files.test_cin_census import ADA, blocks
from tests.validation.files.test_returns import checked, made, rows, said
from validation.check import Known

DAY, SEPTEMBER = pandas.Timestamp, "2026-09"
ADE = worker("SW0000000001", WorkingDaysLost="3.5", CFKSSstatus="1", Cases30="14", FTE30="1")
BELL = worker("SW0000000002", FTE="0.6", RoleEndDate="2026-03-31", ReasonLeave="1", CFKSSstatus="2")
COLE = worker("SW0000000003", AgencyWorker="1", OrgRole="", RoleStartDate="", Absat30Sept="1", ReasonAbsence="SIC")
PERSONAL = {"PersonBirthDate": "1967-01-04", "Ethnicity": "BCRB", "QualInst": "Leeds", "Name": "Ms Ade"}
POSTS = {"NumberOfVacancies": "12.40", "NoAgencyFTE": "9.80", "NoAgencyHeadcount": "11"}
WHOLE = workforce(ADE, BELL, COLE, **POSTS)


def test_workers_and_vacancies_are_made_of_it():
    result = checked(("any name.dat", WHOLE), month=SEPTEMBER)
    assert blocks(result) == []
    workers = made(result, "social_workers")
    assert rows(workers, "agency", "role", "fte", "start_date", "end_date", "leaving_reason") == [
        ("N", "5", 1.0, DAY("2020-03-02"), None, None),
        ("N", "5", 0.6, DAY("2020-03-02"), DAY("2026-03-31"), "1"),
        ("Y", None, 1.0, None, None, None),
    ]
    assert rows(workers, "worker_id", "newly_qualified", "sick_days", "absence") == [
        ("SW0000000001", "Y", 3.5, None),
        ("SW0000000002", "N", None, None),
        ("SW0000000003", None, None, "SIC"),
    ]
    vacancies = made(result, "vacancies")
    assert rows(vacancies, "period", "fte_vacant", "fte_covered_by_agency") == [(DAY("2026-09-30"), 12.4, 9.8)]
    assert all("team" not in file.fed_by for file in (workers, vacancies))
    assert {file.extract for file in result.files if file.extract} == {"social_workers", "vacancies"}
    [loses] = [one for one in said(result, "made_of_a_return") if one.extract == "social_workers"]
    assert "Teams" in loses.message and "whole from 01/10/2025" in loses.message


def test_of_a_worker_in_several_rows_the_one_in_post_counts():
    moved = [
        worker("SW0000000001", RoleStartDate="2020-03-02", RoleEndDate="2026-06-30", ReasonLeave="10", FTE="0"),
        worker("SW0000000001", RoleStartDate="2026-07-01", OrgRole="4"),
    ]
    result = checked(("csww.xml", workforce(*moved, BELL)), month=SEPTEMBER)
    workers = made(result, "social_workers")
    assert rows(workers, "role", "start_date", "end_date")[0] == ("4", DAY("2026-07-01"), None)
    assert len(workers.table) == 2 and blocks(result) == []
    assert "vacancies" not in {file.extract for file in result.files}, "what is left out is not nought"


def test_a_worker_without_a_number_stays_to_be_found_wrong():
    result = checked(("csww.xml", workforce(worker(""), worker("", FTE="0.5"), ADE)), month=SEPTEMBER)
    assert len(said(result, "worker_id.required")) == 2 and len(made(result, "social_workers").table) == 1


def test_it_stands_for_the_month_of_its_day_alone():
    [refused] = [one for one in blocks(checked(("csww.xml", WHOLE), month="2026-10")) if "CSWWWorker" in one]
    assert "how things stood on 30/09/2026, and you chose October 2026. Choose September 2026." in refused


def test_who_a_worker_is_is_kept_nowhere():
    result = checked(("csww.xml", workforce({**ADE, **PERSONAL})), month=SEPTEMBER)
    kept = " ".join(file.table.to_csv() for file in result.files if file.table is not None)
    assert not any(text in kept for text in PERSONAL.values())


def test_another_authority_is_said():
    ours = Known(authority="E09000005", other_codes=("304",))
    assert blocks(checked(("csww.xml", WHOLE), month=SEPTEMBER, known=ours)) == []
    assert checked(("csww.xml", workforce(ADE, lea="201")), month=SEPTEMBER, known=ours).decision == "block"


def test_both_censuses_go_in_together():
    children = census(ADA, ends="2027-03-31")
    result = checked(("csww.xml", WHOLE), ("cin.xml", children), month=SEPTEMBER)
    assert {"social_workers", "vacancies", "referrals"} <= {file.extract for file in result.files}


REFUSED = {
    'collection "SWF"': WHOLE.replace(b"CSWW<", b"SWF<", 1),
    "after 2 whole workers": WHOLE[: WHOLE.rindex(b"<CSWWWorker>") + 30],
    "declares a document type or entities": WHOLE.replace(b"?>", b'?><!DOCTYPE Message [<!ENTITY a "aa">]>', 1),
    "the census of 2020/21, and those of 2021/22 to 2025/26": workforce(ADE, ends="2021-09-30"),
    "the 30 September that ends": workforce(ADE, ends="2026-03-31"),
    "stands behind other elements": message({"CSWWWorker": [ADE]}).replace(
        b"</Message>", WHOLE[WHOLE.index(b"<Header>") : WHOLE.index(b"</Header>")] + b"</Header></Message>"
    ),
}


@every("sentence", REFUSED)
def test_what_is_no_whole_census_of_it_is_refused_in_a_sentence(sentence):
    with pytest.raises(Mendable, match=re.escape(sentence)) as refusal:
        parse("csww.xml", REFUSED[sentence])
    assert str(refusal.value).startswith("csww.xml: ") and "SW0000" not in str(refusal.value)


def test_what_is_whole_goes_in_beside_one_that_is_cut_off():
    result = checked(("csww.xml", WHOLE[:-30]), ("cin.xml", census(ADA, ends="2027-03-31")), month=SEPTEMBER)
    assert [file.file for file in result.files if file.refused] == ["csww.xml"]
    assert "referrals" in {file.extract for file in result.files}
