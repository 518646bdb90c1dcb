"""How a table of the SSD is declared: its columns arrive under their own names, and under those of earlier versions."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from data.returns.declaration import Listing
from data.returns.list_columns import Day, ListColumn


def table(
    title: str,
    key: str,
    columns: Mapping[str, ListColumn],
    known_by: Sequence[str] = (),
    looked_up: bool = False,
) -> Listing:
    """Declare a table by its columns, known by its `key` and by other columns where that does not tell enough.

    What is `looked_up` tells more of the rows of other tables. No day tells of which year a table is: it is of six.
    """
    columns = {name: replace(one, happens=False) if isinstance(one, Day) else one for name, one in columns.items()}
    return Listing(title=title, columns=columns, known_by=(key, *known_by), key=(key,), looked_up=looked_up)
