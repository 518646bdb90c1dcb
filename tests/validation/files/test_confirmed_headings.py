"""A heading that an analyst has confirmed is read so, and remembered once the file is published."""

import pytest

from data.access import LOCAL_USER as LOCAL
from data.errors import Mendable
from data.extracts import all_extracts
from data.ledger.confirmed_headings import confirm_headings, headings_confirmed, headings_read_as
from tests.examples import as_csv, example_texts
from tests.store_filling import BRENT, NOTHING_MEASURED
from validation.check import Known, check
from validation.publishing.desk import Desk
from validation.publishing.reasons import EVERY
from validation.publishing.submission import Submission

PLANS = "child_protection_plans"


def file(**renamed):
    texts = example_texts(all_extracts()[PLANS], {"start_date": "2026-10-01"})
    return "p.csv", as_csv(texts.rename(columns=renamed))


def test_a_heading_that_is_not_ours_is_refused_until_it_is_confirmed():
    odd = file(child_id="Kid No.", plan_id="Ref")
    refused = check([odd], "2026-10", Known())
    assert refused.decision == "refuse"
    assert refused.files[0].missing == ("plan_id", "child_id") and set(refused.files[0].ignored) == {"Kid No.", "Ref"}
    confirmed = headings_read_as(["kid no=child_id", "Ref=plan_id"])
    read = check([odd], "2026-10", Known(confirmed=confirmed))
    assert read.decision != "refuse" and read.totals["accepted"] == 1
    assert '"Kid No." read as child_id' in read.files[0].notes


def test_what_was_confirmed_is_remembered_of_that_authority_once_published(store):
    odd, confirmed = file(child_id="Kid No."), headings_read_as(["Kid No.=child_id", "Unheard of=team"])
    desk = Desk(store, LOCAL, NOTHING_MEASURED)
    received = desk.receive(Submission(BRENT, "2026-10", (odd,), confirmed, reasons={EVERY: "test"}))
    assert headings_confirmed(store, LOCAL, BRENT) == {}
    desk.publish(received)
    assert headings_confirmed(store, LOCAL, BRENT) == {PLANS: {"Kid No.": "child_id"}}
    assert headings_confirmed(store, LOCAL, "E09000033") == {}
    assert check([odd], "2026-10", Known(confirmed=headings_confirmed(store, LOCAL, BRENT))).decision != "refuse"


def test_the_latest_word_holds(store):
    confirm_headings(store, LOCAL, BRENT, {PLANS: {"Ref": "plan_id"}})
    confirm_headings(store, LOCAL, BRENT, {PLANS: {"Ref": "child_id"}})
    assert headings_confirmed(store, LOCAL, BRENT) == {PLANS: {"Ref": "child_id"}}


@pytest.mark.parametrize("said", ["Kid No", "=child_id", "Kid No=child_ref", "Kid No="])
def test_what_names_no_column_is_refused_in_a_sentence(said):
    with pytest.raises(Mendable, match="does not say which column a heading is"):
        headings_read_as([said])
