"""Firefox, driven by the protocol of its own that WebDriver rests on, to print pages.

https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
"""

import json
import socket
import subprocess
import time
from base64 import b64decode
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from typing import Any

NAMES = ("firefox-esr", "firefox")
START = 60
"""Seconds that it may take to start."""


class Firefox:
    """A running Firefox."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port))
        self._stream = self._socket.makefile("rb")
        self._count = 0
        self._read()
        self.do("WebDriver:NewSession")

    def do(self, command: str, **parameters: Any) -> Any:
        """Let it do something, and give what it answers."""
        self._count += 1
        message = json.dumps([0, self._count, command, parameters]).encode()
        self._socket.sendall(b"%d:%s" % (len(message), message))
        _, _, error, result = self._read()
        assert error is None, error
        return result

    def print(self, url: str) -> bytes:
        """Print a page as a reader does who changes nothing; give the PDF."""
        # By way of an empty page, so that what follows `#` is heeded.
        self.do("WebDriver:Navigate", url="about:blank")
        self.do("WebDriver:Navigate", url=url)
        # A reader's own sheets have the size of their country; the margins are the page's.
        page = {"width": 21.0, "height": 29.7}
        printed = self.do("WebDriver:Print", page=page, shrinkToFit=False)
        return b64decode(printed["value"])

    def quit(self) -> None:
        """End it."""
        self.do("Marionette:Quit")
        self._socket.close()

    def _read(self) -> Any:
        size = b""
        while (sign := self._stream.read(1)) != b":":
            size += sign
        return json.loads(self._stream.read(int(size)))


@contextmanager
def running_firefox(profile: Path) -> Iterator[Firefox]:
    """Start Firefox with a profile of its own, and end it afterwards."""
    program = next(filter(None, map(which, NAMES)), None)
    assert program, "the tests need Firefox, too: apt install firefox-esr"
    (profile / "user.js").write_text('user_pref("marionette.port", 0);\n')
    command = [program, "--headless", "--no-remote", "--profile", str(profile), "--marionette"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        port = profile / "MarionetteActivePort"
        end = time.monotonic() + START
        while not port.exists() and time.monotonic() < end:
            time.sleep(0.1)
        firefox = Firefox(int(port.read_text()))
        try:
            yield firefox
        finally:
            firefox.quit()
            process.wait(START)
