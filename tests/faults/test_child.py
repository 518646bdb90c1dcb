"""A file is read by a process of its own: it ends within its limits, and what it dies of is one plain sentence."""

import os
import re
import subprocess
import sys
import time

import pytest

from data.arrivals import file_reading, read
from data.errors import Mendable
from data.parsing.file_kinds import parse
from tests.faults.container import FAULTS
from tests.faults.fault import plans

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows holds a process to no such limits")
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux holds a process to a limit of memory")
pytestmark = pytest.mark.own_process
FELL_OVER = re.compile("fell over .* busy with children.csv. Quote fault ([0-9A-F]{4}-[0-9A-F]{4}) ")
ROWS = b"child_id,team\n" + b"".join(b"C%d,T%d\n" % (number, number) for number in range(200_000))


def dies(monkeypatch, **limits) -> str:
    for name, limit in limits.items():
        monkeypatch.setattr(file_reading, name, limit)
    with pytest.raises(Mendable) as refused:
        read("children.csv", ROWS)
    assert "children.csv" in str(refused.value)
    monkeypatch.undo()
    assert len(read("after.csv", plans({})[0][1])[0].rows) == 1
    return str(refused.value)


def starting(program: str) -> str:
    """Start the child as ever, and put a program in place of the parser."""
    return (
        file_reading.START.replace("main()", "")
        + f"from data.parsing import process; process.parse = {program}; main()"
    )


@LINUX
def test_too_much_memory(monkeypatch):
    assert "needs more than 64 MB of memory, so it was stopped" in dies(monkeypatch, MOST_MEMORY=64 * 1024**2)


@POSIX
def test_too_much_computing(monkeypatch):
    endless = starting("lambda *_: [each for each in iter(int, 1)]")
    assert "needs more than 1 seconds of computing" in dies(monkeypatch, MOST_COMPUTING=1, START=endless)


def test_too_much_waiting(monkeypatch):
    asleep = starting("lambda *_: __import__('time').sleep(60)")
    began = time.monotonic()
    assert "took longer than 1 seconds" in dies(monkeypatch, MOST_WAITING=1, START=asleep)
    assert time.monotonic() - began < 30


def test_a_process_that_breaks_says_a_number_and_the_log_which_error_and_no_value(monkeypatch, caplog):
    said = dies(monkeypatch, START=starting("lambda *_: int('Femi Okafor')"))
    assert FELL_OVER.search(said) and "Femi" not in said
    assert "save it as a new .xlsx" in said
    [line] = caplog.messages
    assert ": ValueError at " in line and "data/parsing/process.py:" in line and "Femi" not in line
    assert FELL_OVER.search(said)[1] in line


def test_a_process_that_is_killed(monkeypatch, caplog):
    kill = starting("lambda *_: __import__('os').kill(__import__('os').getpid(), 9)")
    assert FELL_OVER.search(dies(monkeypatch, START=kill))
    assert "status -9" in caplog.text


@pytest.mark.parametrize(
    "deed",
    [
        "__import__('socket').socket()",
        "open('/etc/hostname')",
        "open('/tmp/never', 'w')",
        "__import__('subprocess').run(['true'])",
        "__import__('os').system('true')",
    ],
)
def test_the_doors_are_closed(monkeypatch, caplog, deed):
    before = "import socket, subprocess; " + starting(f"lambda *_: {deed}")
    assert FELL_OVER.search(dies(monkeypatch, START=before))
    assert "PermissionError at" in caplog.text


@POSIX
def test_the_kernel_holds_the_doors_where_python_would_not(monkeypatch, caplog):
    native = "import _socket, sys; sys.addaudithook = lambda hook: None; " + starting("lambda *_: _socket.socket()")
    assert FELL_OVER.search(dies(monkeypatch, START=native))
    assert "OSError at" in caplog.text


def test_the_process_imports_no_more_than_it_needs():
    heavy = "{'pandas', 'numpy', 'duckdb', 'data.parsing.marked_file', 'urllib.request'}"
    program = f"import sys, data.parsing.process; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0


def test_what_comes_back_is_what_was_parsed():
    ((name, contents),) = plans({"team": "Zoë, O’Brien"}, {"end_date": "NULL"}, {})
    [arrival], [table] = read(name, contents), parse(name, contents)
    assert list(arrival.rows.columns) == [column.heading for column in table.columns]
    assert list(arrival.rows.index) == table.numbers.tolist()
    for column in table.columns:
        assert arrival.rows[column.heading].tolist() == [column.distinct[place] for place in column.places]


@LINUX
@pytest.mark.parametrize("fault", [each for each in FAULTS if each.id == "F08"], ids=str)
def test_a_bomb_is_refused_quickly_and_in_little_memory(monkeypatch, fault):
    ((name, contents),) = fault.files()
    monkeypatch.setattr(file_reading, "MOST_MEMORY", 200 * 1024**2)
    monkeypatch.setattr(file_reading, "MOST_COMPUTING", 2)
    with pytest.raises(Mendable, match="expands to more than"):
        read(name, contents)


@POSIX
@pytest.mark.parametrize("row", ["names", "blanks", "below the headings"])
def test_a_million_columns_are_refused_within_two_seconds_and_not_by_us(row):
    names, blanks = ",".join(f"column_{number}" for number in range(10**6)), "," * (10**6 - 1)
    text = {"names": names, "blanks": blanks, "below the headings": f"child_id,team\n{blanks}"}[row]
    theirs, ours = os.times().children_user, time.process_time()
    with pytest.raises(Mendable, match=r"wide.csv: it has 1,000,000 columns, and no more than 16,384 are read\."):
        read("wide.csv", text.encode())
    assert os.times().children_user - theirs < 2 and time.process_time() - ours < 0.5


def test_as_many_columns_are_read_as_excel_has_and_not_one_more():
    most = ",".join(f"column_{number}" for number in range(16_384))
    assert len(parse("wide.csv", f"{most}\n".encode())[0].columns) == 16_384
    for more in (f"{most},one\n", f'{most},"one"\n', f'child_id\n"a",{most}\n'):
        with pytest.raises(Mendable, match="it has 16,385 columns"):
            parse("wide.csv", more.encode())
    [note] = parse("note.csv", f'child_id,note\nC1,"{"," * 16_384}"\n'.encode())
    assert len(note.columns) == 2, "commas in quotation marks make no columns"
