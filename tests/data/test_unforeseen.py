"""What nobody foresaw is a sentence with a number to a person and a line to the log, and a value to neither."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from data.errors import Mendable
from data.unforeseen import Unforeseen, foreseen

ROOT = Path(__file__).parents[2]
SECRET = "Femi Okafor"
NUMBER = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}")


def fall_over(value: str = SECRET) -> None:
    raise KeyError(value)


def told_of(value: str) -> Unforeseen:
    with pytest.raises(Unforeseen) as told, foreseen("children.csv"):
        fall_over(value)
    return told.value


def test_a_person_reads_what_it_was_busy_with_and_a_number_and_the_log_has_the_same_number(caplog):
    said = str(told_of(SECRET))
    assert "busy with children.csv" in said and SECRET not in said
    [number] = NUMBER.findall(said)
    [line] = caplog.messages
    assert line.startswith(f"fault {number}: KeyError at tests/data/test_unforeseen.py:")
    assert SECRET not in line and "children.csv" not in line


def test_the_same_fault_has_the_same_number_whatever_the_value_and_another_has_another():
    assert told_of("Gwen").fault == told_of("Hana").fault
    with pytest.raises(Unforeseen) as told, foreseen("children.csv"):
        raise KeyError(SECRET)
    assert told.value.fault.number != told_of(SECRET).fault.number


def test_the_innermost_names_what_it_was_busy_with_and_it_is_logged_once(caplog):
    with pytest.raises(Unforeseen, match="busy with children.csv"), foreseen("an upload"), foreseen("children.csv"):
        fall_over()
    assert len(caplog.messages) == 1


@pytest.mark.parametrize("signal", [Mendable("Mend it."), KeyboardInterrupt(), SystemExit(2)], ids=repr)
def test_what_a_person_can_mend_and_what_ends_a_run_pass_as_they_are(signal, caplog):
    with pytest.raises(type(signal)) as passed, foreseen("children.csv"):
        raise signal
    assert passed.value is signal and not caplog.messages


LOGGED = """
import asyncio, gc, logging, sys, threading
from data.value_free_log import keep_values_out_of_logs

keep_values_out_of_logs()
logging.getLogger("library").addHandler(logging.StreamHandler())
library = logging.getLogger("library")

def fall_over():
    raise KeyError("{secret}")

try:
    fall_over()
except KeyError as error:
    library.exception("one of %s", "{secret}")
    library.error("two: %s", error)
    library.error(error)
thread = threading.Thread(target=fall_over)
thread.start()
thread.join()

class Gone:
    def __del__(self):
        fall_over()

Gone()

async def forgotten():
    async def falls_over():
        fall_over()
    task = asyncio.ensure_future(falls_over())
    await asyncio.sleep(0)
    del task
    gc.collect()

asyncio.run(forgotten())
fall_over()
"""


def test_no_line_of_a_log_holds_a_value_whichever_way_an_error_comes_there():
    program = LOGGED.format(secret=SECRET)
    ended = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)
    lines = ended.stderr.splitlines()
    assert ended.returncode == 1 and not ended.stdout
    assert SECRET not in ended.stderr and "Traceback" not in ended.stderr
    assert len(lines) == 7 and all(" KeyError at <string>:" in line and NUMBER.search(line) for line in lines), lines
