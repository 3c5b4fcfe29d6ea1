"""A real browser and a real static server, for tests that look at the pages."""

from __future__ import annotations

import functools
import os
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# `make test` says which browser it found; by hand the usual names are tried.
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class _Server(ThreadingHTTPServer):
    """Says nothing when the browser has left: it breaks off what it no longer needs."""

    def handle_error(self, request, client_address):
        """Tell of any other fault."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, *_: Any) -> None:
        """Keep the test output clean."""


@contextmanager
def served(site: Path, below: str = "") -> Iterator[str]:
    """Serve a folder on loopback, below a path such as ``/pr/7``; gives its address."""
    root = site
    if below:
        root = site.parent / f"{site.name}-served"
        place = root / below.strip("/")
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            place.symlink_to(site)
    handler = functools.partial(_Quiet, directory=str(root))
    with _Server(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}{below}/"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the system's Chromium, or Playwright's own; without either skip, but never in CI."""
    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        except Error as error:
            if os.environ.get("CI") == "true":
                raise
            pytest.skip(f"NO BROWSER: pages are not tested ({error.message.splitlines()[0]})")
        try:
            yield browser
        finally:
            browser.close()


class Visit:
    """One page in the browser, with everything that it asked for or complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.outside: list[str] = []
        """Requests to any host but loopback; data: and blob: addresses stay in the page."""
        self.complaints: list[str] = []
        page.on("request", lambda r: self._note(r.url))
        page.on("pageerror", lambda e: self.complaints.append(str(e)))
        page.on("dialog", lambda d: (self.complaints.append(f"dialog {d.message}"), d.dismiss()))

    def _note(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:", "about:")):
            self.outside.append(url)


@contextmanager
def visit(browser: Browser, **options: Any) -> Iterator[Visit]:
    """Open a fresh page with its own profile; options are those of a browser context."""
    context = browser.new_context(**options)
    try:
        yield Visit(context.new_page())
    finally:
        context.close()
