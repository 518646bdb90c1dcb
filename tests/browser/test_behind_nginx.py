"""Behind Debian's nginx, with the lines of the documents, the whole journey works over TLS, of one worker among two."""

import os
import re
import shutil
import socket
import ssl
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

from data.invention.sample import read_sample
from tests.browser.conftest import MUST_RUN, PATIENCE, ROOT, settle, turn_to
from tests.ports import free_port

NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
if not os.environ.get(MUST_RUN):
    pytest.importorskip("oidc_provider_mock", reason="oidc-provider-mock is not installed")
    if NGINX is None:
        pytest.skip("no nginx on this computer: the journey behind it was not tried", allow_module_level=True)
from tests.browser.provider import ANALYST, provider, settings_for, sign_in  # noqa: E402 - only where it is installed

LINES, REGION = ROOT / "docs" / "dashboard.nginx.conf", ROOT / "docs" / "region.nginx.conf"


@contextmanager
def nginx(folder: Path, tls: int, plain: int, workers: Sequence[int]) -> Iterator[None]:
    """Run nginx with the lines of the documents, on ports of this test and with a certificate made for it."""
    key, certificate = folder / "own.key", folder / "own.crt"
    made = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"]
    made += ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost"]
    subprocess.run([*made, "-keyout", key, "-out", certificate], check=True, capture_output=True)
    lines = LINES.read_text()
    for ours, here in {
        "listen 443 ": f"listen 127.0.0.1:{tls} ",
        "listen 80;": f"listen 127.0.0.1:{plain};",
        "server_name dashboard.example;": "server_name localhost;",
        "https://$host$request_uri": f"https://$host:{tls}$request_uri",
        "/etc/ssl/dashboard.crt": str(certificate),
        "/etc/ssl/dashboard.key": str(key),
        "/var/log/nginx/dashboard.log": str(folder / "access.log"),
        "http://127.0.0.1:8501": "http://workers",
    }.items():
        assert ours in lines
        lines = lines.replace(ours, here)
    region, servers = REGION.read_text(), "".join(f"server 127.0.0.1:{worker};\n" for worker in workers)
    lines += re.sub(r"(server 127\.0\.0\.1:\d+;\s+)+", servers, region)
    temporary = "".join(
        f"{kind}_temp_path {folder / kind};\n" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    (folder / "nginx.conf").write_text(
        f"daemon off;\npid {folder / 'pid'};\nerror_log {folder / 'error.log'};\nevents {{}}\n"
        f"http {{\n{temporary}{lines}\n}}\n"
    )
    running = subprocess.Popen([NGINX, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"])
    try:
        until = time.monotonic() + 20
        while socket.socket().connect_ex(("127.0.0.1", tls)):
            assert running.poll() is None and time.monotonic() < until, (folder / "error.log").read_text()
            time.sleep(0.1)
        yield
    finally:
        running.terminate()
        running.wait(timeout=20)


def test_the_journey_from_signing_in_to_signing_out(serve, browser, tmp_path):
    tls, plain = free_port(), free_port()
    here = f"https://localhost:{tls}"
    plans = next(each for each in read_sample() if each.extract == "child_protection_plans" and each.month == "2026-10")
    plans.rows.to_csv(tmp_path / "plans.csv", index=False)
    with provider() as at:
        told = settings_for(at, here, tmp_path)
        workers = [int(serve(**told).address.rpartition(":")[2]) for _ in range(2)]
        with nginx(tmp_path, tls, plain, workers):
            page = browser.new_context(ignore_https_errors=True).new_page()
            page.set_default_timeout(PATIENCE)
            errors = []
            page.on("console", lambda said: errors.append(said.text) if "policy" in said.text.lower() else None)
            page.goto(f"http://localhost:{plain}/")
            page.get_by_text("Nobody is signed in here.").wait_for()
            assert page.url.startswith(here)
            sign_in(page, ANALYST)
            page.get_by_text("What needs attention").first.wait_for()
            settle(page)
            assert {cookie["secure"] for cookie in page.context.cookies(here)} == {True}

            turn_to(page, "Data", "Upload")
            page.get_by_test_id("stFileUploaderDropzoneInput").set_input_files(str(tmp_path / "plans.csv"))
            page.get_by_test_id("stFileChip").wait_for()
            page.get_by_role("button", name="Check these files").click()
            page.get_by_role("heading", name="What was found").wait_for()

            turn_to(page, "Committee", "Committee report")
            settle(page)
            with page.expect_download() as handed_out:
                page.get_by_role("button", name="Issue as HTML").click()
            assert handed_out.value.path().stat().st_size > 0

            page.get_by_role("button", name="Sign out").click()
            page.wait_for_url(f"{at}/**")
            page.get_by_role("button").first.click()
            page.get_by_text("Nobody is signed in here.").wait_for()
            assert page.url.startswith(here) and not errors
            tls_is_whole(here, tmp_path / "own.crt")
    logged = (tmp_path / "access.log").read_text()
    assert " 101 " in logged and "PUT /_stcore/upload_file/ 204" in logged and "GET /media/ 200" in logged
    assert "state=" not in logged and "month=" not in logged


def tls_is_whole(here: str, certificate: Path) -> None:
    """Ask as a client that believes this certificate alone, and none that is older than TLS 1.2."""
    trust = ssl.create_default_context(cafile=str(certificate))
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(f"{here}/", context=trust, timeout=20)
    assert refused.value.code == 403
    assert refused.value.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "frame-ancestors 'none'" in refused.value.headers["Content-Security-Policy"]
