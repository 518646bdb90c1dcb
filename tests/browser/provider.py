"""A provider of sign-in on this computer, and the settings by which the dashboard goes to it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import Page

from pages.words.plain_text import plain

ANALYST, MEMBER, NOBODY = "femi@council.example", "gwen@council.example", "hana@council.example"
GROUPS = {ANALYST: ["analysts"], MEMBER: ["members"], NOBODY: ["others"]}
ROLES = """
[people.analysts]
claims = { groups = "analysts" }
roles = ["analyst", "administrator"]
authorities = ["*"]

[people.members]
claims = { groups = "members" }
roles = ["member"]
authorities = ["*"]
"""


@contextmanager
def provider() -> Iterator[str]:
    """Run a provider that knows an analyst, a member, and somebody without a role; give its address."""
    os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"  # it speaks to this computer alone, and so without encryption
    people = [User(sub=who, claims={"preferred_username": who, "groups": groups}) for who, groups in GROUPS.items()]
    with run_server_in_thread(user_claims=people) as running:
        yield f"http://localhost:{running.server_port}"


def settings_for(provider_at: str, dashboard: str, folder: Path) -> dict[str, str]:
    """Write the settings of sign-in and the file of roles; return what names them to the dashboard."""
    said = {
        "redirect_uri": f"{dashboard}/oauth2callback",
        "cookie_secret": "a secret of this test, longer than is asked",
        "client_id": "dashboard",
        "client_secret": "known to the provider",
        "server_metadata_url": f"{provider_at}/.well-known/openid-configuration",
    }
    (folder / "sign_in.toml").write_text("[auth]\n" + "".join(f'{name} = "{value}"\n' for name, value in said.items()))
    (folder / "roles.toml").write_text(ROLES)
    return {"SLAC_SIGN_IN": str(folder / "sign_in.toml"), "SLAC_ROLES": str(folder / "roles.toml")}


def sign_in(page: Page, who: str) -> None:
    """Sign in at the provider as somebody, from the page that says that nobody is."""
    page.get_by_role("link", name="Sign in").click()
    page.get_by_role("button", name=who).click()


def named(who: str) -> str:
    """Return how a page draws the name of somebody, which is an address of mail and no link."""
    return plain(who)
