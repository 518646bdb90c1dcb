"""A log without values: no line that this process writes, whichever library writes it, holds what an error says."""

import logging
import sys
import threading
from typing import Any

from data.fault import Fault, fault_of
from data.unforeseen import LOG, Unforeseen


def keep_values_out_of_logs() -> None:
    """From now on log every error by its fault alone, those too that end a thread or the process."""
    LOG.addHandler(_on_the_error_stream())
    make = logging.getLogRecordFactory()

    def without_values(*arguments: Any, **named: Any) -> logging.LogRecord:
        return _by_its_fault(make(*arguments, **named))

    logging.setLogRecordFactory(without_values)
    sys.excepthook = lambda _kind, error, _trace: _log(error)
    sys.unraisablehook = lambda ignored: _log(ignored.exc_value)
    threading.excepthook = lambda ended: _log(ended.exc_value)


def _on_the_error_stream() -> logging.Handler:
    """Return what writes the lines of the log, each with its moment."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    return handler


def _log(error: BaseException | None) -> None:
    """Log an error that nobody could be told of; to be stopped is none."""
    if isinstance(error, Exception):
        LOG.error("%s", _fault(error))


def _fault(error: BaseException) -> Fault:
    """Return what may be told of an error, the same that a person was told where one was."""
    return error.fault if isinstance(error, Unforeseen) else fault_of(error)


def _by_its_fault(record: logging.LogRecord) -> logging.LogRecord:
    """Take out of a line of the log what an error says, and say its fault instead.

    Of a text that is logged with an error only the first line stays, without what was to be filled in: asyncio writes
    on the next what its task held.
    """
    error = record.exc_info[1] if record.exc_info else None
    parts = (record.msg, *record.args) if isinstance(record.args, tuple) else (record.msg,)
    error = error or next((part for part in parts if isinstance(part, BaseException)), None)
    if error is not None:
        subject = "" if isinstance(record.msg, BaseException) else f"{str(record.msg).partition(chr(10))[0]}: "
        record.msg, record.args, record.exc_info = "%s%s", (subject, _fault(error)), None
    return record
