"""The server starts where nobody can come in unseen, and else says in a sentence what to set."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit import config
from streamlit.runtime.secrets import secrets_singleton

from data.errors import Mendable
from data.settings import Settings
from pages.gate.way_in import Way, refuse_to_start, take_settings_from, way_in
from tests.every_case import every

ROOT = Path(__file__).parents[3]
RIGHT = {
    "redirect_uri": "https://dashboard.example/oauth2callback",
    "cookie_secret": "a" * 32,
    "client_id": "dashboard",
    "client_secret": "told by the provider",
    "server_metadata_url": "https://provider.example/.well-known/openid-configuration",
}
OPEN, KEY = Settings(None, None, None), Settings(Path("house.duckdb"), None, None)
WITH_ROLES = Settings(Path("house.duckdb"), None, None, Path("roles.toml"))


@pytest.fixture
def told(tmp_path):
    """Give a way to set the address and the provider; both are as they were after the test."""
    before = {name: config.get_option(name) for name in ("server.address", "server.allowedHosts", "secrets.files")}

    def tell(address: str = "127.0.0.1", **said: str) -> None:
        config.set_option("server.address", address)
        config.set_option("server.allowedHosts", ["127.0.0.1", "localhost", "dashboard.example"])
        file = tmp_path / "sign_in.toml"
        file.write_text("[auth]\n" + "".join(f'{name} = "{value}"\n' for name, value in said.items()) if said else "")
        secrets_singleton._reset()
        take_settings_from(file)

    yield tell
    for name, value in before.items():
        config.set_option(name, value)
    secrets_singleton._reset()


def test_the_way_follows_from_the_store_and_the_provider(told):
    told()
    assert [way_in(each) for each in (OPEN, KEY)] == [Way.OPEN, Way.KEY]
    told(**RIGHT)
    assert [way_in(each) for each in (OPEN, KEY)] == [Way.PROVIDER] * 2


CASES = [
    ("127.0.0.1", {}, OPEN, ""),
    ("::1", {}, KEY, ""),
    ("localhost", {}, KEY, ""),
    ("0.0.0.0", {}, OPEN, "listen on 0.0.0.0"),
    ("0.0.0.0", {}, KEY, "listen on 0.0.0.0"),
    ("192.0.2.1", {}, KEY, "nobody would have to sign in"),
    ("::", {}, KEY, "listen on ::"),
    ("", {}, KEY, "listen on every address"),
    ("127.0.0.1.example", {}, KEY, "listen on 127.0.0.1.example"),
    ("127.0.0.1", RIGHT, WITH_ROLES, ""),
    ("0.0.0.0", RIGHT, WITH_ROLES, ""),
    ("127.0.0.1", RIGHT, KEY, "Name one in SLAC_ROLES"),
    ("127.0.0.1", RIGHT | {"client_id": ""}, WITH_ROLES, r"lack client_id in \[auth\]"),
    ("127.0.0.1", {"client_id": "dashboard"}, WITH_ROLES, "lack redirect_uri, cookie_secret, client_secret"),
    ("127.0.0.1", RIGHT | {"cookie_secret": "a" * 31}, WITH_ROLES, "shorter than 32 letters"),
    ("127.0.0.1", RIGHT | {"redirect_uri": "https://dashboard.example/"}, WITH_ROLES, "/oauth2callback after it"),
    (
        "127.0.0.1",
        RIGHT | {"redirect_uri": "http://dashboard.example/oauth2callback"},
        WITH_ROLES,
        "is not https",
    ),
    ("127.0.0.1", RIGHT | {"redirect_uri": "http://localhost:8501/oauth2callback"}, WITH_ROLES, ""),
    ("127.0.0.1", RIGHT | {"redirect_uri": "http://localhost:{port}/oauth2callback"}, WITH_ROLES, ""),
    (
        "127.0.0.1",
        RIGHT | {"redirect_uri": "https://elsewhere.example/oauth2callback"},
        WITH_ROLES,
        "elsewhere.example, by which the server does not answer",
    ),
]


@every("case", CASES)
def test_it_starts_or_says_why_not(told, case):
    address, said, chosen, why = case
    told(address, **said)
    if not why:
        refuse_to_start(chosen)
        return
    with pytest.raises(Mendable, match=why):
        refuse_to_start(chosen)


def test_a_file_of_sign_in_that_is_not_there_is_named(tmp_path):
    with pytest.raises(Mendable, match=r"SLAC_SIGN_IN names .*none\.toml, and there is no such file"):
        take_settings_from(tmp_path / "none.toml")


def test_a_server_told_to_listen_elsewhere_ends_with_a_sentence(tmp_path):
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless", "true"]
    ended = subprocess.run(
        [*command, "--server.address", "0.0.0.0", "--server.port", "0"],
        cwd=ROOT,
        env=os.environ | {"SLAC_STORE": str(tmp_path / "house.duckdb")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert ended.returncode == 1
    assert "Error: The server is set to listen on 0.0.0.0 (server.address)" in ended.stderr
    assert "Traceback" not in ended.stderr
