"""A page that falls over says so in a sentence of ours, with a number and a way on; what was handed in still waits."""

import re

import pytest
from streamlit import error_util

from data.errors import Mendable
from pages.kit.frame.fallen_page import say_what_fell_over
from pages.kit.upload.keeper import keeper
from tests.pages.conftest import BOROUGH, HOLDER, open_app, said
from tests.pages.upload.test_receipts import click, files, receive

SECRET = "Femi Okafor"
FELL_OVER = re.compile(
    r"fell over .* busy with (.*)\. Quote fault ([0-9A-F]{4}-[0-9A-F]{4}) \(KeyError at .*\) to whoever"
)


def falls_over(*_, **__):
    raise KeyError(SECRET)


@pytest.fixture(autouse=True)
def as_on_a_server(monkeypatch):
    """Have errors come where a server brings them: Streamlit's own tests have no place for it."""
    invoke = error_util.invoke_script_error_handler
    monkeypatch.setattr(error_util, "invoke_script_error_handler", lambda error, _: invoke(error, say_what_fell_over))


def fallen(app) -> tuple[str, str]:
    """Return what the page says that it was busy with, and the number."""
    assert not app.exception, "Streamlit's own box is never seen"
    assert SECRET not in said(app)
    [told] = [FELL_OVER.search(error.value.replace("\\", "")) for error in app.error]
    assert told is not None
    return told[1], told[2]


@pytest.mark.usefixtures("shown_store")
def test_a_page_that_falls_over_offers_a_way_on(monkeypatch, caplog):
    monkeypatch.setattr("pages.kit.history.loads.loads_kept", falls_over)
    app = open_app("upload")
    busy_with, number = fallen(app)
    assert busy_with.startswith("the page ")
    assert any(number in line and SECRET not in line for line in caplog.messages)
    assert "waits for a day on the page Upload" in said(app)
    monkeypatch.undo()
    again = next(button for button in app.button if button.label == "Try again")
    assert not again.click().run().error


@pytest.mark.usefixtures("shown_store")
def test_files_at_which_the_page_fell_over_go_on_waiting_and_the_page_opens_again(monkeypatch):
    receive(files({}))
    with monkeypatch.context() as patch:
        patch.setattr("pages.kit.upload.findings.decide", falls_over)
        app = click(open_app("upload"), "continue_ours")
        assert fallen(app)[0] == "plans.csv"
        app = open_app("upload")
        assert not app.error and "You have 1 file waiting" in said(app)
    assert "What was found" in said(click(app, "continue_ours"))


@pytest.mark.usefixtures("shown_store")
def test_a_fault_while_publishing_publishes_nothing_and_the_files_go_on_waiting(monkeypatch):
    receive(files({}))
    monkeypatch.setattr("validation.publishing.desk.Desk._stored", falls_over)
    app = click(click(open_app("upload"), "continue_ours"), "publish")
    assert fallen(app)[0] == "plans.csv"
    assert [waiting.receipt for waiting in keeper().of(HOLDER)] == ["ours"]


@pytest.mark.usefixtures("shown_store")
def test_files_at_which_a_check_fell_over_wait_with_the_number(monkeypatch):
    monkeypatch.setattr("validation.publishing.desk.check", falls_over)
    waiting = receive(files({}))
    monkeypatch.undo()
    [finding] = waiting.submission.check.findings
    assert FELL_OVER.search(finding.message)[1] == "plans.csv" and waiting.submission.authority == BOROUGH


@pytest.mark.usefixtures("shown_store")
def test_what_a_part_of_a_page_finds_that_can_be_mended_is_said_as_it_is(monkeypatch):
    def mendable():
        raise Mendable("Make room on the disk.")

    monkeypatch.setattr("pages.kit.upload.findings.what_was_found", mendable)
    receive(files({}))
    app = click(open_app("upload"), "continue_ours")
    assert [error.value for error in app.error] == ["Make room on the disk."] and not app.exception
