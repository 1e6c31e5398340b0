"""Chromium without a window, told over a pipe what to do (DevTools protocol)."""

import json
import os
import select
import signal
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

_OPTIONS: Final = (
    *("--headless", "--remote-debugging-pipe", "--disable-gpu", "--no-first-run"),
    *("--disable-background-networking", "--disable-extensions", "--disable-sync"),
)
_READ, _WRITTEN = 3, 4
"""Descriptors at which Chromium expects the pipes."""
_LONGEST = 120
"""Seconds without a word after which it is taken to be stuck."""
_SHUTTING = 5
"""Seconds that it has to end."""

Message = Mapping[str, Any]


class BrowserError(Exception):
    """What Chromium can't do; the message says why."""


class Browser:
    """A running Chromium.

    It keeps nothing: its profile is a folder of its own, which is taken away at the end.
    """

    def __init__(self, program: str, hear: Callable[[Message], None]) -> None:
        """Start a program.

        Arguments:
            program: Path of the program.
            hear: Takes what it tells of its own accord.
        """
        self._hear = hear
        self._sent = 0
        self._rest = b""
        self._profile = TemporaryDirectory(ignore_cleanup_errors=True)
        theirs, self._out = os.pipe()
        self._in, told = os.pipe()
        try:
            self._process = self._start(program, theirs, told)
        except OSError as error:
            raise BrowserError(str(error)) from error
        finally:
            os.close(theirs)
            os.close(told)

    def _start(self, program: str, read: int, written: int) -> int:
        options = [*_OPTIONS, f"--user-data-dir={self._profile.name}"]
        if os.geteuid() == 0:
            # As root, as in most containers, it has no sandbox, and says so instead of starting.
            options.append("--no-sandbox")
        # Neither becomes what the other still is.
        spare = max(read, written, _WRITTEN) + 1
        places = {read: spare, written: spare + 1, spare: _READ, spare + 1: _WRITTEN}
        flags = os.O_WRONLY | os.O_CREAT
        return os.posix_spawn(
            program,
            [program, *options, "about:blank"],
            os.environ,
            file_actions=[
                *((os.POSIX_SPAWN_DUP2, old, new) for old, new in places.items()),
                (os.POSIX_SPAWN_OPEN, 2, str(self._log), flags, 0o600),
            ],
        )

    @property
    def _log(self) -> Path:
        return Path(self._profile.name, "stderr.txt")

    def send(self, method: str, session: str = "", **parameters: object) -> int:
        """Ask for something, without waiting for what comes of it; give the request's number."""
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters}
        addressed = {**message, "sessionId": session} if session else message
        told = memoryview(json.dumps(addressed).encode() + b"\0")
        try:
            while told:
                told = told[os.write(self._out, told) :]
        except OSError as error:
            raise self._ended() from error
        return self._sent

    def call(self, method: str, session: str = "", **parameters: object) -> Message:
        """Ask for something and give what comes of it.

        Raises:
            BrowserError: It can't be done.
        """
        number = self.send(method, session, **parameters)
        while (message := self._next()).get("id") != number:
            self._take(message)
        if error := message.get("error"):
            raise BrowserError(str(error.get("message")))
        return dict(message["result"])

    def listen(self) -> None:
        """Wait until it tells something of its own accord."""
        self._take(self._next())

    def _take(self, message: Message) -> None:
        if "method" in message:
            self._hear(message)

    def _next(self) -> Message:
        while b"\0" not in self._rest:
            ready, _, _ = select.select([self._in], [], [], _LONGEST)
            if not ready:
                raise BrowserError(f"no word for {_LONGEST} s")
            read = os.read(self._in, 1 << 20)
            if not read:
                raise self._ended()
            self._rest += read
        message, _, self._rest = self._rest.partition(b"\0")
        return dict(json.loads(message))

    def _ended(self) -> BrowserError:
        told = self._log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
        return BrowserError(told[-1] if told else "it ended")

    def close(self) -> None:
        """End it."""
        with suppress(BrowserError):
            self.send("Browser.close")
        os.close(self._out)
        end = time.monotonic() + _SHUTTING
        while os.waitpid(self._process, os.WNOHANG) == (0, 0):
            if time.monotonic() > end:
                os.kill(self._process, signal.SIGKILL)
                os.waitpid(self._process, 0)
                break
            time.sleep(0.02)
        os.close(self._in)
        self._profile.cleanup()
