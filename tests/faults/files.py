"""Files that may not be published, and texts that bring in others."""

from tests.faults import Case

TAKE_OFF = (
    "    hint: remove the file; what may be sent ends in .md, .avif, .gif, .jpeg, .jpg, .png, .webp"
)
THEMES = "assets/stylesheets/main.css"
"""A file that the theme has, too."""

CASES: dict[str, Case] = {
    "what programs leave behind": (
        {
            "members/bob.md.bak": "---\nname: Bob\n---\n",
            "members/eve.md~": "---\nname: Eve\n---\n",
            "members/#bob.md#": "x",
            "members/#dan.md#": "---\nname: Dan\n---\n",
            "members/zoe.txt.bak": "---\nname: Zoé\n---\n",
            "members/~$bob.docx": "x",
            "members/Thumbs.db": b"\0",
        },
        [
            (f"members/{name}:1:1: F151 '{name}' was left here by a program\n    hint: {hint}")
            for name, hint in (
                ("#bob.md#", "remove it: it isn't a part of the forum"),
                (
                    "#dan.md#",
                    "name it 'dan.md' if it is a text that you want to send, or remove it",
                ),
                ("Thumbs.db", "remove it: it isn't a part of the forum"),
                ("bob.md.bak", "remove it: it isn't a part of the forum"),
                ("eve.md~", "name it 'eve.md' if it is a text that you want to send, or remove it"),
                (
                    "zoe.txt.bak",
                    "name it 'zoe.md' if it is a text that you want to send, or remove it",
                ),
                ("~$bob.docx", "remove it: it isn't a part of the forum"),
            )
        ],
    ),
    "documents that a talk may not bring": (
        {
            "talks/a.pdf": b"%PDF-1.7\n1 0 obj << /OpenAction << /S /JavaScript >> >> endobj",
            "talks/b.PDF": "<script>",
            "talks/prix/c d.pdf": b"%PDF-1.7\n1 0 obj << /Type /EmbeddedFile >> endobj",
            "talks/e.pdf": bytes(10_000_001),
            "talks/f.vtt": "1\n00:00:01,000 --> 00:00:02,000\nNon\n",
            "talks/g.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\nOui\n",
        },
        [
            (
                "talks/a.pdf:1:1: F160 the document contains scripts, actions or media that "
                "it would run\n"
                "    hint: open it, and save it anew by printing it into a PDF"
            ),
            (
                "talks/b.PDF:1:1: F152 this isn't a PDF document that can be read\n"
                "    hint: open it, and save it anew by printing it into a PDF"
            ),
            (
                "talks/e.pdf:1:1: F161 a file of 10.0 MB\n"
                "    hint: make it smaller: 10 MB at the most, or keep it on a site and write "
                "its 'address'"
            ),
            (
                "talks/f.vtt:1:1: F152 this isn't a transcript with times (WebVTT)\n"
                "    hint: its first line is 'WEBVTT'; save it again as '.vtt', encoded in UTF-8"
            ),
            (
                "talks/prix/c d.pdf:1:1: F160 the document contains other files\n"
                "    hint: remove its attachments, or save it anew by printing it into a PDF"
            ),
        ],
    ),
    "another file": (
        {"members/eve.md": "---\nname: Eve\n---\n\n---\nquestion: prix/marge\n---\n\nOui.\n"},
        [
            (
                "members/eve.md:5:1: F159 another file begins here, with 'question:'\n"
                "    hint: send the two separately"
            )
        ],
    ),
    "code of another file": (
        {"members/eve.md": "---\nname: Eve\n---\n\n```yaml\n---\nname: Eve\n---\n```\n\n---\n"},
        [],
    ),
    "page": (
        {"talks/eve.html": "<script>alert(1)</script>"},
        [f"talks/eve.html:1:1: F151 'eve.html' is neither Markdown nor a picture\n{TAKE_OFF}"],
    ),
    "ending that Windows hides": (
        {"members/eve.md.txt": "---\nname: Eve\n---\n"},
        [
            (
                "members/eve.md.txt:1:1: F151 'eve.md.txt' is ignored: its name doesn't end "
                "in '.md'\n"
                "    hint: name it 'eve.md'"
            )
        ],
    ),
    "page as picture": (
        {"members/eve.png": "<script>alert(1)</script>"},
        [
            (
                "members/eve.png:1:1: F152 'eve.png' isn't what its name says\n"
                "    hint: save the picture again from a picture editor"
            )
        ],
    ),
    "large picture": (
        {"members/eve.gif": b"GIF89a\x01\0\x01\0" + bytes(3_000_000)},
        [
            "members/eve.gif:1:1: F153 a picture of 3.0 MB\n"
            "    hint: make it smaller: 3 MB at the most"
        ],
    ),
    "picture of many pixels": (
        {"members/eve.gif": b"GIF89a\x10\x27\x89\x13"},
        [
            "members/eve.gif:1:1: F153 a picture of 10000 × 5001 pixels\n"
            "    hint: make it smaller: 50 million pixels at the most"
        ],
    ),
    "drawing": (
        {"members/eve.svg": "<svg onload='alert(1)'/>"},
        [
            (
                "members/eve.svg:1:1: F154 'eve.svg' is an SVG, which may contain scripts\n"
                "    hint: save the picture as PNG or WebP"
            )
        ],
    ),
    "sign of an address": (
        {"members/e#e.gif": "GIF89a\x01\0\x01\0"},
        [
            "members/e#e.gif:1:1: F155 'e#e.gif' can't be an address\n"
            "    hint: use lower-case letters without accents, digits and hyphens"
        ],
    ),
    "snippet": (
        {"topics/eve.md": 'Voici :\n\n--8<-- ".git/config"\n'},
        [
            (
                "topics/eve.md:3:1: F156 '--8<--' would include another text\n"
                "    hint: write the text itself here"
            )
        ],
    ),
    "style of the theme": (
        {THEMES: "body { display: none }"},
        [
            f"{THEMES}:1:1: F157 '{THEMES}' would replace a file of the theme\n"
            "    hint: give it another name, or put it into the theme's 'custom_dir'"
        ],
    ),
}
