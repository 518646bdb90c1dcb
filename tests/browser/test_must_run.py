"""A browser test that cannot be run is skipped with its reason, and fails where it must run."""

import pytest

from tests.browser.conftest import MUST_RUN, must_be_there


@pytest.mark.parametrize(
    ("must", "ends"), [("", pytest.skip.Exception), ("1", pytest.fail.Exception)], ids=["may be skipped", "must run"]
)
def test_without_chromium(must, ends, monkeypatch):
    monkeypatch.setenv(MUST_RUN, must)
    with pytest.raises(ends, match="no chromium on this computer"):
        must_be_there(None)
