"""Answers of a server with something at the end of each page."""

from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

Headers = list[tuple[str, str]]


def with_bar(
    app: WSGIApplication, environ: WSGIEnvironment, start: StartResponse, html: bytes
) -> Iterable[bytes]:
    """Answer a request as an application does, with HTML at the end of a page.

    Arguments:
        app: The application.
        environ: The request.
        start: Begins the answer.
        html: What is added.
    """
    begun: list[tuple[str, Headers]] = []

    def begin(status: str, headers: Headers, *_: object) -> Callable[[bytes], object]:
        begun.append((status, headers))
        return lambda _: None

    answer = app(environ, begin)
    body = b"".join(answer)
    if close := getattr(answer, "close", None):
        close()
    status, headers = begun[-1]
    if ("Content-Type", "text/html") in headers:
        body = _added(body, html)
        headers = [pair for pair in headers if pair[0] != "Content-Length"]
        headers.append(("Content-Length", str(len(body))))
    start(status, headers)
    return [body]


def _added(page: bytes, html: bytes) -> bytes:
    before, end, after = page.rpartition(b"</body>")
    return before + html + end + after if end else page + html
