"""A browser test that cannot be run is skipped with its reason, and fails where it must run."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.conftest import MUST_RUN

ROOT = Path(__file__).parents[2]
A_BROWSER_TEST = "tests/browser/test_deep_link.py::test_the_month_stands_in_the_address_and_goes_along_and_back"
COMMAND = [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "-p", "no:xdist", A_BROWSER_TEST]


@pytest.mark.parametrize(("must", "status"), [("", 0), ("1", 1)], ids=["may be skipped", "must run"])
def test_without_chromium(must, status, tmp_path):
    surroundings = {**os.environ, "PATH": str(tmp_path), MUST_RUN: must, "PYTEST_ADDOPTS": ""}
    ended = subprocess.run(COMMAND, cwd=ROOT, env=surroundings, capture_output=True, text=True, check=False)
    assert ended.returncode == status, ended.stdout
    assert "no chromium on this computer" in ended.stdout
