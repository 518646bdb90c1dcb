"""What a request is answered with at which this program fell over: a sentence with a number, and our headers."""

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from data.unforeseen import unforeseen
from pages.gate.safe_headers import NOT_KEPT, said_to_browser


class FallenAnswer:
    """Answer for an application that fell over, outside of all that stands before it."""

    def __init__(self, page: bytes):
        """Take the page of the application."""
        self._said = said_to_browser(page) | NOT_KEPT

    async def __call__(self, request: Request, error: Exception) -> Response:
        """Answer a request."""
        return PlainTextResponse(str(unforeseen(error, f"a request of {request.method}")), 500, self._said)
