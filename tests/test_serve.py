"""Serving a desk: a changed source or template is on the page a moment later."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.desks import ROOT, STORY, make_desk

PATIENCE = 60
"""Seconds: a build takes a few, and the machine may be busy."""


def free_port():
    """Return a port on loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def seen(address, words):
    """Wait until a page holds some words; returns whether it came to."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urlopen(address, timeout=PATIENCE) as page:
                if words in page.read().decode():
                    return True
        except (URLError, ConnectionError):
            pass  # not listening yet
        time.sleep(0.3)
    return False


@pytest.fixture
def serving(tmp_path):
    """A desk that is being served, and its address; it stops with the test."""
    desk = make_desk(tmp_path / "desk", {"a.txt": STORY})
    (desk / "templates" / "pages").mkdir(parents=True)
    port = free_port()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", "serve", "-a", f"127.0.0.1:{port}"],
        cwd=desk,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as run:
        yield desk, f"http://127.0.0.1:{port}/"
        os.killpg(run.pid, signal.SIGKILL)


def test_a_changed_source_and_a_changed_template_are_served(serving):
    """The server builds again by itself, for a document and for a template of the desk."""
    desk, address = serving
    source = f"{address}sources/a/"
    assert seen(source, ">1,200<")
    (desk / "seeds/a.txt").write_text(STORY.replace("1,200", "1,300"), encoding="utf-8")
    assert seen(source, ">1,300<")
    ours = (ROOT / "templates/pages/home.md.jinja").read_text(encoding="utf-8")
    changed = ours.replace("## Latest", "## Freshly in")
    (desk / "templates/pages/home.md.jinja").write_text(changed, encoding="utf-8")
    assert seen(address, "Freshly in")
