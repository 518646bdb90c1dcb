"""A packed file whose parts are all of one moment, since a file that is kept is told apart by its bytes."""

import io
import re
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

PROPERTIES = "docProps/core.xml"
MOMENT = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def of_one_moment(contents: bytes, made_at: datetime) -> bytes:
    """Return the same packed file, its parts and those of a workbook packed in it without a moment of their own.

    `made_at` stands in the properties of both.
    """
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(contents)) as old, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            if name.endswith(".xlsx"):
                part = of_one_moment(part, made_at)
            elif name == PROPERTIES:
                part = MOMENT.sub(rb"\g<1>" + f"{made_at:%Y-%m-%dT%H:%M:%SZ}".encode() + rb"\g<2>", part)
            new.writestr(ZipInfo(name), part, ZIP_DEFLATED)
    return packed.getvalue()
