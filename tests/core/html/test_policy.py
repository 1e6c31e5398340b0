"""The policy of scripts: what may run, and where it stands."""

from base64 import b64encode
from hashlib import sha256

import pytest

from mkdocs_forum.core.html.policy import content_security_policy, with_policy


def digest(script: str) -> str:
    """Give the source that allows a script."""
    return f"'sha256-{b64encode(sha256(script.encode()).digest()).decode()}'"


def scripts(*frames: str) -> list[str]:
    """Give what may run beside the site's own files."""
    directives = content_security_policy(frames).split("; ")
    (found,) = [directive for directive in directives if directive.startswith("script-src ")]
    return found.split(" ")[2:]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ("<p>a</p>", []),
        ("<script>é</script>", [digest("é")]),
        ("<SCRIPT type=module>\n a\n</SCRIPT>", [digest("\n a\n")]),
        ('<script id="__config" type="application/json">{}</script>', []),
        ('<script type="application/ld+json">{}</script>', []),
        ('<script src="../a.js"></script>', []),
        ('<script src="https://a.example/b.js?c=1"></script>', ["https://a.example/b.js"]),
    ],
)
def test_scripts(frame: str, expected: list[str]) -> None:
    """What stands in a page is allowed by its hash, what others send by its address."""
    assert scripts(frame) == expected


def test_one_script_in_many_pages() -> None:
    """Each depth adds what it alone has, in the order of the pages."""
    frames = [f"<script>all</script><script>{depth}</script>" for depth in (".", "..")]
    assert scripts(*frames) == [digest("all"), digest("."), digest("..")]


def test_whole_policy() -> None:
    """Nothing is asked of another host but what the organisers configured."""
    fonts = "https://fonts.googleapis.com/css"
    frame = f'<link rel="stylesheet" href="{fonts}?family=Roboto&amp;display=fallback">'
    policy = content_security_policy([frame], forms=["https://forge.example"], webassembly=True)
    assert policy.split("; ") == [
        "default-src 'self'",
        "script-src 'self' 'wasm-unsafe-eval'",
        f"style-src 'self' 'unsafe-inline' {fonts}",
        "font-src 'self' https://fonts.gstatic.com",
        "img-src 'self' data:",
        "form-action 'self' https://forge.example",
        "object-src 'none'",
        "base-uri 'none'",
    ]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<head>\n  <meta charset="utf-8">\n  <title>a</title><p><head>',
            '<head>\n  <meta charset="utf-8">\n'
            '    <meta http-equiv="Content-Security-Policy" content="a \'b\'">\n'
            "  <title>a</title><p><head>",
        ),
        ("<head lang=a>b", "<head lang=a>\n    <meta "
         'http-equiv="Content-Security-Policy" content="a \'b\'">b'),
        ("<p>a</p>", "<p>a</p>"),
    ],
)  # fmt: skip
def test_place(html: str, expected: str) -> None:
    """The policy stands before all that it rules, after what tells how to read the page."""
    assert with_policy(html, "a 'b'") == expected
