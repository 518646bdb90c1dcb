"""The committed sample: all uploads as compact text, and the extracts as files an analyst would have."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from datetime import datetime
from pathlib import Path

import pandas as pd

from data.extracts import uploaded_extracts
from data.invention.columns import columns_of
from data.invention.dirt import soiled
from data.invention.publication import SEED, Upload, invent

SAMPLE = Path(__file__).parents[1] / "sample"
RUN = ["first_upload", "last_upload"]
WHAT_IS_DIRTY = "what_is_dirty.txt"
"""The list of the dirt that was put into invented files; a folder of csv files holds no csv that is none of them."""
STAINED = ["file", "row", "column", "what was done", "it was", "it is"]
UPLOADS = ["extract", "upload", "month", "version", "published_at"]


def write_extracts(
    folder: Path,
    months: int = 36,
    seed: int = SEED,
    write: Callable[[Path, bytes], object] = Path.write_bytes,
    share: float = 0.0,
) -> list[Path]:
    """Write one csv for each extract and month, the newest version; a superseded one goes under `superseded/`.

    So large a `share` of the rows is dirty, and `WHAT_IS_DIRTY` beside them says what was done to each.
    """
    uploads = [upload for upload in invent(months, seed) if upload.extract in uploaded_extracts()]
    newest = {(upload.extract, upload.month): upload.version for upload in uploads}
    written, stains = [], []
    for upload in uploads:
        superseded = upload.version < max(newest[upload.extract, upload.month], upload.version)
        path = folder / ("superseded" if superseded else "") / f"{upload.extract}_{upload.month}.csv"
        path.parent.mkdir(parents=True, exist_ok=True)
        if share:
            rows, done = soiled(upload.extract, upload.rows.to_dict("records"), seed, share)
            write(path, csv_of(list(upload.rows.columns), (tuple(row.values()) for row in rows)))
            stains += [(path.relative_to(folder).as_posix(), *astuple(stain)[1:]) for stain in done]
        else:
            write(path, csv_of(list(upload.rows.columns), rows_of(upload)))
        written.append(path)
    if stains:
        written.append(folder / WHAT_IS_DIRTY)
        write(written[-1], csv_of(STAINED, stains))
    return written


def write_sample(folder: Path = SAMPLE, seed: int = SEED) -> list[Path]:
    """Invent every month and write it all as compact text."""
    return write_compactly(folder, invent(seed=seed))


def write_compactly(folder: Path, uploads: list[Upload]) -> list[Path]:
    """Write the uploads as `uploads.csv` and, for each extract, its distinct rows with the uploads they stand in."""
    folder.mkdir(parents=True, exist_ok=True)
    written, listed = [], []
    for extract in sorted({upload.extract for upload in uploads}):
        mine, columns = [upload for upload in uploads if upload.extract == extract], columns_of(extract)
        for number, upload in enumerate(mine, start=1):
            listed.append((extract, number, upload.month, upload.version, upload.published_at.isoformat()))
        written.append(folder / f"{extract}.csv")
        write_rows(written[-1], [*RUN, *columns], (run + row for row, run in runs(mine)))
    written.append(folder / "uploads.csv")
    write_rows(written[-1], UPLOADS, listed)
    return written


def runs(uploads: list[Upload]) -> list[tuple[tuple, tuple]]:
    """List each distinct row with each unbroken run of uploads in which it stood."""
    standing: dict[tuple, int] = {}
    stretches = []
    for number, upload in enumerate(uploads, start=1):
        rows = set(rows_of(upload))
        stretches += [(row, (standing.pop(row), number - 1)) for row in standing.keys() - rows]
        standing |= dict.fromkeys(rows - standing.keys(), number)
    stretches += [(row, (first, len(uploads))) for row, first in standing.items()]
    return sorted(stretches)


def rows_of(upload: Upload) -> Iterator[tuple[str, ...]]:
    """Give the rows of an upload as tuples: column by column, which is many times faster than row by row."""
    return zip(*(upload.rows[name].tolist() for name in upload.rows), strict=True)


def read_sample(folder: Path = SAMPLE) -> Iterator[Upload]:
    """Expand the sample into the uploads it was written from, extract by extract."""
    listed = read_text(folder / "uploads.csv")
    for extract, mine in listed.groupby("extract"):
        rows = read_text(folder / f"{extract}.csv")
        first, last = rows.pop(RUN[0]).astype(int), rows.pop(RUN[1]).astype(int)
        for _, number, month, version, published_at in mine.itertuples(index=False, name=None):
            standing = rows.loc[(first <= int(number)) & (last >= int(number))].reset_index(drop=True)
            yield Upload(str(extract), month, int(version), datetime.fromisoformat(published_at), standing)


def read_text(path: Path) -> pd.DataFrame:
    """Read a csv as text, blanks as blanks."""
    return pd.read_csv(path, dtype="str", keep_default_na=False)


def write_rows(path: Path, columns: list[str], rows: Iterable[Sequence]) -> None:
    """Write a csv the same on every platform."""
    path.write_bytes(csv_of(columns, rows))


def csv_of(columns: list[str], rows: Iterable[Sequence]) -> bytes:
    """Return the bytes of a csv, the same on every platform."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return text.getvalue().encode()
