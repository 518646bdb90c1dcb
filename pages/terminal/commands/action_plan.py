"""The action plan: listed or as a sheet to print, and as a workbook out and in."""

import json
from pathlib import Path
from typing import Annotated

import typer

from data.audit.exports import hand_out, marking_of
from data.errors import Mendable
from data.ledger.history import authorities_held, months_held
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, month_or_latest
from pages.terminal.parts.file_named import ending_of, file_named, marked
from pages.terminal.parts.options import AMonth, AsJson, Authority, Overwrite, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, may_write, read, tell, write

Partner = Annotated[str, typer.Option(help="Only actions that this partner has a part in, such as Health")]
Sheet = Annotated[
    Path | None, typer.Option(help="Write a sheet to print instead, .html, .pdf or .docx; papers/.pdf is named for you")
]


@app.command("action-plan")
def action_plan(
    partner: Partner = "",
    out: Sheet = None,
    month: AMonth = None,
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
    as_json: AsJson = False,
):
    """Print the action plan, what is overdue or without evidence first, and what became of each figure."""
    from indicators.engine.catalogue import indicator_called
    from indicators.studies.plan_entry import plan_seen
    from pages.charts.of_series.series_read import series_read
    from pages.kit.plan.printed import printed
    from pages.report.formats.written import PAPERS, must_be_a_kind
    from pages.words.plan.actions import in_a_sentence, row
    from pages.words.plan.followed_plan import figures_named, follow

    may_write(out, overwrite)
    if out is not None:
        must_be_a_kind(file_named(out, "plan").name, kinds=PAPERS)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        all_months = months_held(store, asker(), code)
        latest = month_or_latest(all_months, month)
        plan, day = plan_seen(store, asker(), code, latest, all_months[-1])
        measures = [indicator_called(name) for name in figures_named(plan)]
        months = [end for end in all_months if end <= latest]
        followed_plan = follow(plan, day, series_read(store, asker(), measures, code, months))
        if out is not None:
            contents = printed(store, asker(), code, followed_plan, latest, partner, ending_of(out))
            name = f"action_plan_{partner or 'meeting'}_{latest:%Y-%m}"
            out = marked(out, marking_of(asker()), name, contents)
            write(out, contents)
    actions = followed_plan.of_partner(partner)
    if out is not None:
        tell(f"Wrote {out}. Open it and print it.")
    elif as_json:
        tell(json.dumps([action.to_json() for action in actions], indent=2))
    else:
        tell(in_a_sentence(actions))
        rows = [row(action, followed_plan.recommended(action.action.recommendation)) for action in actions]
        say(rows, False, "Action", "What is to be done", "Owner", "Due", "How far", "Evidence", "Since it began")


@app.command("action-plan-out")
def action_plan_out(
    out: Annotated[
        Path, typer.Argument(help="The xlsx file to write, such as plan.xlsx; .xlsx alone is named for you")
    ],
    authority: Authority = None,
    store_path: StoreAt = None,
    overwrite: Overwrite = False,
):
    """Write the action plan as it stands as a workbook, to be changed and taken in again."""
    from data.annotations.action_plan.plan_workbook import rows_of, workbook
    from indicators.studies.plan_exchange import as_taken_away

    may_write(out, overwrite)
    if ending_of(out) != ".xlsx":
        raise Mendable(f"{out} does not end in .xlsx. Name a workbook, such as plan.xlsx.")
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        plan = as_taken_away(store, asker(), code)
        foot = hand_out(store, asker(), "action_plan", repr(rows_of(plan)).encode(), rows=len(plan.actions))
    contents = workbook(plan, foot.line)
    out = marked(out, foot.marking, "action_plan", contents)
    write(out, contents)
    tell(f"Wrote {len(plan.actions)} actions to {out}. Change it, and take it in with: action-plan-in {out.name}")


@app.command("action-plan-in")
def action_plan_in(
    file: Annotated[Path, typer.Argument(help="The workbook, as action-plan-out wrote it and somebody changed it")],
    take: Annotated[bool, typer.Option("--take", help="Take in what is shown without it")] = False,
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Show what a workbook would change of the action plan and what is wrong in it; with --take, take all of it in."""
    from indicators.studies.plan_exchange import plan_arrived, take_plan
    from pages.words.plan.changes import arrived_lines

    needs_store(store_path)
    ((name, contents),) = read([file])
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        arrived = plan_arrived(store, asker(), code, name, contents)
        for line in arrived_lines(arrived):
            tell(line)
        if arrived.problems:
            raise Mendable("Nothing was taken in: mend what is named above, and take the workbook in again.")
        if take:
            take_plan(store, asker(), code, arrived)
    tell("Taken in." if take else "Nothing was taken in yet. Take it in with --take.")
