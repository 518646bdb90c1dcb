"""The README tells the truth: what it shows is there, and the commands it gives exist."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
import typer.main

from pages.terminal.run import every_command

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_what_it_links_to_is_there():
    linked = [each for each in re.findall(r"\]\(([^)#]+)\)", README) if not each.startswith("http")]
    assert len(linked) > 5
    assert [each for each in linked if not (ROOT / each).exists()] == []


def test_the_commands_it_gives_exist():
    given = set(re.findall(r"python cli\.py (\w+)", README))
    assert given and given <= set(typer.main.get_command(every_command()).commands)  # type: ignore[attr-defined]


def test_every_command_is_given():
    assert set(typer.main.get_command(every_command()).commands) == set(re.findall(r"python cli\.py (\w+)", README))  # type: ignore


@pytest.mark.skipif(
    os.name != "posix" or not shutil.which("make") or not (ROOT / ".venv/bin/activate").exists(),
    reason="only where make made the environment",
)
def test_the_way_to_a_store_of_ones_own_works_as_it_is_pasted(tmp_path):
    (pasted,) = re.findall(r"## Your own data\n\n```sh\n(.*?)```", README, re.DOTALL)
    steps = [line for line in pasted.splitlines() if line]
    assert [step.split()[1] for step in steps if step.startswith("make ")] == ["compiled", "run"]
    # What make would do is asked and not done: the environment is this one, and the dashboard would stay.
    script = "\n".join(re.sub("^make ", "make --dry-run ", step) for step in steps)
    environment = {"HOME": str(tmp_path), "PATH": "/usr/local/bin:/usr/bin:/bin"}
    ended = subprocess.run(
        ["/bin/sh", "-eu", "-c", f"{script}\npython cli.py doctor --json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "streamlit run app.py" in ended.stdout and "encrypted. Keep" in ended.stdout, ended.stderr
    looked = {each["what"]: each["well"] for each in json.loads(ended.stdout[ended.stdout.index("\n[") :])}
    assert all(looked[what] for what in ("store", "encryption", "key", "file", "server")), ended.stdout
    assert (tmp_path / "slac").stat().st_mode & 0o077 == 0
