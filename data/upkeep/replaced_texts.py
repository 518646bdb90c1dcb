"""Other texts for identifiers in rows of extracts, and in those behind figures, by the authority that they are of."""

from collections.abc import Sequence

from data.store.attachment import Cursor

Forms = dict[tuple[str, str], str]
"""What takes the place of a text, by authority and text."""
Subject = tuple[str, str | None, str, str | None, str]
"""An authority, the child and the subject of a row behind a figure, and those that take their places."""


def replace_in_rows(cursor: Cursor, table: str, column: str, forms: Forms) -> None:
    """Replace texts of a column of rows that belong to loads, by authority and text."""
    cursor.execute(
        f"""
        update {table} as rows set {column} = forms.form
        from (
            select unnest(?::varchar[]) as authority, unnest(?::varchar[]) as text, unnest(?::varchar[]) as form
        ) as forms
        join store.ledger.loads as loads on loads.authority = forms.authority
        where rows.load = loads.load and rows.{column} = forms.text
        """,
        [[authority for authority, _ in forms], [text for _, text in forms], list(forms.values())],
    )


def replace_subjects(cursor: Cursor, changes: Sequence[Subject]) -> None:
    """Replace children and subjects of the rows behind figures."""
    cursor.execute(
        """
        update store.measured.rows as rows set child_id = forms.form, subject = forms.new
        from (
            select unnest(?::varchar[]) as authority, unnest(?::varchar[]) as child, unnest(?::varchar[]) as subject,
                unnest(?::varchar[]) as form, unnest(?::varchar[]) as new
        ) as forms
        join store.measured.measurements as measurements on measurements.authority = forms.authority
        where rows.measurement = measurements.measurement and rows.subject = forms.subject
            and rows.child_id is not distinct from forms.child
        """,
        [list(column) for column in zip(*changes, strict=True)] or [[]] * 5,
    )
