"""The live view, as a member sees it while writing."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection

import pytest

from tests.conftest import Workshop
from tests.small import SMALL

DRAFT = "---\ndate: 2024-12-02\ndraft: true\n---\n\n{}\n"
PATIENCE = 60
"""Seconds after which a page won't come."""


class Server:
    """A running `mkdocs serve`."""

    def __init__(self, port: int) -> None:
        self._port = port

    def wait_for(self, url: str, words: str) -> str:
        """Ask for a page until it has some words."""
        told = "nothing"
        for _ in range(PATIENCE * 4):
            try:
                connection = HTTPConnection("127.0.0.1", self._port, timeout=10)
                connection.request("GET", url)
                told = connection.getresponse().read().decode("utf-8")
                connection.close()
            except OSError:
                pass
            if words in told:
                return told
            time.sleep(0.25)
        raise AssertionError(f"{url} never said {words!r}; it says {told[-2000:]}")


@pytest.fixture
def server(workshop: Workshop) -> Iterator[Server]:
    """Serve a small forum; stop the process that was started, and no other."""
    workshop.write(SMALL, {"docs/reponses/prix/rabais/ana.md": DRAFT.format("Une ébauche.")})
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-P", "-m", "mkdocs", "serve", "-a", f"127.0.0.1:{port}"]
    with (workshop.folder / "log.txt").open("wb") as log:
        process = subprocess.Popen(
            command, cwd=workshop.folder, stdout=log, stderr=log, env={**os.environ}
        )
        yield Server(port)
        process.terminate()
        process.wait(30)


def test_writing(server: Server, workshop: Workshop) -> None:
    """A draft is shown and marked; a change is shown; after a fault is mended, all is well."""
    page = server.wait_for("/questions/prix/rabais/", "Une ébauche.")
    assert "Brouillon" in page
    # The live view adds a script of its own, which no policy could know.
    assert "Content-Security-Policy" not in page
    answer = "docs/reponses/prix/rabais/ana.md"
    workshop.write({answer: DRAFT.format("Une retouche.")})
    assert "Une ébauche." not in server.wait_for("/questions/prix/rabais/", "Une retouche.")
    workshop.write({answer: DRAFT.format("Une faute.").replace("date", "jour")})
    for _ in range(PATIENCE * 4):
        if "F111" in (workshop.folder / "log.txt").read_text(encoding="utf-8"):
            break
        time.sleep(0.25)
    else:
        raise AssertionError("the fault was never told")
    workshop.write({answer: DRAFT.format("Une bonne fin.")})
    server.wait_for("/questions/prix/rabais/", "Une bonne fin.")
    assert "Traceback" not in (workshop.folder / "log.txt").read_text(encoding="utf-8")
