"""The table of contents of the command line: every command that lies in `commands`."""

from importlib import import_module
from pkgutil import iter_modules

import typer

from pages.terminal import commands

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="""The same work without a browser.

    Exit status: 0 done, 1 refused with findings, 2 wrong use. Errors are one line, without a traceback. While the
    dashboard holds the store, commands are handed over to it and end here as they ended there.
    """,
)


def every_command() -> typer.Typer:
    """Return the command line with all its commands."""
    for found in iter_modules(commands.__path__, f"{commands.__name__}."):
        import_module(found.name)
    return app
