"""A column of an extract made of lists leads to the cell that holds it: where that is changed, so is the column."""

from datetime import date, timedelta
from functools import cache
from itertools import count

import pandas
import pytest

from data.arrivals import Arrival
from data.arrivals.extracts_from_lists import made_of
from data.arrivals.lists import ListArrived
from data.returns.declaration import all_returns
from data.returns.held_in import held_in
from data.returns.list_columns import Amount, Answer, Day

MARCH = date(2026, 3, 31)
RETURNS = [one.title for one in all_returns().values()]
OF_NOBODY = {"vacancies"}
"""What is made of numbers of posts: its rows are of no child and no worker."""
MOST = {"CSWW census": 9}
"""So many cells lead to columns; of other returns, more than 60."""
STATED = {
    "workers": {"practice_status": "1"},
    "episodes": {"rne": "S", "rec": "E11", "decom": "14/04/2024", "dec": "01/12/2025"},
    "uasc": {"duc": "01/06/2030"},
    "child_protection_plans": {"start": "05/03/2026"},
    "reviews": {"plan_start": "05/03/2026"},
    "section_47": {"conference": "05/03/2026"},
    "list_6": {"start": "02/03/2026"},
    "list_3": {"referral": "02/03/2026"},
    "list_8": {"placement_start": "07/03/2026", "status_start": "06/03/2026", "started": "05/03/2026"},
    "involvements": {
        "invo_professional_role_id": "CW",
        "invo_involvement_start_date": "01/07/2025",
        "invo_involvement_end_date": "01/06/2027",
    },
    "person": {"pers_dob": "01/06/2012"},
    "professionals": {"prof_professional_job_title": "Social worker"},
    "immigration_status": {"immi_immigration_status": "UASC", "immi_immigration_status_end_date": "01/06/2030"},
    "contacts": {"cont_contact_outcome_json": "Referral", "cont_contact_source_code": "6"},
    "early_help_episodes": {"earl_episode_reason": "Step down", "earl_episode_end_reason": "Step up"},
    "cin_episodes": {"cine_referral_nfa": "N", "cine_referral_source_code": "6"},
    "cin_assessments": {"cina_assessment_outcome_nfa": "N"},
    "assessment_factors": {"cinf_assessment_factors_json": '["1A"]'},
    "initial_cp_conference": {"icpc_icpc_transfer_in": "N"},
    "cla_episodes": {
        "clae_cla_episode_start_date": "01/06/2025",
        "clae_cla_episode_start_reason": "P",
        "clae_entered_care_date": "01/05/2025",
        "clae_cla_episode_ceased_date": "01/12/2025",
    },
    "cla_placement": {"clap_cla_placement_start_date": "01/06/2025", "clap_cla_placement_end_date": "01/12/2025"},
    "cp_plans": {"cppl_cp_plan_start_date": "01/06/2025", "cppl_cp_plan_end_date": "01/06/2027"},
    "cp_visits": {"cppv_cp_visit_date": "01/08/2025", "cppv_cp_visit_seen": "Y"},
    "cin_plans": {"cinp_cin_plan_start_date": "01/06/2025", "cinp_cin_plan_end_date": "01/06/2027"},
    "cin_visits": {"cinv_cin_visit_date": "02/08/2025", "cinv_cin_visit_seen": "Y"},
    "legal_status": {"lega_legal_status_start_date": "01/06/2025", "lega_legal_status_end_date": "01/06/2027"},
    "cla_reviews": {"clar_cla_review_cancelled": "N"},
    "cla_health": {"clah_health_check_type": "Dental check"},
    "permanence": {"perm_permanence_order_type": "SGO"},
    "care_leavers": {"clea_care_leaver_accommodation": "B", "clea_care_leaver_accom_suitable": "Suitable"},
}
"""What makes a row of every list count."""
JOINED = {
    **dict.fromkeys(("cina_assessment_id", "cinf_assessment_id"), "A"),
    **dict.fromkeys(("s47e_s47_enquiry_id", "icpc_s47_enquiry_id"), "E"),
    **dict.fromkeys(("cppl_cp_plan_id", "cppr_cp_plan_id"), "P"),
    **dict.fromkeys(("clae_cla_id", "clap_cla_id", "clar_cla_id"), "C"),
    **dict.fromkeys(("clae_cla_placement_id", "clap_cla_placement_id"), "H"),
}
"""What tables of one return are joined by, beside the child."""
OTHERWISE = {"rec": "E45", "duc": "01/06/2020", "rne": "P"}
SEVERAL = ("child_id", "referral_id")
"""Columns that say whom a row is about, as several lists do."""


