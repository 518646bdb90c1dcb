"""The options that commands share."""

from pathlib import Path
from typing import Annotated

import typer

Files = Annotated[
    list[Path],
    typer.Argument(help="csv or xlsx files, a zip of csv files, or a folder of them; recognised by their headings"),
]


Month = Annotated[str, typer.Option("--month", help="The month the extracts are of, such as 2026-10")]


AMonth = Annotated[str | None, typer.Option(help="A month, such as 2026-10")]


Authority = Annotated[str | None, typer.Option(help="ONS code, such as E09000005; else SLAC_AUTHORITY")]


StoreAt = Annotated[str | None, typer.Option("--store", help="The store file; else SLAC_STORE")]


NilReturn = Annotated[str | None, typer.Option(help="Why a file of headings only is right: there were none")]


Marked = Annotated[
    Path | None,
    typer.Option(
        help="Where there are faults, write all the files here as one .xlsx that says in each row what to mend; "
        "papers/.xlsx is named for you"
    ),
]


Overwrite = Annotated[
    bool, typer.Option("--overwrite", help="Replace a file that is there already; a store or a key never")
]


ReadAs = Annotated[
    list[str] | None,
    typer.Option(help="HEADING=COLUMN, such as 'Child Ref=child_id'; repeatable; remembered when published"),
]


WhyIdentifiers = Annotated[
    str | None,
    typer.Option("--reason", help="Show the case system's identifiers: why you need them, for the audit log"),
]


EachRow = Annotated[bool, typer.Option("--all", help="Print every finding, however many there are")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON")]
