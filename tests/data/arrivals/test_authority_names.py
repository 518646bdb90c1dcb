"""An authority is read by its whole name, in the style of its council, or by DfE's number; never by a part of it."""

import pytest

from data.arrivals.authority_names import code_of_authority
from data.published.areas import authorities, successions
from tests.every_case import every

NAMED = {
    "LONDON BOROUGH OF CAMDEN": "E09000007",
    "Barking & Dagenham": "E09000002",
    "Bristol": "E06000023",
    "Bristol City Council": "E06000023",
    "City of London": "E09000001",
    "Kingston  upon Hull, City of": "E06000010",
    "Royal Borough of Kensington and Chelsea": "E09000020",
    "City of Bradford Metropolitan District Council": "E08000032",
    "St Helen’s": "E08000013",
    "Derbyshire County Council": "E10000007",
    "Derby City Council": "E06000015",
    "Durham County Council": "E06000047",
    "Rutland County Council": "E06000017",
    "County of Herefordshire District Council": "E06000019",
    "Dorset Council": "E06000059",
    "Bury MBC": "E08000002",
    "Sheffield": "E08000039",
    "301": "E09000002",
}


DRESSED = (
    "{} County Council",
    "{} County",
    "{}, County of",
    "County of {}",
    "{} City Council",
    "{}, City of",
    "City of {}",
    "City of {} Council",
    "{} Council",
    "{} Borough Council",
    "{} District Council",
    "London Borough of {}",
    "{} LB",
    "Royal Borough of {}",
    "Metropolitan Borough of {}",
    "{} Metropolitan Borough Council",
    "{} MBC",
)


def in_force() -> dict[str, str]:
    """Return the name of each authority of England that is there today, by its code."""
    gone = {row["authority"] for row in successions()}
    return {code: row["name"] for code, row in authorities().items() if row["dfe_code"] and code not in gone}


@every("name", NAMED)
def test_a_name_is_the_code_in_force(name):
    assert code_of_authority(name) == NAMED[name]


def test_every_authority_in_force_is_read_by_its_name_and_number():
    for code, name in in_force().items():
        number = authorities()[code]["dfe_code"]
        assert {code_of_authority(name.upper()), code_of_authority(number)} == {code}, name


def test_in_the_style_of_any_council_each_of_153_authorities_is_itself_or_none_and_never_another():
    assert len(in_force()) == 153
    told = {
        dressed.format(name): (code, code_of_authority(dressed.format(name)))
        for code, name in in_force().items()
        for dressed in DRESSED
    }
    assert not {text: both for text, both in told.items() if both[1] not in {both[0], None}}
    unread = [name for code, name in in_force().items() if code_of_authority(f"{name} Council") != code]
    assert unread == ["City of London"]  # whose council is the Corporation


def test_no_county_is_taken_for_the_city_that_it_lies_around_and_no_city_for_the_county():
    names = in_force()
    cities = [
        name for name in names.values() if any(f"{name.lower()}shire" in other.lower() for other in names.values())
    ]
    assert {"Derby", "Leicester", "Nottingham", "York", "Bedford"} <= set(cities)
    as_county = [dressed.format(name) for name in cities for dressed in DRESSED if "County" in dressed]
    as_city = [
        dressed.format(f"{name}shire")
        for name in cities
        for dressed in DRESSED
        if any(word in dressed for word in ("City", "Borough", "MBC", "LB"))
    ]
    assert [text for text in (*as_county, *as_city) if code_of_authority(text)] == []


@pytest.mark.parametrize(
    "name",
    [
        *("London", "Bournemouth", "not Camden", "Camde", "Camden North", "Council", "City", "999", "Durham", ""),
        *("Dorset County Council", "City of Durham", "Southampton County Council", "City of Essex", "Derby(shire)"),
    ],
)
def test_what_is_no_whole_name_of_one_authority_is_none(name):
    assert code_of_authority(name) is None
