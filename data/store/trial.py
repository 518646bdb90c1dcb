"""A store to try definitions in: an empty table under each extract's bare name, and questions asked without running."""

import duckdb

from data.errors import Mendable
from data.extracts import all_extracts
from data.store.store import Store
from data.store.tables import column_list
from data.vocabulary.populations import in_full, populations


class Trial(Store):
    """Hold an empty table under each extract's bare name, and words over them. Make one with `blank`."""

    def columns_of(self, query: str) -> list[str]:
        """Return the columns a query would give, without running it.

        Raises:
            Mendable: with the reason why it cannot be run.
        """
        with self._root.cursor() as cursor:
            try:
                return [row[0] for row in cursor.execute(f"describe {query}").fetchall()]
            except duckdb.Error as why:
                raise Mendable(str(why).split("\n\n")[0].replace("\n", " ")) from why

    def tables_in(self, query: str) -> set[str]:
        """Return the names of the tables a query reads."""
        with self._root.cursor() as cursor:
            try:
                return cursor.get_table_names(query)
            except duckdb.Error as why:
                raise Mendable(str(why).split("\n\n")[0].replace("\n", " ")) from why

    def reads(self, query: str, table: str, column: str) -> bool:
        """Tell whether a query reads a column of a blank store's table: without the column it cannot be run."""
        if column not in in_full(query):  # most are not even named, and to try each takes thousands of times as long
            return False
        with self._writing, self._root.cursor() as cursor:
            cursor.begin()
            try:
                cursor.execute(f"alter table memory.main.{table} drop column {column}")
                cursor.execute(f"describe {query}")
            except duckdb.BinderException:
                return True
            finally:
                cursor.rollback()
        return False

    @classmethod
    def blank(cls) -> "Trial":
        """Make a store with an empty table under each extract's bare name, to try definitions in.

        Raises:
            Mendable: naming a word that reads what no extract has.
        """
        store = cls.in_memory()
        with store.change() as cursor:
            for declared in all_extracts().values():
                cursor.execute(f"create table memory.main.{declared.name} ({column_list(declared)})")
            for word in populations().values():
                try:
                    cursor.execute(word.written)
                except duckdb.Error as why:
                    reason = str(why).split("\n\n")[0].replace("\n", " ")
                    raise Mendable(f"data/vocabulary/populations.sql: {word.name}: {reason}") from why
        return store
