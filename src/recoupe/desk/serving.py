"""A ledger in, a server of its desk out, on this machine unless told otherwise."""

from __future__ import annotations

import getpass
import signal
import socket
from collections.abc import Callable
from pathlib import Path
from threading import Thread, current_thread, main_thread

import uvicorn

from recoupe.desk.app import create_app
from recoupe.desk.people.book import PeopleBook
from recoupe.desk.people.door import LOOPBACK, Keys
from recoupe.desk.visit import loopback
from recoupe.errors import DeskRefused, PeopleMissing
from recoupe.ledger import Ledger
from recoupe.ledger.warming import warm
from recoupe.show.maps.borders import own_outlines


def run(ledger: Ledger, *, host: str, port: int, areas: Path | None = None, say: Callable[[str], None]) -> None:
    """Lay over each other what was added since it was last done, then serve until interrupted.

    `areas` is a GeoJSON file that takes the place of the map's coarse borders.

    Errors: PeopleMissing where other machines could come in and nobody would have to log in; DeskRefused;
    AreasUnreadable.
    """
    # the default of SIGTERM would leave what was written beside the file
    ours = current_thread() is main_thread()
    before = signal.signal(signal.SIGTERM, _end) if ours else None
    try:
        _serve(ledger, host, port, areas, say)
    finally:
        ledger.close()
        if ours:
            signal.signal(signal.SIGTERM, before)


def _serve(ledger: Ledger, host: str, port: int, areas: Path | None, say: Callable[[str], None]) -> None:
    keys = keys_for(ledger, host)
    if areas is not None:
        own_outlines(areas)
    listening = _listen(host, port)
    if not ledger.writable:
        say(f"{ledger.path} cannot be written: it is shown as it was last cross-checked")
    for row in ledger.crises() if ledger.writable else ():
        if row.articles:
            say(f"cross-checking {row.name} ...")
            ledger.crisis(row.name).check()
    # what the first page of a large ledger would wait for is loaded while somebody opens the browser
    Thread(target=warm, args=(ledger,), daemon=True).start()
    shown = f"[{host}]" if ":" in host else host
    say(f"recoupe is open at http://{shown}:{listening.getsockname()[1]}/ (Ctrl-C ends it)")
    config = uvicorn.Config(create_app(ledger, keys, areas=areas), log_level="warning", server_header=False)
    uvicorn.Server(config).run(sockets=[listening])


def keys_for(ledger: Ledger, host: str) -> Keys:
    """Return who may come in at an address. Errors: PeopleMissing, PeopleUnreadable."""
    book = PeopleBook.beside(ledger.path)
    if book.people():
        return Keys(people=book, secret=book.secret())
    if not loopback(host):
        raise PeopleMissing(host)
    return Keys(alone=_self(), hosts=LOOPBACK | {host})


def _end(number: int, _: object) -> None:
    """End as the signal would, but by way of what is done at every end."""
    raise SystemExit(128 + number)


def _self() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "local"


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
    except OSError as error:
        raise DeskRefused(f"{host}:{port}", error.strerror or str(error)) from error
    return listening
