"""A census as XML becomes a table for each of its blocks, or is refused in a sentence."""

import re

import pytest

from data.arrivals import read
from data.errors import Mendable
from data.parsing.census import DEEPEST, census_sheets
from data.parsing.file_kinds import parse
from tests.census import case, census, child
from tests.every_case import every

PLAN = {
    "CPPstartDate": "2025-06-02",
    "InitialCategoryOfAbuse": "NEG",
    "LatestCategoryOfAbuse": "NEG",
    "NumberOfPreviousCPP": "0",
    "Reviews": [{"CPPreviewDate": "2025-08-20"}, {"CPPreviewDate": "2026-01-28"}],
}
ADA = child("A1", case("2025-04-14", ChildProtectionPlans=[PLAN]), case("2025-12-01", ReferralNFA="true"))
BEN = child("B2", {"Assessments": {"AssessmentActualStartDate": "2025-05-01"}, **case("2025-05-01")}, Sex="")


def rows(contents, sheet):
    headings, *lines = census_sheets("cin.xml", contents)[sheet]
    return [{name: text for name, text in zip(headings, line, strict=True) if text} for line in lines]


def refused(contents):
    with pytest.raises(Mendable) as refusal:
        parse("cin.xml", contents)
    return str(refusal.value)


def test_each_block_is_a_row_that_says_whose_it_is():
    contents = census(ADA, BEN)
    around = {"LAchildID": "A1", "CINdetailsID": "1", "CINreferralDate": "2025-04-14", "CPPID": "1"}
    last = {"LEA": "304"}
    assert rows(contents, "Reviews") == [
        {**around, "CPPstartDate": "2025-06-02", "CPPreviewDate": day, **last} for day in ("2025-08-20", "2026-01-28")
    ]
    assert [row["CINdetailsID"] for row in rows(contents, "CINdetails")] == ["1", "2", "1"]
    assert rows(contents, "Assessments")[0]["CINreferralDate"] == "2025-05-01", "told after the block within it"
    assert rows(contents, "Section47") == [], "a block that does not occur was told not to have occurred"
    assert "PreProceedings" not in census_sheets("cin.xml", contents), "a module that may be left out"


def test_the_process_that_reads_gives_the_same():
    [children] = [one for one in read("cin.xml", census(ADA, BEN)) if one.sheet == "Child"]
    assert children.rows["LAchildID"].tolist() == ["A1", "B2"]
    assert list(children.rows.index) == [2, 3]


def test_elements_are_read_in_the_spellings_of_every_year():
    earlier = {**child("C3", Sex=""), "ChildCharacteristics": {"Ethnicity": "WBRI"}}
    earlier["ChildIdentifiers"]["GenderCurrent"] = "1"
    earlier["CINdetails"] = [{**case("2024-05-01"), "CINplanDates": {"CINPlanStartDate": "2024-06-01"}}]
    contents = census(earlier, child("D4"), ends="2024-03-31")
    assert [row["Sex"] for row in rows(contents, "Child")] == ["1", "F"]
    assert [row["CINPlanStartDate"] for row in rows(contents, "CINplanDates")] == ["2024-06-01"]


def test_several_texts_of_one_element_are_one_and_strange_elements_are_columns():
    several = child("E5")
    several["ChildCharacteristics"]["Disabilities"] = {"Disability": ["HAND", "HEAR"]}
    several["ChildIdentifiers"] |= {"Shoe": "36"}
    [row] = rows(census(several), "Child")
    assert (row["Disability"], row["Shoe"]) == ("HAND,HEAR", "36")


@every("encoding", ["utf-8", "utf-16", "windows-1252", "iso-8859-1"])
def test_every_usual_encoding_is_read(encoding):
    text = census(child("E6", UPN="Zoë")).decode().replace("utf-8", encoding)
    [arrival] = [one for one in read("cin.xml", text.encode(encoding)) if one.sheet == "Child"]
    assert arrival.rows["UPN"].tolist() == ["Zoë"]


def entities(text):
    return f'<?xml version="1.0"?><!DOCTYPE Message [{text}]>'.encode() + census(ADA).partition(b"?>")[2]


WHOLE = census(ADA, BEN)
REFUSED = {
    "declares a document type or entities": [
        entities('<!ENTITY a "aa">'),
        entities('<!ENTITY a SYSTEM "file:///none">'),
        b'<?xml version="1.0"?>\n<!DOCTYPE Message>' + WHOLE.partition(b"?>")[2],
    ],
    f"more than {DEEPEST} elements within elements": [b"<Message>" + b"<a>" * 1_000],
    "is cut off or damaged at line 2": [
        WHOLE[:-30],
        WHOLE[: len(WHOLE) // 2],
        WHOLE.replace(b"</CINdetails>", b"", 1),
        WHOLE.replace(b"NEG", b"N&EG", 1),
        WHOLE.replace(b"NEG", b"&neg;", 1),
    ],
    "it is no whole XML": [b'<?xml version="1.0"?>', b"<?xml version", WHOLE + WHOLE.partition(b"?>")[2]],
    'it is of the collection "SWF"': [census(ADA, of="SWF")],
    "it is the census of 2021/22": [census(ADA, ends="2022-03-31")],
    "it is the census of 2027/28": [census(ADA, ends="2028-03-31")],
    'ReferenceDate> in its header says "2026-03-30"': [census(ADA, ends="2026-03-30")],
    'ReferenceDate> in its header says "31 March"': [census(ADA, ends="31 March")],
    'Year> in its header says "2019"': [census(ADA, year="2019")],
    '<LEA> in its header says "E09000005"': [census(ADA, lea="E09000005")],
    "has no <Header>": [b"<Message><Children/></Message>"],
    "begins with <Staff>, not <Message>": [b"<?xml version='1.0'?><Staff/>"],
    "holds more than 1,000 characters": [census(child("A" * 1_100))],
    "written in koi8-r": [WHOLE.replace(b"utf-8", b"koi8-r")],
    "more than 100 kinds of elements": [
        census({**ADA, "ChildCharacteristics": {f"E{number}": "x" for number in range(120)}})
    ],
}


@every("sentence", REFUSED)
def test_what_is_no_whole_census_is_refused_in_a_sentence(sentence):
    for contents in REFUSED[sentence]:
        said = refused(contents)
        assert sentence in said and said.startswith("cin.xml: "), said
        assert re.search(r"[.]$", said) and "A1" not in said


def test_a_web_page_and_a_workbook_of_xml_are_still_told_apart():
    assert "really a web page" in refused(b'<?xml version="1.0"?><!DOCTYPE html><html></html>')
    assert "really a web page" in refused(b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>')
