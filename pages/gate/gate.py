"""The gate before every address of the server: nobody passes whom its door does not let in, by any kind of request.

Behind it a visit goes by a header, from which Streamlit makes `st.user`; what a browser sends of that name is dropped.
"""

from datetime import UTC, datetime, timedelta
from typing import Protocol

from anyio import to_thread
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.identity import this_moment
from data.ledger.deeds import Deed
from pages.gate import addresses
from pages.gate.asked_for import keep_asked, to_what_was_asked
from pages.gate.doors import Door
from pages.gate.refusal import refusal
from pages.gate.visits import NotLetIn, Visit

VISIT_HEADER = b"x-house-visit"
POLICY_VIOLATED = 1008
NOBODY = "nobody signed in"
"""As whom the audit log names whoever was refused before anybody knew who they are."""
NOT_YOURS = "This file is not yours, or is not held any more."
NOT_MEASURED = "Only whoever looks after the dashboard may see how busy it is."


class Behind(Protocol):
    """Know what is behind the gate: roles, and the audit log."""

    def looks_after(self, visit: Visit) -> bool:
        """Tell whether a visit is of somebody who looks after the dashboard."""
        ...

    def note(self, what: Deed, who: str) -> None:
        """Note in the audit log that somebody left, or was refused."""
        ...


class Gate:
    """Stand before an application and let through what everybody may have, and of the rest what a visit may have."""

    def __init__(self, app: ASGIApp, door: Door, sheet: str, behind: Behind):
        """Take the application, its door, the address of the sheet of style, and what is known behind the gate."""
        self._app, self._door, self._sheet, self._behind = app, door, sheet, behind
        self._noted_at = datetime.min.replace(tzinfo=UTC)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass, or a line be opened, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        scope = {**scope, "headers": [header for header in scope["headers"] if header[0] != VISIT_HEADER]}
        path = addresses.below_base(scope["path"])
        if scope["type"] == "websocket":
            await self._line(scope, receive, send)
        elif path is not None and addresses.FOR_ALL.fullmatch(path):
            await self._app(scope, receive, send)
        else:
            await self._request(scope, path or "", receive, send)

    async def _line(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a line be opened to whoever has a visit."""
        try:
            visit = self._door.visit(HTTPConnection(scope).cookies)
        except NotLetIn:
            await receive()
            await send({"type": "websocket.close", "code": POLICY_VIOLATED, "reason": "Nobody is signed in."})
            return
        await self._app(_with(visit, scope), receive, send)

    async def _request(self, scope: Scope, path: str, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope)
        try:
            answer = await self._at_the_door(request, path)
            if answer is None and path not in addresses.OF_SIGNING_IN:
                self._must_be_theirs(path, self._door.visit(request.cookies))
                answer = to_what_was_asked(request)
        except NotLetIn as why:
            if why.is_to_note:
                await self._note_refusal()
            answer = refusal(request, str(why), self._door, self._sheet)
            keep_asked(request, answer)

        async def begin(message: Message) -> None:
            is_page = message["type"] == "http.response.start" and request.method == "GET" and answer is None
            await send(self._door.welcome(request, message) if is_page else message)

        await (answer or self._app)(scope, receive, begin)

    async def _at_the_door(self, request: Request, path: str) -> Response | None:
        """Return the answer to whoever comes in, leaves, or asks for how long they may stay; None to all others."""
        if path == addresses.LOG_OUT and (left := self._door.let_out(request.cookies)):
            await to_thread.run_sync(self._behind.note, Deed.SIGNED_OUT, left.who)
        if path == addresses.STILL_HERE:
            return PlainTextResponse(str(int(self._door.left(request.cookies).total_seconds())))
        return self._door.answered(request)

    async def _note_refusal(self) -> None:
        """Note that somebody was refused, once a minute, so that nobody can fill the log."""
        moment = this_moment()
        if moment - self._noted_at >= timedelta(minutes=1):
            self._noted_at = moment
            await to_thread.run_sync(self._behind.note, Deed.REFUSED, NOBODY)

    def _must_be_theirs(self, path: str, visit: Visit) -> None:
        """Refuse what belongs to somebody else's session, what is handed out to nobody, and how busy the server is."""
        if path.startswith(addresses.MEASURED) and not (visit.key and self._behind.looks_after(visit)):
            raise NotLetIn(NOT_MEASURED)
        if path.startswith(addresses.FILES_DOWN):
            file = path.removeprefix(addresses.FILES_DOWN)
            if not (visit.key and self._door.visits.is_handed(file, visit.owner)):
                raise NotLetIn(NOT_YOURS)
        if path.startswith(addresses.FILES_UP):
            session = path.removeprefix(addresses.FILES_UP).partition("/")[0]
            if not self._door.visits.is_of(session, visit.owner):
                raise NotLetIn(NOT_YOURS)


def _with(visit: Visit, scope: Scope) -> Scope:
    """Return a request that says whose it is, where only we could have said so."""
    return {**scope, "headers": [*scope["headers"], (VISIT_HEADER, visit.key.encode())]}
