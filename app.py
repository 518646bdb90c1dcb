"""The table of contents: navigation, who is reading, and the choice of authority and month."""

from contextlib import suppress

import streamlit as st
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware

from data.access import Act
from data.errors import Mendable
from data.ledger.deeds import Deed
from data.unforeseen import Unforeseen
from data.value_free_log import keep_values_out_of_logs
from pages.gate.fallen_answer import FallenAnswer
from pages.gate.gatehouse import gatehouse, guarded, said_at_start
from pages.gate.safe_headers import SafeHeaders
from pages.gate.visits import NotLetIn, Visit
from pages.kit.frame import banner, contents, readiness, served_page
from pages.kit.frame.fallen_page import say_what_fell_over
from pages.kit.frame.file_to_take import say_why_not_made
from pages.words.plain_text import plain


def show() -> None:
    """Draw the page asked for, inside its frame: what Streamlit runs for every reader and click."""
    st.set_page_config(page_title=banner.PRODUCT, layout="wide", menu_items=banner.MENU)
    try:
        visit = gatehouse().here()
    except NotLetIn as why:
        st.navigation(contents.pages(), position="top")
        banner.not_let_in(str(why))
        return
    reader, refusal = _who_reads()
    page = st.navigation(contents.pages(reader), position="top")  # before the store is opened, which can fail
    spot, shown = banner.head(contents.heading(page.title), visit.who), ""
    try:
        if reader is None:
            raise Mendable(refusal)
        contents.must_open(page.title, reader)
        with st.spinner("Opening the figures…"):
            # The store and its libraries take a moment, so they come after the first paint.
            from pages.kit.frame import choices, reads_noted, session

            shown = choices.choose(page.title, spot)
            session.say_if_silent()
            reads_noted.note_page(page.url_path or contents.HOME)
        page.run()
    except banner.NothingPublished:
        banner.nothing_published()
    except Unforeseen:
        raise
    except Mendable as why:
        st.error(plain(str(why)))
    banner.foot(shown, "" if reader is None else banner.what_is_kept(reader))


def _who_reads():
    """Return who reads, or nobody, and why that is."""
    from pages.kit.frame import session

    try:
        return session.reading(), ""
    except Mendable as why:
        return None, str(why)


def handed_over(store, asked):
    """Answer a command of the command line, which cannot open the store that this process holds."""
    from pages.terminal.run import answer

    return answer(store, asked)


def read_ahead():
    """Read what the first reader will ask for, once the store is open; yield after each page."""
    from pages.kit.month.reading_ahead import read_ahead

    yield from read_ahead()


class BehindTheGate:
    """Know who may do what, and note who leaves and who is refused."""

    def looks_after(self, visit: Visit) -> bool:
        """Tell whether a visit is of somebody who looks after the dashboard."""
        from pages.kit.frame.session import reader_of_visit

        try:
            return reader_of_visit(visit).may(Act.ADMINISTER)
        except Mendable:
            return False

    def note(self, what: Deed, who: str) -> None:
        """Note in the audit log that somebody left, or was refused; where that cannot be, nobody is let in by it."""
        from pages.kit.frame.session import note

        with suppress(Mendable):
            note(what, who)


if __name__ == "app":
    # `streamlit run` imports this file once, before it serves anyone. Until st.navigation has been called in a process,
    # Streamlit takes pages/ for a list of pages of its own and answers a deep link with "Page not found".
    st.navigation(contents.pages())
    keep_values_out_of_logs()
    say_why_not_made()
    # Streamlit asks for the host of a session alone; files that are uploaded and downloaded are asked for the same.
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=st.get_option("server.allowedHosts"), www_redirect=False)
    gate = guarded(served_page.address_of("look.css"), BehindTheGate())
    page = served_page.page_served()
    app = st.App(
        __file__,
        lifespan=readiness.ready(handed_over, read_ahead),
        routes=served_page.routes(),
        middleware=[Middleware(SafeHeaders, page=page), hosts, gate, Middleware(served_page.PageServed)],
        on_script_error=say_what_fell_over,
        exception_handlers={Exception: FallenAnswer(page)},
    )
    print(said_at_start(), flush=True)
else:
    show()
