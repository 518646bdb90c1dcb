"""The papers of a region: what compose.yaml names is there, and says the same as nginx's lines and the settings."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from data.settings import LAKE, settings

ROOT = Path(__file__).parents[2]
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
LINES, DASHBOARD = ROOT / "docs/region.nginx.conf", ROOT / "docs/dashboard.nginx.conf"
SERVICES = COMPOSE["services"]
WORKERS = {name: service for name, service in SERVICES.items() if name.startswith("worker")}
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


@pytest.mark.skipif(NGINX is None, reason="no nginx on this computer")
def test_nginx_takes_the_lines(tmp_path):
    conf = tmp_path / "nginx.conf"
    conf.write_text(f"pid {tmp_path}/pid;\nevents {{}}\nhttp {{ access_log off; include {LINES}; }}\n")
    looked = subprocess.run(
        [str(NGINX), "-t", "-e", f"{tmp_path}/error.log", "-c", conf], capture_output=True, text=True, check=False
    )
    assert looked.returncode == 0, looked.stderr
