"""A ledger in, a server of its desk out, on this machine unless told otherwise."""

from __future__ import annotations

import socket
from collections.abc import Callable

import uvicorn

from recoupe.desk.app import create_app
from recoupe.errors import DeskRefused
from recoupe.ledger import Ledger


def run(ledger: Ledger, *, host: str, port: int, say: Callable[[str], None]) -> None:
    """Lay over each other what was added since it was last done, then serve until interrupted. Errors: DeskRefused."""
    listening = _listen(host, port)
    for row in ledger.crises():
        if row.articles:
            say(f"cross-checking {row.name} ...")
            ledger.crisis(row.name).check()
    shown = f"[{host}]" if ":" in host else host
    say(f"recoupe is open at http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
    config = uvicorn.Config(create_app(ledger), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise DeskRefused(f"{host}:{port}", error.strerror or str(error)) from error
    return listening
