"""A file that cannot be made is said to be so in our sentence with a number, by the button and on the page."""

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from types import SimpleNamespace

import pytest
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.runtime import app_session
from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.testing.v1 import AppTest

from data.errors import Mendable
from pages.gate.visits import Visits
from pages.kit.frame import file_to_take
from pages.kit.frame.file_to_take import NOT_MADE, OFFERED_BEFORE, SaysWhy, _made, say_why_not_made

SECRET = "Femi Okafor"
SENTENCE = re.compile(
    r"fell over .* busy with the file plans\.csv\. Quote fault [0-9A-F]{4}-[0-9A-F]{4} \(KeyError at "
)
PAGES = Path(__file__).parents[3] / "pages"


def falls_over() -> bytes:
    raise KeyError(SECRET)


def wants_room() -> bytes:
    raise Mendable("Make room on the disk.")


def asked(make, why) -> str:
    """Return the address of a file that is asked for as a browser does, or what is said instead."""
    files = MediaFileManager(MemoryMediaFileStorage("/media"))
    number = files.add_deferred(lambda: _made(make, "plans.csv", why), "text/csv", "here", "plans.csv") if make else "?"
    request = BackendOperationRequest(request_id="one", deferred_file={"file_id": number})
    with ThreadPoolExecutor(1) as apart:  # in this thread the browser of other tests may keep a loop running
        answer = apart.submit(asyncio.run, SaysWhy(lambda: files).handle(request, "reader")).result()
    assert answer.request_id == "one" and bool(answer.error_msg) != bool(answer.deferred_file.url)
    return answer.error_msg or answer.deferred_file.url


def test_a_file_that_is_made_has_an_address_which_opens_for_whoever_asked_alone(monkeypatch):
    visits = Visits()
    for session in ("reader", "another"):
        visits.bring(visits.begin(session, session).key, session)
    monkeypatch.setattr(file_to_take, "gatehouse", lambda: SimpleNamespace(visits=visits))
    why = {}
    address = asked(lambda: b"plan_id\n", why)
    assert address.startswith("/media/") and not why
    file = address.removeprefix("/media/")
    assert [visits.is_handed(file, owner) for owner in ("reader", "another")] == [True, False]


@pytest.mark.parametrize(("make", "sentence"), [(falls_over, SENTENCE), (wants_room, "Make room on the disk.$")])
def test_one_that_cannot_be_made_is_told_in_our_words_and_they_are_kept(make, sentence, caplog):
    why = {}
    told = asked(make, why)
    assert re.search(sentence, told) and why == {"plans.csv": told}
    assert not any(SECRET in line for line in (told, *caplog.messages))


def test_one_that_was_offered_before_the_server_began_anew_is_told_so():
    assert asked(None, {}) == OFFERED_BEFORE


def test_the_page_says_it_once_where_the_file_is_offered():
    def page():
        from pages.kit.frame.file_to_take import offer_file

        offer_file("Download", lambda: b"", "plans.csv", key="plans")

    app = AppTest.from_function(page).run()
    assert not app.error and not app.exception
    app.session_state[NOT_MADE]["plans.csv"] = "Make room on the disk."
    assert [error.value for error in app.run().error] == ["Make room on the disk."]
    assert not app.run().error


def test_sessions_answer_in_our_words(monkeypatch):
    monkeypatch.setattr(app_session, "DeferredFileHandler", object())
    say_why_not_made()
    session = SimpleNamespace(_script_data=SimpleNamespace(main_script_path=__file__))
    dispatcher = app_session.AppSession._create_backend_operation_dispatcher(session)
    assert isinstance(dispatcher._handlers["deferred_file"], SaysWhy)


def test_every_file_is_offered_in_this_way():
    calls = [path for path in PAGES.rglob("*.py") if "st.download_button(" in path.read_text(encoding="utf-8")]
    assert calls == [Path(file_to_take.__file__)]
    assert "say_why_not_made()" in (PAGES.parent / "app.py").read_text(encoding="utf-8")
