"""Nobody passes the gate whom its door does not let in, by any kind of request; and what is handed in is one's own."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest
from starlette.responses import PlainTextResponse
from streamlit import config

from data.identity import this_moment
from data.ledger.deeds import Deed
from pages.gate.doors import KeyDoor, OpenDoor
from pages.gate.gate import NOBODY, Gate
from pages.gate.gatehouse import NEVER
from pages.gate.one_time_key import OneTimeKey
from pages.gate.visits import Visits
from tests.pages.frame.test_served_page import Answer, Line

COOKIE = "house_visit_8501"
PAGES = ("", "looked_after", "nowhere", "house/names.json", "index.html", "_stcore/agent/interact", "component/x/y.js")
FILES = ("media/0a1b.csv", "_stcore/upload_file/theirs/1", "_stcore/metrics", "_stcore/bidi-components/x", "app/x")
ODD = (
    "static",
    "//static/x",
    "/static/x",
    "STATIC/x",
    "house/look.css",
    "house/look.aaaaaaaaaaaa.css/..",
)
FOR_ALL = ("static/js/a.js", "favicon.png", "house/look.0123456789ab.css", "_stcore/health", "_stcore/host-config")


async def server(scope, receive, send):
    """Answer any request; open any line, and say whose the gate says it is."""
    said = [value.decode() for name, value in scope["headers"] if name == b"x-house-visit"]
    if scope["type"] == "websocket":
        await send({"type": f"websocket.accept of {said}"})
        return
    await PlainTextResponse(f"served {said}")(scope, receive, send)


class House:
    """A gate before a server, with its key and whoever has come in."""

    def __init__(self, kind=KeyDoor):
        self.visits, self.key, self.log = Visits(), OneTimeKey(), []
        given = {"key": self.key} if kind is KeyDoor else {}
        self.door = kind(self.visits, b"signed with", who="local", **given)
        self.gate = Gate(server, self.door, "house/look.css", self)
        self.line = Line(self.gate)

    def looks_after(self, visit) -> bool:
        return visit.who == "admin"

    def note(self, what, who) -> None:
        self.log.append((what, who))

    def come_in(self) -> str:
        """Return the cookie of a browser that came in by the key of the moment."""
        return given(self.line.get(f"/house/come-in/{self.key.new()}"))

    def ask(self, path: str, cookie: str = "", method: str = "GET", **headers: str) -> Answer:
        return self.line.ask(method, f"/{path}", {"cookie": f"{COOKIE}={cookie}"} | headers if cookie else headers)


@pytest.fixture
def house() -> House:
    return House()


def given(answer: Answer) -> str:
    return answer.headers["set-cookie"].partition("=")[2].partition(";")[0]


def opened(house: House, cookie: str = "", **forged: str) -> str:
    """Return how the server, or the gate, answers whoever wants to open a line."""
    headers = [(b"cookie", f"{COOKIE}={cookie}".encode())] if cookie else []
    headers += [(name.encode(), value.encode()) for name, value in forged.items()]
    scope = {"type": "websocket", "path": "/_stcore/stream", "headers": headers, "query_string": b""}
    said = []

    async def receive():
        return {"type": "websocket.connect"}

    async def send(message):
        said.append(message["type"])

    with ThreadPoolExecutor(1) as beside:
        beside.submit(asyncio.run, house.gate(scope, receive, send)).result()
    return said[0]


def test_without_a_visit_there_is_nothing_but_the_program_of_the_browser(house):
    for path in (*PAGES, *FILES, *ODD):
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"):
            answer = house.ask(path, method=method)
            assert (answer.status_code, "served" in answer.text) == (403, False), (method, path)
    assert opened(house) == "websocket.close"
    assert not house.log, "nobody tried to come in"
    assert [house.ask(path).text for path in FOR_ALL] == ["served []"] * len(FOR_ALL)


def test_the_address_opens_once_and_only_the_newest_does(house):
    first, second = house.key.new(), house.key.new()
    for key in (first, "", second[:-1], f"{second}x", first + second):
        assert house.ask(f"house/come-in/{key}").status_code == 403
    assert house.ask(f"house/come-in/{second}", method="HEAD").status_code == 403, "what is looked at is not opened"
    answer = house.ask(f"house/come-in/{second}")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    said = answer.headers["set-cookie"].lower()
    assert all(each in said for each in ("httponly", "samesite=strict", "path=/", "max-age=28800"))
    assert house.ask(f"house/come-in/{second}").status_code == 403
    assert house.ask("", given(answer)).text.startswith("served")


def test_the_cookie_names_the_visit_to_the_server_and_nothing_else_does(house):
    cookie = house.come_in()
    (key,) = house.visits._visits
    forged = {"x-house-visit": "forged"}
    assert house.ask("", cookie, **forged).text == "served []"
    assert opened(house, cookie, **forged) == f"websocket.accept of {[key]}"
    assert opened(house, **forged) == "websocket.close"
    assert house.ask("", **forged).status_code == 403


@pytest.mark.parametrize("altered", ["", "x", "key", "cut", "swapped", "signed by another"])
def test_a_cookie_that_is_not_ours_is_none(house, altered):
    cookie = house.come_in()
    key, rest = cookie.split(".", 1)
    said = {
        "": "x",
        "x": f"{cookie}x",
        "key": key,
        "cut": cookie[:-1],
        "swapped": f"{key[:-1]}{'a' if key[-1] != 'a' else 'b'}.{rest}",
        "signed by another": KeyDoor(house.visits, b"another", OneTimeKey(), "local")._signer.sign(key).decode(),
    }[altered]
    answer = house.ask("", said, accept="text/html")
    assert answer.status_code == 403 and "was altered, or has expired" in answer.text
    assert opened(house, said) == "websocket.close"
    assert [house.ask("", said).status_code for _ in range(5)] == [403] * 5
    assert house.log == [(Deed.REFUSED, NOBODY)], "nobody can fill the log"


def test_signing_out_ends_it_and_takes_the_cookie(house):
    cookie = house.come_in()
    answer = house.ask("auth/logout", cookie)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    assert "max-age=0" in answer.headers["set-cookie"].lower()
    assert house.ask("", cookie).status_code == 403 and opened(house, cookie) == "websocket.close"
    assert house.ask("auth/logout").status_code == 303
    assert house.log == [(Deed.SIGNED_OUT, "local"), (Deed.REFUSED, NOBODY)]


def test_files_go_to_a_session_of_ones_own_and_how_busy_it_is_is_seen_by_whoever_looks_after_it(house):
    cookie = house.come_in()
    (key,) = house.visits._visits
    house.visits.bring(key, "mine")
    assert house.ask("_stcore/upload_file/mine/1", cookie, "PUT").status_code == 200
    for path in ("_stcore/upload_file/theirs/1", "_stcore/upload_file//1", "_stcore/upload_file/", "_stcore/metrics"):
        assert house.ask(path, cookie, "PUT").status_code == 403, path
    house.visits._visits[key].identity = house.visits.begin("admin", "admin").identity
    assert house.ask("_stcore/metrics", cookie).status_code == 200


def test_a_file_is_handed_to_whoever_it_was_made_for_in_all_of_their_windows(house):
    first, second = house.come_in(), house.come_in()
    of_first, of_second = house.visits._visits.values()
    of_second.owner = "another"
    house.visits.bring(of_first.key, "mine")
    house.visits.bring(of_second.key, "theirs")
    assert house.ask("media/0a1b.csv", first).status_code == 403, "made for nobody yet"
    house.visits.hand_over("mine", "0a1b.csv")
    house.visits.hand_over("nobody's", "2c3d.csv")
    seen = {path: [house.ask(path, each).status_code for each in (first, second)] for path in FILES_MADE}
    assert seen == {"media/0a1b.csv": [200, 403]} | dict.fromkeys(FILES_MADE[1:], [403, 403])
    house.visits.end(of_first.key)
    assert house.ask("media/0a1b.csv", first).status_code == 403


FILES_MADE = ("media/0a1b.csv", "media/0a1b", "media/x/0a1b.csv", "media/", "media/2c3d.csv")


def test_a_page_is_told_how_long_it_may_be_shown_and_asking_makes_it_no_longer(house):
    assert house.ask("house/still-here").status_code == 403
    cookie = house.come_in()
    (visit,) = house.visits._visits.values()
    assert int(house.ask("house/still-here", cookie).text) in (899, 900)
    visit.seen_at -= timedelta(minutes=10)
    for _ in range(2):
        assert int(house.ask("house/still-here", cookie).text) in (299, 300)
    visit.identity = replace(visit.identity, expires_at=this_moment() + timedelta(minutes=2))
    assert int(house.ask("house/still-here", cookie).text) in (119, 120)
    house.ask("", cookie)
    visit.identity = replace(visit.identity, expires_at=this_moment() + timedelta(hours=2))
    assert int(house.ask("house/still-here", cookie).text) in (899, 900), "something was done"
    visit.seen_at -= timedelta(minutes=16)
    assert house.ask("house/still-here", cookie).status_code == 403
    assert visit.is_over
    everybody = House(OpenDoor)
    everybody.visits.longest = NEVER
    assert int(everybody.ask("house/still-here").text) > 86_400, "nobody has to sign in there"


def test_whoever_comes_in_is_led_to_the_page_they_asked_for_once_and_to_no_other_server(house):
    for path, there in (
        ("looked_after?month=2026-10", "/looked_after?month=2026-10"),
        ("//elsewhere.example/x", "/elsewhere.example/x"),
        ("/\\elsewhere.example", "/elsewhere.example"),
        ("?https://elsewhere.example", "/?https://elsewhere.example"),
    ):
        kept = given(house.ask(path, accept="text/html"))
        both = {"cookie": f"{COOKIE}={house.come_in()}; {ASKED_FOR}={kept}", "accept": "text/html"}
        led = house.line.ask("GET", "/", both)
        assert (led.status_code, led.headers["location"]) == (303, there)
        assert "max-age=0" in led.headers["set-cookie"].lower()
        assert house.line.ask("GET", "/definitions", both).text.startswith("served")
        assert house.line.ask("GET", "/", {**both, "cookie": f"{ASKED_FOR}={kept}"}).status_code == 403
    for path in ("", "media/x.csv", "house/come-in/x", "house/names.json", f"looked_after?{'x' * 2000}"):
        assert "set-cookie" not in house.ask(path, accept="text/html").headers, path
    assert "set-cookie" not in house.ask("looked_after").headers, "no browser asks for a page so"


ASKED_FOR = "house_asked_8501"


def test_whoever_is_refused_is_told_in_a_page_what_to_do(house):
    answer = house.ask("looked_after?month=<b>", accept="text/html,*/*")
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "Nobody is signed in here." in answer.text and "python cli.py address" in answer.text
    assert "<b>" not in answer.text
    assert "text/plain" in house.ask("media/x.csv").headers["content-type"]


def test_under_a_path_of_its_own_the_same_holds():
    config.set_option("server.baseUrlPath", "family/help")
    try:
        house = House()
        for path in ("", "family/help", "family/help/", "family/helpless", "static/x", "family/help/media/x"):
            assert house.ask(path).status_code == 403, path
        assert house.ask("family/help/static/x").status_code == 200
        answer = house.ask(f"family/help/house/come-in/{house.key.new()}")
        assert (
            answer.headers["location"] == "/family/help/"
            and "path=/family/help/" in answer.headers["set-cookie"].lower()
        )
        assert house.ask("family/help/", given(answer)).status_code == 200
    finally:
        config.set_option("server.baseUrlPath", "")


def test_where_children_are_invented_pages_are_open_and_each_browser_hands_in_its_own():
    house = House(OpenDoor)
    first, second = (given(house.ask("")) for _ in range(2))
    assert "set-cookie" not in house.ask("", first).headers
    mine, _ = house.visits._visits
    assert opened(house) == "websocket.accept of ['']"
    assert opened(house, first) == f"websocket.accept of {[mine]}"
    house.visits.bring(mine, "mine")
    assert house.ask("_stcore/upload_file/mine/1", first, "PUT").status_code == 200
    for cookie in (second, ""):
        assert house.ask("_stcore/upload_file/mine/1", cookie, "PUT").status_code == 403
    house.visits.hand_over("mine", "x.csv")
    assert [house.ask("media/x.csv", cookie).status_code for cookie in (first, second, "")] == [200, 403, 403]
    assert house.ask("_stcore/metrics", first).status_code == 403
