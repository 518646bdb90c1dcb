"""Signing in at a provider: who comes back is who reads, in their role of this moment, until they sign out."""

import os

import pytest

from tests.browser.conftest import MUST_RUN, PATIENCE, settle, turn_to, visit

if not os.environ.get(MUST_RUN):
    pytest.importorskip("oidc_provider_mock", reason="oidc-provider-mock is not installed")
from tests.browser.provider import (  # noqa: E402
    ANALYST,
    MEMBER,
    NOBODY,
    ROLES,
    named,
    provider,
    settings_for,
    sign_in,
)

SEEN_AGAIN = 'dispatchEvent(new Event("visibilitychange"))'
"""What happens to a window that is looked at again: it asks at once, else within half a minute."""


def test_who_signs_in_reads_in_their_role_and_whoever_signs_out_reads_no_more(serve, browser, tmp_path):
    with provider() as at:
        server = serve(**settings_for(at, "http://127.0.0.1:{port}", tmp_path))
        page, member, nobody = (browser.new_context().new_page() for _ in range(3))
        for each in (page, member, nobody):
            each.set_default_timeout(PATIENCE)
        page.goto(f"{server.address}/upload")
        page.get_by_text("Nobody is signed in here.").wait_for()
        assert page.get_by_test_id("stApp").count() == 0
        sign_in(page, ANALYST)
        page.get_by_text(f"Signed in: {named(ANALYST)}").wait_for()
        page.get_by_role("button", name="Check these files").wait_for()
        assert page.url.startswith(f"{server.address}/upload"), "the page that was asked for"
        settle(page)

        (tmp_path / "roles.toml").write_text(ROLES.replace('"analysts"', '"former analysts"'))
        turn_to(page, "Data", "History")
        page.get_by_text(f"{named(ANALYST)} has no role here.").wait_for()
        assert page.get_by_role("heading", name="Every attempt").count() == 0
        (tmp_path / "roles.toml").write_text(ROLES)

        for other, who in ((member, MEMBER), (nobody, NOBODY)):
            other.goto(server.address)
            sign_in(other, who)
            other.get_by_text(f"Signed in: {named(who)}").wait_for()
        assert member.get_by_role("menuitem", name="Upload", exact=True).count() == 0
        member.goto(f"{server.address}/upload")
        member.get_by_text(f"{named(MEMBER)} may not check, publish or withdraw extracts.").first.wait_for()
        nobody.get_by_text(f"{named(NOBODY)} has no role here. Ask an administrator for access.").wait_for()

        kept = page.context.cookies()
        window = page.context.new_page()
        visit(window, server.address)
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url(f"{at}/**")
        page.get_by_role("button").first.click()
        page.get_by_text("Nobody is signed in here.").wait_for()
        turn_to(window, "Data", "Upload")
        window.get_by_text("is over. Sign in again.").wait_for()
        assert window.get_by_role("button", name="Check these files").count() == 0
        window.evaluate(SEEN_AGAIN)
        window.get_by_role("link", name="Sign in").wait_for()
        assert window.get_by_test_id("stApp").count() == 0, "the page itself is gone"
        page.context.add_cookies(kept)
        page.goto(server.address)
        page.get_by_text("is over. Sign in again.").wait_for()
