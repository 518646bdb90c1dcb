"""A file that is made when it is asked for; where it cannot be made, our own sentence says why."""

import asyncio
from collections.abc import Callable
from typing import Any

import streamlit as st
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest
from streamlit.proto.ForwardMsg_pb2 import BackendOperationResponse, DeferredFileResponsePayload
from streamlit.runtime import app_session
from streamlit.runtime.backend_operation_handler import DeferredFileHandler
from streamlit.runtime.media_file_storage import MediaFileStorageError

from data.errors import Mendable
from data.unforeseen import foreseen
from pages.gate.gatehouse import gatehouse
from pages.words.plain_text import plain

NOT_MADE = "files_not_made"
"""Where a session keeps why a file was not made, by the name of the file, until its page has said it."""
OFFERED_BEFORE = "This file was offered before the page was drawn anew: load the page again, and ask for it there."


def offer_file(label: str, make: Callable[[], bytes], name: str, key: str, **looks: Any) -> None:
    """Offer a file under its name by a button; `make` makes it when it is asked for, and `looks` is the button's look.

    Where it could not be made, the button says why for a moment, and the page below the button when next drawn.
    """
    why: dict[str, str] = st.session_state.setdefault(NOT_MADE, {})
    st.download_button(label, data=lambda: _made(make, name, why), file_name=name, on_click="ignore", key=key, **looks)
    if name in why:
        st.error(plain(why.pop(name)))


def _made(make: Callable[[], bytes], name: str, why: dict[str, str]) -> bytes:
    """Make a file; where that fails, keep why."""
    try:
        with foreseen(f"the file {name}"):
            return make()
    except Mendable as wrong:
        why[name] = str(wrong)
        raise


def say_why_not_made() -> None:
    """From now on let what the server answers where a file was not made be our sentence: Streamlit's own is fixed."""
    setattr(app_session, "DeferredFileHandler", SaysWhy)  # noqa: B010 - it is no name that Streamlit gives out


class SaysWhy(DeferredFileHandler):
    """Answer a browser that asks for a file with its address, or with our sentence why there is none."""

    async def handle(self, request: BackendOperationRequest, session_id: str) -> BackendOperationResponse:  # noqa: ARG002 - as it is called
        """Have the file made beside whatever else the server does; it is for whoever the session belongs to alone."""
        try:
            url = await asyncio.to_thread(self._get_media_file_mgr().execute_deferred, request.deferred_file.file_id)
        except MediaFileStorageError as error:
            why = str(error.__cause__) if isinstance(error.__cause__, Mendable) else OFFERED_BEFORE
            return BackendOperationResponse(request_id=request.request_id, error_msg=why)
        gatehouse().visits.hand_over(session_id, url.rpartition("/")[2])
        file = DeferredFileResponsePayload(url=url)
        return BackendOperationResponse(request_id=request.request_id, deferred_file=file)
