"""The command line that every command joins."""

import typer

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="""The same work without a browser.

    Exit status: 0 done, 1 refused with findings, 2 wrong use. Errors are one line, without a traceback. While the
    dashboard holds the store, commands are handed over to it and end here as they ended there.
    """,
)
