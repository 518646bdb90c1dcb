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
    "Sheffield": "E08000039",
    "301": "E09000002",
}


@every("name", NAMED)
def test_a_name_is_the_code_in_force(name):
    assert code_of_authority(name) == NAMED[name]


def test_every_authority_in_force_is_read_by_its_name_and_number():
    gone = {row["authority"] for row in successions()}
    for code, row in authorities().items():
        if row["dfe_code"] and code not in gone:
            assert {code_of_authority(row["name"].upper()), code_of_authority(row["dfe_code"])} == {code}, row["name"]


@pytest.mark.parametrize(
    "name", ["London", "Bournemouth", "not Camden", "Camde", "Camden North", "Council", "City", "999", "Durham", ""]
)
def test_what_is_no_whole_name_of_one_authority_is_none(name):
    assert code_of_authority(name) is None
