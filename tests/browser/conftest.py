"""A real browser at a real server of the sample crisis; skipped by name where Chromium cannot be had."""

from __future__ import annotations

import shutil
import socket
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from recoupe.desk.app import create_app
from recoupe.ledger import Ledger

_FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()


@dataclass(slots=True)
class Reader:
    """Somebody at a browser: the page they look at, where the desk is, and what went wrong or left the machine."""

    page: Page
    root: str
    faults: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    def open(self, address: str) -> Page:
        """Go to an address of the desk and return the page."""
        answer = self.page.goto(self.root + address)
        assert answer is not None
        assert answer.status == 200, f"{address}: {answer.status}"
        return self.page


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, which `.ci/run` installs where it is missing."""
    found = shutil.which("chromium")
    if found is None:
        pytest.skip("Chromium is not on this machine (`apt-get install chromium` brings it)")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=found, args=_FLAGS)
        yield started
        started.close()


def serve(path: Path) -> Iterator[str]:
    """Yield the address of a running desk of a ledger's file."""
    listening = socket.socket()
    listening.bind(("127.0.0.1", 0))
    with Ledger.open(path) as ledger:
        server = uvicorn.Server(uvicorn.Config(create_app(ledger), log_level="error"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
        thread.start()
        while not server.started:
            time.sleep(0.02)
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        thread.join(10)


@pytest.fixture(scope="session")
def served(sample_ledger: Path) -> Iterator[str]:
    """The address of the sample crisis's desk; whoever changes it takes `own_served`."""
    yield from serve(sample_ledger)


@pytest.fixture
def own_served(sample_ledger: Path, tmp_path: Path) -> Iterator[str]:
    """The address of the desk of a copy of the sample crisis."""
    path = tmp_path / "ledger.sqlite"
    shutil.copy(sample_ledger, path)
    yield from serve(path)


def reader_of(context: BrowserContext, root: str) -> Reader:
    """Return a reader whose faults and whose requests to other hosts are written down."""
    page = context.new_page()
    reader = Reader(page=page, root=root)
    page.on("console", lambda said: reader.faults.append(said.text) if said.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: reader.faults.append(str(error)))
    page.on(
        "request",
        lambda sent: None if sent.url.startswith((root, "data:", "blob:")) else reader.foreign.append(sent.url),
    )
    return reader


@pytest.fixture
def reader(browser: Browser, served: str) -> Iterator[Reader]:
    """A reader of the sample crisis at a wide screen, in French."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    yield reader_of(context, served)
    context.close()


@pytest.fixture
def own_reader(browser: Browser, own_served: str) -> Iterator[Reader]:
    """A reader who may change what they see."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="fr-FR")
    yield reader_of(context, own_served)
    context.close()
