"""Small files of a lake made one: every statement that writes leaves one, and every question opens them all."""

from contextlib import suppress

import duckdb

from data.lake.write_lock import asked
from data.store.attachment import Cursor

MANY = 24
"""So many small files of one table are made one."""
SMALL = 2**20
"""Bytes from which on a file is left as it is: what is large is not written again for every few that are not."""
COUNT = f"""
    select coalesce(max(files), 0)::text
    from (
        select count(*) as files
        from ducklake_data_file
        where end_snapshot is null and file_size_bytes < {SMALL}
        group by table_id
    ) as counted
"""
MERGE = f"call ducklake_merge_adjacent_files('store', max_file_size => {SMALL})"
CLEAN = "call ducklake_cleanup_old_files('store', older_than => now() - interval 1 day)"
"""Takes away files that were made one, a day later: who began to read before goes on reading them."""


def merge_small_files(cursor: Cursor) -> None:
    """Make the small files of each table one where they are many; for whoever has the lock and has kept a change."""
    with suppress(duckdb.Error):  # nothing is lost, and the next change tries again
        ((files,),) = asked(cursor, COUNT)
        if int(files) > MANY:
            cursor.execute(MERGE)
            cursor.execute(CLEAN)
