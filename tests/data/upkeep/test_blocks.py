"""The doctor reads every block: a byte that was changed anywhere in rows, numbers or their order of things is told."""

import json
from hashlib import sha256
from pathlib import Path

import duckdb
import pytest

from data.access import LOCAL_USER as LOCAL
from data.ledger.loads import withdraw
from data.settings import Settings
from data.store.attachment import SAFE
from data.store.keys import make_key
from data.store.reading_through import read_each
from data.store.store import Store
from data.upkeep.doctor import look_through
from tests.examples import example_rows
from tests.pages.terminal.conftest import run  # noqa: F401 - a fixture
from tests.store_filling import publish_rows

BLOCK = 16384
BEFORE = 12288


def filled(path: Path, key: Path | None) -> Path:
    """Make a store of small blocks, whose rows fill many of them."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setitem(SAFE, "default_block_size", str(BLOCK))
        store = Store.create(path, key)
    for number in range(4):
        rows = example_rows("child_protection_plans", [{}] * 4000)
        for column in ("child_id", "referral_id", "family_id"):  # what cannot be packed
            rows[column] = [sha256(f"{column}{number}{place}".encode()).hexdigest()[:20] for place in range(4000)]
        publish_rows(store, {"child_protection_plans": rows})
    withdraw(store, LOCAL, 4, "to be tried")
    store.close()
    return path


def blocks_with_rows(path: Path) -> list[int]:
    """List the blocks of a plain store that hold rows."""
    with duckdb.connect(str(path), read_only=True) as opened:
        asked = (
            "select distinct block_id from pragma_storage_info('uploaded.child_protection_plans') where block_id >= 0"
        )
        return sorted(block for (block,) in opened.execute(asked).fetchall())


def with_one_byte_changed(held: bytes, block: int, place: int) -> bytes:
    start = BEFORE + block * BLOCK + place
    return held[:start] + bytes([held[start] ^ 0x10]) + held[start + 1 :]


@pytest.mark.parametrize("how_many", [8, pytest.param(32, marks=pytest.mark.soak)])
def test_a_single_byte_changed_in_any_block_with_rows_is_told(tmp_path, how_many):
    path = filled(tmp_path / "house.duckdb", None)
    held, blocks = path.read_bytes(), blocks_with_rows(path)
    assert len(blocks) >= 32
    copies = []
    for number, block in enumerate(blocks[:: len(blocks) // how_many][:how_many]):
        copies.append(tmp_path / f"copy-{number}.duckdb")
        copies[-1].write_bytes(with_one_byte_changed(held, block, number * 509 % BLOCK))
    whole, *answers = read_each([path, *copies], None)
    assert not isinstance(whole, Exception)
    assert len(answers) == how_many
    assert all("is damaged and part of it cannot be read" in str(answer) for answer in answers)


@pytest.mark.parametrize("how_many", [6, pytest.param(32, marks=pytest.mark.soak)])
def test_in_an_encrypted_store_too(tmp_path, how_many):
    key = make_key(tmp_path / "house.key")
    path = filled(tmp_path / "house.duckdb", key)
    held, copies = path.read_bytes(), []
    all_blocks = (len(held) - BEFORE) // BLOCK
    for block in range(0, all_blocks, all_blocks // how_many):
        copies.append(tmp_path / f"copy-{block}.duckdb")
        copies[-1].write_bytes(with_one_byte_changed(held, block, 5000))
    whole, *answers = read_each([path, *copies], key)
    damaged = sum("is damaged and part of it cannot be read" in str(answer) for answer in answers)
    assert not isinstance(whole, Exception) and damaged > len(copies) / 3, "the others were free"
    assert all(isinstance(answer, Exception) or answer == whole for answer in answers), "what is not told is whole"


def test_the_doctor_says_so_on_the_command_line_and_while_the_store_is_in_use(run, tmp_path):  # noqa: F811
    path = filled(tmp_path / "house.duckdb", None)
    looks = {each["what"]: each for each in json.loads(run("doctor", "--json", "--store", path)[1])}
    assert looks["blocks"]["well"] and "4 loads" in looks["blocks"]["says"] and looks["place"]["well"]
    store, held = Store.open_file(path), path.read_bytes()
    path.write_bytes(with_one_byte_changed(held, blocks_of(path, tmp_path)[20], 99))
    (look,) = look_through(LOCAL, Settings(path, None, None), store)
    assert not look.well and look.says.startswith(f"{path} is damaged and part of it cannot be read")
    path.write_bytes(held)
    (look,) = look_through(LOCAL, Settings(path, None, None), store)
    assert look.well
    store.close()
    assert {each.name for each in tmp_path.iterdir()} == {"house.duckdb", "copy.duckdb"}, "the copies are gone"
    path.write_bytes(with_one_byte_changed(held, blocks_with_rows(path)[20], 99))
    status, out, _ = run("doctor", "--store", path)
    assert status == 1 and "is damaged and part of it cannot be read" in out


def blocks_of(path: Path, folder: Path) -> list[int]:
    """List the blocks of a store that is in use, in a copy."""
    copy = folder / "copy.duckdb"
    copy.write_bytes(path.read_bytes())
    return blocks_with_rows(copy)


def test_a_load_whose_rows_are_not_those_of_its_entry_is_told(tmp_path):
    path = tmp_path / "house.duckdb"
    store = Store.create(path)
    rows = example_rows("child_protection_plans", [{}, {}])
    publish_rows(store, {"child_protection_plans": rows})
    with store.change() as cursor:
        cursor.execute("delete from store.uploaded.child_protection_plans where row = ?", [int(rows.index[0])])
    (look,) = look_through(LOCAL, Settings(path, None, None), store)
    store.close()
    assert not look.well and "load 1 (child_protection_plans) has 1 rows, and its entry says 2" in look.says
