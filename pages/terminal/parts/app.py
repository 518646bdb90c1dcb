"""The command line that every command joins."""

from typing import Annotated

import typer

from data.program import which_program
from pages.terminal.parts.task import tell

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="""The same work without a browser.

    Exit status: 0 done, 1 refused with findings, 2 wrong use, 3 where this program fell over: it names a fault to
    quote. Errors are one line, without a traceback. While the dashboard holds the store, commands are handed over to
    it and end here as they ended there.
    """,
)
FELL_OVER = 3
"""The exit status of a command at which this program fell over."""


def _say_version(asked: bool) -> None:
    """Print which program this is, and end."""
    if asked:
        tell(which_program())
        raise typer.Exit


@app.callback()
def program(
    _version: Annotated[
        bool, typer.Option("--version", callback=_say_version, is_eager=True, help="Say which program this is")
    ] = False,
) -> None:
    """Take what is said before a command."""
