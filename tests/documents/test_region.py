"""The papers of a region: what compose.yaml names is there, and says the same as nginx's lines and the settings."""

import re
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import yaml

from data.settings import LAKE, settings
from tests.ports import free_port

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
LINES, DASHBOARD = ROOT / "docs/region.nginx.conf", ROOT / "docs/dashboard.nginx.conf"
SERVICES = COMPOSE["services"]
WORKERS = {name: service for name, service in SERVICES.items() if name.startswith("worker")}
READERS = 40
NGINX = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def test_every_file_of_ours_that_it_names_is_there():
    mounted = [volume.split(":")[0] for service in SERVICES.values() for volume in service["volumes"]]
    ours = [place for place in mounted if place.startswith("./")]
    assert len(ours) == 2 and all((ROOT / place).is_file() for place in ours)
    asked = {(worker["build"]["dockerfile"], *worker["build"]["args"]) for worker in WORKERS.values()}
    assert asked == {("Containerfile", "LAKE")}
    assert "ARG LAKE=" in (ROOT / "Containerfile").read_text(encoding="utf-8")


def test_nginx_knows_each_worker_by_its_port_and_nobody_else_reaches_one():
    ports = sorted(worker["environment"]["STREAMLIT_SERVER_PORT"] for worker in WORKERS.values())
    assert re.findall(r"server 127\.0\.0\.1:(\d+);", LINES.read_text(encoding="utf-8")) == ports
    assert len(ports) == 4 and all(worker["network_mode"] == "service:front" for worker in WORKERS.values())
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["front"]
    (passed,) = re.findall(r"sed 's\|(.*?)\|http://workers\|'", " ".join(SERVICES["front"]["command"]))
    assert f"proxy_pass {passed};" in DASHBOARD.read_text(encoding="utf-8")


def test_a_worker_is_told_settings_that_there_are(monkeypatch):
    told = WORKERS["worker_1"]["environment"]
    for name, value in told.items():
        monkeypatch.setenv(name, value)
    known = settings()
    assert told["SLAC_STORE"].startswith(LAKE) and known.lake and str(known.folder) == told["SLAC_LAKE_FOLDER"]
    documented = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    assert all(f"`{name}`" in documented for name in told if name.startswith("SLAC_"))
    assert {worker["environment"]["SLAC_PSEUDONYM_KEY"] for worker in WORKERS.values()} == {told["SLAC_PSEUDONYM_KEY"]}


@contextmanager
def worker() -> Iterator[tuple[int, list[str]]]:
    """Serve as a worker that notes what it is asked; give its port and its notes."""
    asked: list[str] = []

    class Noting(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(204)
            self.end_headers()

        def log_message(self, *_) -> None:
            """Leave what is asked to the notes."""

    serving = ThreadingHTTPServer(("127.0.0.1", 0), Noting)
    threading.Thread(target=serving.serve_forever, daemon=True).start()
    yield serving.server_port, asked
    serving.shutdown()
    serving.server_close()


@pytest.mark.skipif(NGINX is None, reason="no nginx on this computer")
def test_nginx_keeps_a_reader_with_one_worker_and_gives_every_worker_some_readers_of_one_address(tmp_path):
    with ExitStack() as running:
        workers = [running.enter_context(worker()) for _ in WORKERS]
        lines = LINES.read_text(encoding="utf-8")
        for place, (port, _) in enumerate(workers):
            lines = lines.replace(f"127.0.0.1:{8501 + place};", f"127.0.0.1:{port};")
        conf, port = tmp_path / "nginx.conf", free_port()
        passing = f"server {{ listen 127.0.0.1:{port}; location / {{ proxy_pass http://workers; }} }}"
        (tmp_path / "body").mkdir()
        conf.write_text(
            f"daemon off;\npid {tmp_path}/pid;\nevents {{}}\n"
            f"http {{ access_log off; client_body_temp_path {tmp_path}/body;\n{lines}\n{passing} }}\n"
        )
        front = subprocess.Popen([str(NGINX), "-e", f"{tmp_path}/error.log", "-c", conf])
        running.callback(front.wait, 20)
        running.callback(front.terminate)
        until = time.monotonic() + 20
        while socket.socket().connect_ex(("127.0.0.1", port)):
            assert front.poll() is None and time.monotonic() < until, (tmp_path / "error.log").read_text()
            time.sleep(0.05)
        for reader in range(READERS):
            cookie = ask(port, f"/{reader}/first", "")
            for again in ("second", "third"):
                assert ask(port, f"/{reader}/{again}", cookie) == ""
        front.terminate()
    noted = [{path.split("/")[1] for path in asked} for _, asked in workers]
    assert sum(map(len, noted)) == READERS, "nobody was sent to two"
    assert min(map(len, noted)) >= READERS / len(workers) / 4, "and none has hardly anybody"


def ask(port: int, path: str, cookie: str) -> str:
    """Ask nginx as a browser; return the cookie that it gives, if any."""
    with closing(HTTPConnection("127.0.0.1", port, timeout=20)) as line:
        line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
        answer = line.getresponse()
        assert answer.status == 204
        given, _, flags = (answer.getheader("Set-Cookie") or "").partition("; ")
        assert not given or ("secure" in flags and "httponly" in flags)
        return given
