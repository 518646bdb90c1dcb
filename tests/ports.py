"""A port of this computer that nothing listens on, for a server of a test."""

import socket
from contextlib import closing


def free_port() -> int:
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]
