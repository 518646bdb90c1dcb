"""What is published again and again does not become slower to read: small files are made one, and nothing is lost."""

from data.access import LOCAL_USER as LOCAL
from data.audit.chain import verify
from data.lake import small_files
from data.lake.small_files import MANY, merge_small_files
from data.ledger.history import history, revision
from data.store.wholeness import doubled_key, odd_number, rows_held
from tests.crash.test_two_analysts import plans, put_in
from tests.data.lake.conftest import database_of

FILES = """
    select max(files)
    from (select count(*) as files from ducklake_data_file where end_snapshot is null group by table_id) as counted
"""


def files_of_a_table(lake, postgres) -> int:
    return int(postgres.ask(database_of(lake.address), FILES))


def test_small_files_become_one_and_whoever_reads_goes_on(lake, postgres, monkeypatch):
    monkeypatch.setattr(small_files, "MANY", 4)
    for number in range(5):
        put_in(lake, LOCAL, plans(f"child {number}"))
    with lake.reading() as cursor:
        before = rows_held(cursor)
        put_in(lake, LOCAL, plans("child 5"))
        assert files_of_a_table(lake, postgres) <= 5 < MANY
        assert rows_held(cursor) == before and odd_number(cursor) == ""
        put_in(lake, LOCAL, plans("child 6"))
    with lake.reading() as cursor:
        assert rows_held(cursor)["ledger.loads"] == 7 and odd_number(cursor) == doubled_key(cursor) == ""
    assert len(history(lake, LOCAL)) == revision(lake, LOCAL) == verify(lake, LOCAL).entries == 7


def test_what_cannot_be_made_one_undoes_nothing(lake, monkeypatch):
    monkeypatch.setattr(small_files, "MANY", -1)
    monkeypatch.setattr(small_files, "MERGE", "call ducklake_no_such_function('store')")
    put_in(lake, LOCAL, plans("Femi"))
    assert len(history(lake, LOCAL)) == 1
    with lake.reading() as cursor:
        merge_small_files(cursor)
