"""The check of a return: what DfE's validation would say today of what is published, or of files."""

import json
from pathlib import Path
from typing import Annotated

import typer

from data.ledger.history import authorities_held
from data.months import month_end
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read
from pages.terminal.parts.options import AMonth, AsJson, Authority, EachRow, StoreAt, WhyIdentifiers
from pages.terminal.parts.records import named, say
from pages.terminal.parts.store_access import store_for
from pages.terminal.parts.task import asker, read, steps, tell, working

Year = Annotated[str, typer.Option(help="The collection year of the return, such as 2026/27")]
OfReturn = Annotated[
    list[Path] | None,
    typer.Argument(help="The files of the return; without any, what is published is checked"),
]


@app.command()
def return_check(
    collection: Annotated[str, typer.Argument(metavar="RETURN", help="ssda903 or cin")],
    year: Year,
    files: OfReturn = None,
    month: AMonth = None,
    each_row: EachRow = False,
    reason: WhyIdentifiers = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Say what DfE's validation would say today of a return, by rule, since when and by team, and what was not asked.

    Nothing is stored. Lists of another year are set aside and wait.
    """
    from validation.return_check.given_files import check_of_files
    from validation.return_check.return_check import by_team, check_of_store

    contents = read(files or [])
    with store_for(store_path, authority) as (store, wanted_code):
        if contents:
            with steps() as progress:
                check = check_of_files(asker(), contents, collection, year, wanted_code, progress)
        else:
            code = authority_read(wanted_code, authorities_held(store, asker()))
            until = month_end(month) if month else None
            with working("Looking through what is published"):
                check = check_of_store(store, asker(), code, collection, year, until)
        rows = named(store, check.row_records, reason)
    if as_json:
        record = {
            "says": check.headline,
            "how_known": check.year.how_known,
            "waiting": list(check.waiting),
            "rules": check.rule_records,
        }
        tell(json.dumps(record | {"rows": rows, "not_asked": check.unasked_records}, indent=2))
        return
    tell(f"{check.headline} {check.year.how_known}")
    for sentence in check.waiting:
        tell(sentence, err=True)
    rules = [rule | {"teams": by_team(rule["teams"])} for rule in check.rule_records]
    say(rules, False, "dfe_rule", "here", "where", "column", "rows", "since", "teams", "asks")
    if each_row:
        say(rows, False, "dfe_rule", "about", "team", "of", "since", "what")
    tell("Not asked:")
    say(
        [one | {"dfe_rules": ", ".join(one["dfe_rules"])} for one in check.unasked_records],
        False,
        "rules",
        "why",
        "dfe_rules",
    )
