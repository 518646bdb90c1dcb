"""Two clients of one server: whoever has not come in themselves gets no page, no line, no file of whoever has."""

import re
from contextlib import closing
from http.client import HTTPConnection
from urllib.parse import urlsplit

from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from data.invention.sample import read_sample
from data.store.store import Store
from tests.browser.conftest import PATIENCE, turn_to, visit

CSV = "child_id,start_date\nFemithecanary,2026-10-01\n"


def asked(server, method: str, path: str, **headers: str) -> tuple[int, str]:
    """Ask a server for something without a browser; return the status and what came."""
    with closing(HTTPConnection("127.0.0.1", urlsplit(server.address).port, timeout=20)) as line:
        line.request(method, path, body=b"x" if method == "PUT" else None, headers=headers)
        answer = line.getresponse()
        return answer.status, answer.read().decode(errors="replace")


def refuses_a_line(server, session: str, **headers: str) -> bool:
    """Tell whether a line is refused, also to whoever names the session of another."""
    try:
        address = f"{server.address.replace('http', 'ws')}/_stcore/stream"
        with connect(address, subprotocols=["streamlit", "x", session], additional_headers=headers):
            return False
    except InvalidStatus as why:
        return why.response.status_code == 403


def test_a_second_client_gets_nothing_of_the_first(serve, browser, tmp_path):
    Store.create(tmp_path / "new.duckdb").close()
    server = serve(SLAC_STORE=str(tmp_path / "new.duckdb"), SLAC_AUTHORITY="X09000001")
    page, second = (browser.new_context().new_page() for _ in range(2))
    for each in (page, second):
        each.set_default_timeout(PATIENCE)
    taken = []
    page.on("request", lambda request: taken.append(request))
    server.come_in(page)
    page.get_by_text("Signed in: local").wait_for()
    come_in = next(request.url for request in taken if "/house/come-in/" in request.url)
    visit(page, f"{server.address}/upload")
    plans = next(each for each in read_sample() if each.extract == "child_protection_plans" and each.month == "2026-10")
    wrong = plans.rows.astype("str").replace({"None": "", "nan": "", "NaT": ""}).assign(category="canary")
    with page.expect_response(lambda answer: answer.request.method == "PUT") as sent:
        page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
            {"name": "plans.csv", "mimeType": "text/csv", "buffer": wrong.to_csv(index=False).encode()}
        )
    upload = sent.value
    assert upload.status == 204
    page.get_by_test_id("stFileChip").wait_for()
    page.get_by_role("button", name="Check these files").click()
    page.get_by_role("heading", name="What was found").wait_for()
    with page.expect_download() as handed_out:
        page.get_by_role("button", name="Download the workbook to mend").click()
    download = urlsplit(handed_out.value.url).path

    session = re.search(r"/upload_file/([^/]+)/", upload.url)[1]
    forged = {"X-House-Visit": "local", "X-Forwarded-User": "local"}
    for method, path in (
        ("GET", "/"),
        ("GET", f"/upload{urlsplit(page.url).query and '?' + urlsplit(page.url).query}"),
        ("GET", download),
        ("HEAD", download),
        ("PUT", urlsplit(upload.url).path),
        ("DELETE", urlsplit(upload.url).path),
        ("GET", "/_stcore/metrics"),
        ("GET", urlsplit(come_in).path),
    ):
        status, said = asked(server, method, path, **forged)
        assert status == 403 and "canary" not in said, path
    assert refuses_a_line(server, session, **forged)

    second.goto(page.url)
    second.get_by_text("Nobody is signed in here.").wait_for()
    second.goto(come_in)
    second.get_by_text("has been opened before").wait_for()
    assert "canary" not in second.content()

    window = page.context.new_page()
    visit(window, f"{server.address}/definitions")
    own = {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}
    said = "; ".join(f"{name}={value}" for name, value in own.items())
    assert asked(server, "GET", download, Cookie=said)[0] == 200, "the first gets it"
    page.get_by_role("button", name="Sign out").click()
    page.get_by_text("Nobody is signed in here.").wait_for()
    assert asked(server, "GET", download, Cookie=said)[0] == 403
    assert refuses_a_line(server, session, Cookie=said)
    turn_to(window, "Data", "History")
    window.get_by_text("The visit of local is over. Sign in again.").wait_for()
    assert window.get_by_role("heading", name="Every attempt").count() == 0
    server.stop()
    with closing(Store.open_file(tmp_path / "new.duckdb")) as store, store.reading() as cursor:
        noted = cursor.execute(
            "select who, what from store.ledger.events union all select who, what from store.ledger.reads_aside"
        ).fetchall()
    assert {("local", "sign in"), ("local", "sign out"), ("nobody signed in", "refused")} <= set(noted)


def test_of_invented_children_each_browser_has_its_own_files_waiting(invented, browser):
    first, second = (browser.new_context().new_page() for _ in range(2))
    visit(first, f"{invented.address}/upload")
    first.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(
        {"name": "children.csv", "mimeType": "text/csv", "buffer": CSV.encode()}
    )
    first.get_by_test_id("stFileChip").wait_for()
    first.get_by_role("button", name="Check these files").click()
    first.get_by_role("heading", name="What was found").wait_for()
    visit(first, f"{invented.address}/upload")
    first.get_by_text("You have 1 file waiting").wait_for()
    visit(second, first.url)
    assert second.get_by_text("waiting for").count() == 0
    assert second.get_by_role("button", name="Sign out").count() == 0, "nobody has to sign in there"
    first.get_by_role("button", name="Throw away").click()
    first.close()
    second.close()
