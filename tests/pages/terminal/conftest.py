"""The command line as somebody calls it, in this process."""

import pytest

from cli import main


@pytest.fixture
def run(capsys):
    """Run a command; return its exit status, what it printed and what it complained of."""

    def command(*words):
        status = main([str(word) for word in words])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return command