def records(title, child):
    """Return, by list, a row of a child in which no two cells of days, words or numbers are alike."""
    of, numbers = _return(title), count(1)
    rows = {}
    for name, listing in of.lists.items():
        row = {}
        for column, held in listing.columns.items():
            number = next(numbers)
            if isinstance(held, Answer):
                text = "N" if column == "disability" else next(iter(held.allowed.valid_on(MARCH)))
            elif isinstance(held, Day):
                text = f"{date(2025, 6, 1) + timedelta(number):%d/%m/%Y}"
            else:
                text = str(number) if isinstance(held, Amount) else f"W{number}"
            row[column] = "NW10 4AB" if "post" in column else text
        whose = [column for column in row if column.endswith("person_id")] or [next(iter(listing.columns))]
        joined = {column: f"{child}-{word}" for column, word in JOINED.items() if column in row}
        rows[name] = {**row, **dict.fromkeys(whose, child), **joined, **STATED.get(name, {})}
    return rows


def otherwise(held, column, text):
    """Return something else that a cell may hold."""
    if isinstance(held, Answer):
        codes = held.allowed.valid_on(MARCH)
        return OTHERWISE.get(column, codes[1] if codes[0] == text else codes[0])
    if isinstance(held, Day):
        return OTHERWISE.get(column, "03/02/2025")
    return "99" if isinstance(held, Amount) else "SW1A 1AA" if "post" in column else "V1"


def _return(title):
    return next(one for one in all_returns().values() if one.title == title)


def made(title, people):
    """Make all extracts of lists that have a row of each person."""
    of = _return(title)
    lists = []
    for name, listing in of.lists.items():
        headings = {column: described.headings[0] for column, described in listing.columns.items()}
        table = pandas.DataFrame([person[name] for person in people], range(2, len(people) + 2), dtype=object)
        lists.append(ListArrived(Arrival(f"{name}.csv", "", table.rename(columns=headings), 0), of, name, headings))
    return [extract for extract in made_of(lists, MARCH).made if extract.making.extract not in OF_NOBODY]


def of_child(extract, child):
    """Return the rows that are of a child, its name left out, by their kind or number."""
    who = next(name for name in ("child_id", "adopter_id", "worker_id") if name in extract.rows)
    rows = extract.rows[extract.rows[who] == child]
    keys = rows["kind"] if "kind" in rows else range(len(rows))
    values = [{name: str(text).replace(child, "@") for name, text in row.items()} for row in rows.to_dict("records")]
    return dict(zip(keys, values, strict=True)), dict(zip(keys, rows.index, strict=True))


@cache
def led(title):
    """Return, by extract, kind and column, the cells that it leads to; and what each is when those are changed."""
    extracts = made(title, [records(title, "ADA")])
    cells = {}
    for extract in extracts:
        for key, row in of_child(extract, "ADA")[1].items():
            for column in extract.declared.column_names:
                if extract.rows.at[row, column] is not None:
                    (of, _), headings = extract.place_of(row, extract.origins[row], column)
                    names = {heading: name for name, heading in of.fed_by.items()}
                    cells[extract.making.extract, key, column] = [(of.name, names[heading]) for heading in headings]
    changed = {}
    people = [records(title, "ADA")]
    for places in sorted({*map(tuple, cells.values())}):
        for blank in (True, False):
            child = f"P{len(people)}"
            people.append(records(title, child))
            changed.setdefault(places, []).append(child)
            for name, column in places:
                held, text = _return(title).lists[name].columns[column], people[0][name][column]
                people[-1][name][column] = None if blank else otherwise(held, column, text)
    return cells, changed, {extract.making.extract: extract for extract in made(title, people)}


@pytest.mark.parametrize("title", RETURNS)
def test_the_cell_that_a_column_leads_to_changes_the_column(title):
    cells, changed, extracts = led(title)
    wrong = []
    for (name, key, column), places in cells.items():
        if column in SEVERAL:
            continue
        before = of_child(extracts[name], "ADA")[0][key][column]
        after = [of_child(extracts[name], child)[0].get(key, {}).get(column) for child in changed[tuple(places)]]
        if all(value == before for value in after):
            wrong.append((name, key, column, before, places))
    assert not wrong
    assert len(cells) > MOST.get(title, 60)


@pytest.mark.parametrize("title", RETURNS)
def test_every_column_leads_to_where_it_is_declared_to_stand(title):
    of = _return(title)
    cells, _, extracts = led(title)
    told = {(name, column) for name, _, column in cells}
    for making in of.makings:
        if making.extract in OF_NOBODY:
            assert all(held_in(making, of, column) for column in making.given.keys() - {"origin"})
            continue
        extract = extracts[making.extract]
        for column in making.given.keys() - {"origin", "differs"}:
            declared = held_in(making, of, column)
            assert declared, f"{making.extract}.{column} stands nowhere: say so in held_in"
            assert all(place.column in of.lists[place.listing].columns for place in declared)
            assert (making.extract, column) in told, f"{making.extract}.{column} is never filled"
            assert column in extract.rows
    for (name, key, column), places in cells.items():
        making = next(one for one in of.makings if one.extract == name)
        kind = key if isinstance(key, str) else None
        assert set(places) <= set(held_in(making, of, column, kind)), (name, key, column)
