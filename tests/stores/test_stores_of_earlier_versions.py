"""A store of an earlier version opens, is brought up to date, and reads what it read; so does one that is encrypted."""

import json
import shutil
from contextlib import closing
from pathlib import Path

import duckdb
import pytest

from data.invention.configured_store import open_configured_store
from data.settings import settings
from data.store.pseudonyms import AsWritten
from tests.stores import reading

FIGURES = json.loads((reading.HERE / "figures.json").read_text(encoding="utf-8"))
LEDGER = json.loads((reading.HERE / "ledger.json").read_text(encoding="utf-8"))
KNOWN = {named.split()[0] for named in FIGURES["today"]}
"""The indicators of that day; others have come since."""
A_CHILD = LEDGER["behind_the_plans"][0]["child_id"]
VERSION = 5
NAMES = ("file", "sheet")


@pytest.fixture(params=["plain", "encrypted"])
def earlier(request, tmp_path, monkeypatch) -> Path:
    """Give a copy of a store of 93c4e14, with its key in the environment."""
    if request.param == "plain":
        return reading.unpacked(tmp_path)
    monkeypatch.setenv("SLAC_STORE_KEY", str(private(reading.KEY, tmp_path)))
    return private(reading.ENCRYPTED, tmp_path)


def private(path: Path, folder: Path) -> Path:
    """Copy a file for its owner only: git keeps no such rights."""
    copy = Path(shutil.copy(path, folder))
    copy.chmod(0o600)
    return copy


def version_now(folder: Path) -> int:
    """Return the version of the stores that this program makes."""
    path = folder / "new.duckdb"
    assert reading.command(path, "init")[0] == 0
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute("select version from ledger.house").fetchall()[0][0]


def known_then(entries: list[dict]) -> list[dict]:
    return [each for each in entries if each.get("indicator") in KNOWN | {None}]


def test_figures_are_what_they_were_today_and_on_past_days(earlier):
    read = reading.figures(earlier)
    for view, then in FIGURES.items():
        assert {named: each for named, each in read[view].items() if named in then} == then, view


def as_kept(pseudonyms: AsWritten, entry: dict) -> dict:
    """Return what was read then as it is kept now: people under pseudonyms, and files without their names."""
    child = entry.get("child_id")
    form = pseudonyms.of_person(reading.BRENT, "child", child) if child else None
    return {name: form if child and value == child else value for name, value in entry.items() if name not in NAMES}


def test_loads_turns_comments_targets_events_and_restatements_are_what_they_were(earlier):
    read = reading.ledger(earlier)
    with closing(open_configured_store(settings(str(earlier)))) as store:
        pseudonyms = store.pseudonyms
    for name, then in LEDGER.items():
        without_files = [{key: entry[key] for key in entry if key not in NAMES} for entry in read[name]]
        kept = [as_kept(pseudonyms, entry) if isinstance(entry, dict) else entry for entry in then]
        now = known_then(without_files)
        if name == "behind_the_plans":  # in the order of their identifiers
            now, kept = sorted(now, key=repr), sorted(kept, key=repr)
        assert now == kept, name


def test_figures_measured_then_say_of_how_many_subjects_they_are(earlier):
    reading.command(earlier, "loads")
    with closing(open_configured_store(settings(str(earlier)))) as store, store.reading() as cursor:
        told = cursor.execute("""
            select figures.subjects_counted, figures.subjects_besides,
                count(*) filter (where rows.denominator > 0 and rows.numerator > 0),
                count(*) filter (where rows.numerator < rows.denominator)
            from store.measured.figures as figures
            join store.measured.rows as rows on rows.measurement = figures.measurement
            group by figures.measurement, figures.subjects_counted, figures.subjects_besides
        """).fetchall()
    assert len(told) > 100 and all(kept == counted for *kept, one, other in told for counted in [[one, other]])


NEVER_REVIEWED = (
    "child_id,start_date,reason_started,legal_status,placement,placement_provider,end_date,reason_ended,"
    "distance,placement_location,permanence_plan,care_began,placement_began,team\n"
    "C03482,2026-06-13,P,C2,U6,PR1,,,8,OUT,FOSTER,2011-06-17,2026-06-13,Care Planning 1\n"
)
GONE_FOR_A_DAY = """Kid No.,kind,start_date,end_date,interview_offered,interview_accepted,interview_date
Femi,M,2026-10-03,2026-10-04,Y,N,
"""


def checked(store: Path, file: Path, text: str) -> dict:
    """Return what the check of a file against a store says."""
    file.write_text(text, encoding="utf-8")
    words = ("check", str(file), "--month", "2026-10", "--authority", reading.BRENT, "--json")
    _, out, err = reading.command(store, *words)
    return json.loads(out or err)


def test_what_was_explained_and_confirmed_is_remembered(earlier, tmp_path):
    found = checked(earlier, tmp_path / "looked_after_children.csv", NEVER_REVIEWED)["findings"]
    (queried,) = (each for each in found if each["rule"].endswith("never_reviewed"))
    told = "Explained on 6 November 2026 by local: Seen in the case file: right as it stands"
    assert queried["explained"] == told
    assert checked(earlier, tmp_path / "missing.csv", GONE_FOR_A_DAY)["accepted"] == 1, "Kid No. is child_id"


def test_a_copy_is_kept_before_a_store_is_brought_up_to_date_and_only_then(earlier, tmp_path, monkeypatch):
    before = earlier.read_bytes()
    assert reading.command(earlier, "loads")[0] == 0
    copies = {path.name: path.read_bytes() for path in tmp_path.glob(f"{earlier.name}.version-*")}
    monkeypatch.delenv("SLAC_STORE_KEY", raising=False)
    assert copies == ({} if version_now(tmp_path) == VERSION else {f"{earlier.name}.version-{VERSION}": before})


def test_a_store_of_this_version_opens_without_a_copy(tmp_path):
    version_now(tmp_path)
    assert reading.command(tmp_path / "new.duckdb", "loads")[0] == 0
    assert [path.name for path in tmp_path.iterdir()] == ["new.duckdb"]


def test_the_encrypted_store_holds_no_child_in_clear_and_opens_to_its_key_only(tmp_path, monkeypatch):
    assert A_CHILD.encode() in reading.unpacked(tmp_path).read_bytes(), "in the plain store it can be read"
    locked = private(reading.ENCRYPTED, tmp_path)
    held = locked.read_bytes()
    assert A_CHILD.encode() not in held
    other = tmp_path / "other.key"
    other.write_text("o" * 40, encoding="ascii")
    other.chmod(0o600)
    monkeypatch.setenv("SLAC_STORE_KEY", str(other))
    status, out, err = reading.command(locked, "loads")
    assert (status, out) == (2, "")
    assert err.startswith("Error: The key does not open") and len(err.splitlines()) == 1
    assert locked.read_bytes() == held


def test_the_fixtures_are_small():
    assert all(path.stat().st_size < 2_000_000 for path in (reading.PLAIN, reading.ENCRYPTED))
