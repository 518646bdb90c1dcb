"""What officers say of the figures: comments written, removed and read with the figures of today."""

from typing import Annotated

import typer

from data.ledger.history import authorities_held, months_held
from data.months import month_end
from pages.terminal.parts.app import app
from pages.terminal.parts.arguments import authority_read, indicators_asked, month_or_latest
from pages.terminal.parts.options import AMonth, AsJson, Authority, Month, StoreAt
from pages.terminal.parts.records import say
from pages.terminal.parts.store_access import needs_store, store_for
from pages.terminal.parts.task import asker, tell


@app.command()
def comment(
    indicator: str,
    month: Month,
    text: Annotated[
        str, typer.Option(help="The words; {figure} or an identifier in brackets stands for a figure")
    ] = "",
    author: Annotated[str, typer.Option(help="Whose words they are, such as Head of safeguarding")] = "",
    remove: Annotated[bool, typer.Option("--remove", help="Show the comment no longer; every version is kept")] = False,
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Write a comment on a figure of a month, or its next version; figures in brackets are put in as they are known."""
    from data.annotations.comments import Comment, remove_comment
    from indicators.change.comments import draft, write_comment
    from indicators.figures.public_texts import objections
    from pages.words.commentary import pointed_out, reads

    needs_store(store_path)
    (measure,), of = indicators_asked([indicator], None), month_end(month)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        written = Comment(code, measure.id, of, text, author)
        if remove:
            remove_comment(store, asker(), written)
            tell(f"The comment on {measure.title} of {month} is removed; every version of it is kept.")
            return
        version = write_comment(store, asker(), written)
        tell(f"Kept as version {version.version}: {reads(draft(store, asker(), version))}")
        sentences = pointed_out(objections(store, asker(), text, code, of, [measure]))
    for sentence in sentences:
        tell(f"{sentence} Then write it again, or remove it: as it stands the public is not shown it.", err=True)


@app.command()
def comments(
    indicator: Annotated[list[str] | None, typer.Option(help="An indicator's id; may be repeated")] = None,
    month: AMonth = None,
    public: Annotated[bool, typer.Option("--public", help="For passing on: without figures that are small")] = False,
    authority: Authority = None,
    store_path: StoreAt = None,
    as_json: AsJson = False,
):
    """Print the comments on a month with the figures of today, and say which moved since they were written."""
    from indicators.change.comments import commented
    from pages.words.commentary import to_json

    ids = {measure.id for measure in indicators_asked(indicator, None)}
    reader = asker().as_the_public() if public else asker()
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        months = [month_or_latest(months_held(store, asker(), code), month)]
        all_comments = commented(store, reader, code, months)
        kept_back = len(commented(store, asker(), code, months)) - len(all_comments) if public else 0
    if kept_back:
        tell(
            f"{kept_back} more are not for passing on: they hold what may tell of a child. See them without --public.",
            err=True,
        )
    records = [to_json(remark) for remark in all_comments if remark.comment.indicator in ids]
    say(records, as_json, "indicator", "month", "comment", "author", "what_moved")


@app.command()
def question(
    indicator: str,
    month: Month,
    text: Annotated[str, typer.Option(help="The question as it was asked")],
    asked_by: Annotated[str, typer.Option(help="Who asked, such as the Scrutiny Committee")],
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Keep what a member asked of a figure; it stands in the committee report until it is answered, and after."""
    from data.annotations.questions import Question
    from indicators.change.members_questions import ask

    needs_store(store_path)
    (measure,), of = indicators_asked([indicator], None), month_end(month)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        numbered = ask(store, asker(), Question(code, measure.id, of, text, asked_by))
    tell(f"Kept as question {numbered.number} on {measure.title} of {month}.")


@app.command()
def answer(
    number: int,
    text: Annotated[str, typer.Option(help="The answer")],
    answered_by: Annotated[str, typer.Option(help="Who answers, such as Head of safeguarding")],
    authority: Authority = None,
    store_path: StoreAt = None,
):
    """Answer a member's question, or answer it anew; every answer is kept."""
    from data.annotations.questions import answer_question

    needs_store(store_path)
    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        answer_question(store, asker(), code, number, text, answered_by)
    tell(f"Question {number} is answered.")


@app.command()
def questions(authority: Authority = None, store_path: StoreAt = None, as_json: AsJson = False):
    """Print what members asked of figures, and what was answered."""
    from indicators.change.members_questions import asked

    with store_for(store_path, authority) as (store, wanted_code):
        code = authority_read(wanted_code, authorities_held(store, asker()))
        records = [member.to_json() for member in asked(store, asker(), code)]
    say(records, as_json, "question", "indicator", "month", "text", "asked_by", "answer")
