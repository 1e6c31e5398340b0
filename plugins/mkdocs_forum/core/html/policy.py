"""The Content-Security-Policy of the site: which scripts may run, and that nothing else is asked.

It is the second wall, behind sanitising. As it stands in a meta element, and the theme loads the
next page into the one that is there, the policy of the page a reader began with rules the others:
it has to be the same on all of them.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape, unescape

_SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL | re.IGNORECASE)
_STYLE = re.compile(r"<link\b[^>]*\brel=[\"']?stylesheet\b[^>]*>", re.IGNORECASE)
_KIND = re.compile(r"\btype\s*=\s*[\"']?([\w/+.-]+)", re.IGNORECASE)
_SOURCE = re.compile(r"\b(?:src|href)\s*=\s*[\"']?(https://[^\s\"'>;,]+)", re.IGNORECASE)
_FONTS = {"https://fonts.googleapis.com/": "https://fonts.gstatic.com"}
"""Where the fonts come from that a style sheet of another host asks for."""
_HEAD = re.compile(r"<head\b[^>]*>(?:\s*<meta charset=[^>]*>)?", re.IGNORECASE)


def content_security_policy(
    frames: Iterable[str], *, forms: Iterable[str] = (), webassembly: bool = False
) -> str:
    """Give the policy of a site.

    Arguments:
        frames: Pages made of the site's templates alone, one for each depth: the theme writes
            the way to the root into a script. No contribution may have a part in them, since
            what runs in them may run everywhere.
        forms: Hosts that forms lead to, beside the site.
        webassembly: Whether a script of the site runs WebAssembly, as the search of Pagefind does.
    """
    frames = list(frames)
    scripts = [*_inline(frames), *_remote(_SCRIPT, frames)]
    if webassembly:
        scripts.append("'wasm-unsafe-eval'")
    styles = list(_remote(_STYLE, frames))
    fonts = [host for start, host in _FONTS.items() if any(url.startswith(start) for url in styles)]
    directives = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *scripts],
        # Scripts that draw diagrams and formulas write styles; those of members are taken off.
        "style-src": ["'self'", "'unsafe-inline'", *styles],
        "font-src": ["'self'", *fonts],
        "img-src": ["'self'", "data:"],  # The theme's icons.
        "form-action": ["'self'", *forms],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def with_policy(html: str, policy: str) -> str:
    """Put a policy into the head of a page, before all that it rules."""
    meta = f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
    return _HEAD.sub(lambda found: f"{found[0]}\n    {meta}", html, count=1)


def _inline(frames: Iterable[str]) -> Iterator[str]:
    """Give the hash of each script that stands in a page."""
    hashes: dict[str, None] = {}
    for frame in frames:
        for attributes, text in _SCRIPT.findall(frame):
            kind = _KIND.search(attributes)
            if not re.search(r"\bsrc\s*=", attributes) and not (kind and "json" in kind[1]):
                digest = b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
                hashes[f"'sha256-{digest}'"] = None
    yield from hashes


def _remote(element: re.Pattern[str], frames: Iterable[str]) -> Iterator[str]:
    """Give the addresses on other hosts that the organisers' configuration asks for."""
    found = (
        _SOURCE.search(tag[0].partition(">")[0])
        for frame in frames
        for tag in element.finditer(frame)
    )
    # A policy's address has no query.
    yield from dict.fromkeys(unescape(url[1]).partition("?")[0] for url in found if url)
