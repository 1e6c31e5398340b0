"""A forge that isn't there: it answers over HTTP what a test says, and keeps what it was asked."""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Literal

Program = Literal["github", "gitea", "gitlab"]
_ROOTS: Mapping[Program, str] = {"github": "", "gitea": "/api/v1", "gitlab": "/api/v4"}


@dataclass
class Forge:
    """A forge, and what it was asked."""

    answers: dict[str, Any]
    """What it answers to requests such as `GET repos/a/forum/pulls`, their parameters left out.
    Bytes are given as they are; a text is where the answer stands."""
    root: str = ""
    asked: list[tuple[str, Any]] = field(default_factory=list)
    """Requests with their parameters, and what was sent."""
    tokens: list[str | None] = field(default_factory=list)
    """The token that came with each."""

    @property
    def written(self) -> list[tuple[str, Any]]:
        """Requests that change something."""
        return [each for each in self.asked if not each[0].startswith("GET ")]

    def variables(self, program: Program = "github") -> dict[str, str]:
        """Give the variables by which a command finds this forge."""
        root = self.root + _ROOTS[program]
        if program == "gitlab":
            found = {"CI_API_V4_URL": root, "CI_PROJECT_ID": "5", "CI_PROJECT_URL": self.root}
        else:
            found = {
                "GITHUB_API_URL": root,
                "GITHUB_REPOSITORY": "a/forum",
                "GITHUB_SERVER_URL": self.root,
            }
        return {"FORUM_TOKEN": "secret", **found}


@contextmanager
def forge(answers: Mapping[str, Any]) -> Iterator[Forge]:
    """Start a forge; what it wasn't told to answer isn't there."""
    made = Forge(dict(answers))

    def answer(asked: BaseHTTPRequestHandler) -> None:
        path = next(asked.path.removeprefix(root) for root in _PREFIXES if root in asked.path)[1:]
        name = f"{asked.command} {path.partition('?')[0]}"
        length = int(asked.headers.get("Content-Length") or 0)
        sent = json.loads(asked.rfile.read(length)) if length else None
        made.asked.append((f"{asked.command} {path}", sent))
        made.tokens.append(asked.headers.get("Authorization", asked.headers.get("PRIVATE-TOKEN")))
        value = made.answers.get(name, {} if sent is not None else None)
        is_elsewhere = isinstance(value, str)
        asked.send_response(404 if value is None else 302 if is_elsewhere else 200)
        if is_elsewhere:
            asked.send_header("Location", str(value))
        asked.end_headers()
        asked.wfile.write(value if isinstance(value, bytes) else json.dumps(value).encode())

    methods = {f"do_{name}": answer for name in ("GET", "POST", "PUT", "PATCH")}
    silent = {"log_message": lambda asked, form, *words: None}
    handler = type("Handler", (BaseHTTPRequestHandler,), {**methods, **silent})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    made.root = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    yield made
    server.shutdown()
    server.server_close()


_PREFIXES = ("/api/v1", "/api/v4", "")
