"""Which files may be sent, and what a text may bring in."""

import re
from pathlib import Path
from typing import Any

import pytest

from mkdocs_forum.core.forum import load
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.files import LARGEST, MOST_PIXELS, check_files
from mkdocs_forum.core.reading.files import PICTURES as PICTURE_ENDINGS
from mkdocs_forum.core.reading.notations import NOTATIONS as NOTATION
from mkdocs_forum.core.reading.notations import SIGNS, check_notations
from mkdocs_forum.core.reading.source import Source
from tests.growth import LINEAR, growth


def png(width: int, height: int) -> bytes:
    """Give the head of a PNG."""
    size = width.to_bytes(4) + height.to_bytes(4)
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + size + b"\x08\x02\0\0\0"


def gif(width: int, height: int) -> bytes:
    """Give the head of a GIF."""
    return b"GIF89a" + width.to_bytes(2, "little") + height.to_bytes(2, "little")


def jpeg(width: int, height: int) -> bytes:
    """Give the head of a JPEG."""
    size = height.to_bytes(2) + width.to_bytes(2)
    return b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x11\x08" + size + b"\x03" + bytes(9)


def webp(width: int, height: int) -> bytes:
    """Give the head of a WebP."""
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    return b"RIFF\x16\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + size


def avif(width: int, height: int) -> bytes:
    """Give the head of an AVIF."""

    def box(name: bytes, content: bytes) -> bytes:
        return (8 + len(content)).to_bytes(4) + name + content

    size = box(b"ispe", bytes(4) + width.to_bytes(4) + height.to_bytes(4))
    properties = box(b"iprp", box(b"ipco", size))
    kind = box(b"ftyp", b"avif" + bytes(4) + b"avifmif1")
    return kind + box(b"meta", bytes(4) + box(b"pitm", bytes(4) + b"\0\1") + properties)


PNG = png(64, 64)
ENDINGS = ".md, .avif, .gif, .jpeg, .jpg, .png, .webp"


def told(docs: Path, *, theme: tuple[str, ...] = ()) -> list[str]:
    """Give what the check of the files in a docs folder tells."""
    paths = sorted(path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file())
    return [str(fault) for fault in check_files(docs, paths, Settings(), theme.__contains__)]


def put(docs: Path, path: str, content: bytes = b"") -> None:
    """Write a file."""
    (docs / path).parent.mkdir(parents=True, exist_ok=True)
    (docs / path).write_bytes(content)


ALLOWED = {
    "talks/prix.md": b"---\n",
    "talks/deep/er/a (1).png": PNG,
    "members/photos/ana.PNG": PNG,
    "members/ana.jpg": jpeg(300, 200),
    "members/ana.jpeg": jpeg(8660, 5773),
    "answers/a.gif": gif(1, 1),
    "questions/b.webp": webp(640, 480),
    "topics/c.avif": avif(640, 480),
    "assets/own.js": b"alert(1)",
    "contribute/form.html": b"<form>",
    "index.md": b"",
}


def test_allowed_files(tmp_path: Path) -> None:
    """Markdown and pictures may be sent; outside of the contributions, anything may stand."""
    for path, content in ALLOWED.items():
        put(tmp_path, path, content)
    assert told(tmp_path) == []


REFUSED = {
    "page": ("talks/a.html", b"<p>", "F151", "'a.html' is neither Markdown nor a picture"),
    "script": ("members/x.js", b"x", "F151", "'x.js' is neither Markdown nor a picture"),
    "no ending": ("answers/a", b"", "F151", "'a' is neither Markdown nor a picture"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSED)
def test_other_files(tmp_path: Path, case: str) -> None:
    """Any other file is told by its path, with what may be sent."""
    path, content, code, message = REFUSED[case]
    put(tmp_path, path, content)
    assert told(tmp_path) == [
        f"{path}:1:1: {code} {message}\n"
        f"    hint: remove the file; what may be sent ends in {ENDINGS}"
    ]


INSTEAD = {
    "answers/prix.pdf": "save it as a PDF beside the talk, named under its 'materials'",
    "talks/Prix.PPTX": "save it as a PDF beside the talk, named under its 'materials'",
    "members/photos/IMG_1.HEIC": "open it on a computer and save it as JPEG",
    "members/ana.tiff": "open it in a picture editor, and save it as PNG",
    "talks/prix.mp4": "upload it to a site for recordings, and write a link to it",
    "answers/prix/marge/ana.docx": "copy its text into a file whose name ends in '.md'",
}


@pytest.mark.parametrize("path", INSTEAD)
def test_what_to_do_instead(tmp_path: Path, path: str) -> None:
    """Of what people send most often they are told what to do instead, step by step."""
    put(tmp_path, path, b"PK")
    (fault,) = told(tmp_path)
    assert fault.partition("hint: ")[2].startswith(INSTEAD[path])


TEXTS = {
    "talks/a.markdown": (b"", "a.md"),
    "talks/a.MD": (b"", "a.md"),
    "talks/a.md.txt": (b"", "a.md"),
    "talks/a.b.TXT": (b"", "a.b.md"),
    "answers/prix/marge/ana": (b"---\ndate: 2004-11-02\n---\n", "ana.md"),
    "answers/ana.rtf": (b"\xef\xbb\xbf---\n", "ana.md"),
}


@pytest.mark.parametrize("path", TEXTS)
def test_texts_with_another_ending(tmp_path: Path, path: str) -> None:
    """A text that lacks its ending is told by the name that it needs: nobody throws it away."""
    content, name = TEXTS[path]
    put(tmp_path, path, content)
    found = path.rpartition("/")[2]
    assert told(tmp_path) == [
        f"{path}:1:1: F151 '{found}' is ignored: its name doesn't end in '.md'\n"
        f"    hint: name it '{name}'"
    ]


PICTURES = {
    "page as picture": (
        "members/a.png", b"<!doctype html><script>alert(1)</script>",
        ("F152 'a.png' isn't what its name says\n"
"    hint: save the picture again from a picture editor"),
    ),
    "other picture": (
        "members/a.jpg", PNG,
        "F152 'a.jpg' isn't what its name says\n    hint: name it 'a.png'",
    ),
    "empty": (
        "members/a.gif", b"",
        ("F152 'a.gif' isn't what its name says\n"
"    hint: save the picture again from a picture editor"),
    ),
    "large": (
        "members/a.png", PNG + bytes(LARGEST),
        "F153 a picture of 3.0 MB\n    hint: make it smaller: 3 MB at the most",
    ),
    "drawing": (
        "members/a.svg", b"<svg>",
        ("F154 'a.svg' is an SVG, which may contain scripts\n"
"    hint: save the picture as PNG or WebP"),
    ),
    "sign of an address": (
        "members/a?b.png", PNG,
        "F155 'a?b.png' can't be an address\n"
        "    hint: use lower-case letters without accents, digits and hyphens",
    ),
    "quoted": (
        "members/a\"onload='b.png", PNG,
        "F155 'a\"onload='b.png' can't be an address\n"
        "    hint: use lower-case letters without accents, digits and hyphens",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", PICTURES)
def test_pictures(tmp_path: Path, case: str) -> None:
    """A picture is what its name says, and of a size that is sent quickly."""
    path, content, expected = PICTURES[case]
    put(tmp_path, path, content)
    assert told(tmp_path) == [f"{path}:1:1: {expected}"]


HEADS = {".avif": avif, ".gif": gif, ".jpeg": jpeg, ".jpg": jpeg, ".png": png, ".webp": webp}


@pytest.mark.parametrize("ending", PICTURE_ENDINGS)
def test_pixels(tmp_path: Path, ending: str) -> None:
    """Of every kind of picture the pixels are counted: few bytes may hold many."""
    width, height = 13_000, MOST_PIXELS // 13_000
    put(tmp_path, f"members/a{ending}", HEADS[ending](width, height))
    put(tmp_path, f"members/b{ending}", HEADS[ending](width, height + 1))
    assert told(tmp_path) == [
        f"members/b{ending}:1:1: F153 a picture of {width} × {height + 1} pixels\n"
        "    hint: make it smaller: 50 million pixels at the most"
    ]


@pytest.mark.parametrize("ending", PICTURE_ENDINGS)
def test_pixels_unknown(tmp_path: Path, ending: str) -> None:
    """A picture that doesn't say its size is refused: nobody knows what it takes."""
    put(tmp_path, f"members/a{ending}", HEADS[ending](1, 1)[:9])
    assert [fault.split()[1] for fault in told(tmp_path)] == ["F152"]


def test_files_of_the_theme(tmp_path: Path) -> None:
    """No file of the docs folder takes the place of a style or a script of the theme."""
    style = "assets/stylesheets/main.0.min.css"
    put(tmp_path, style)
    put(tmp_path, "assets/images/favicon.png", PNG)
    assert told(tmp_path, theme=(style, "assets/images/favicon.png")) == [
        f"{style}:1:1: F157 '{style}' would replace a file of the theme\n"
        "    hint: give it another name, or put it into the theme's 'custom_dir'"
    ]


def introduced(text: str, *, path: str = "topics/prix.md", **options: frozenset[str]) -> list[str]:
    """Give what is told of an introduction."""
    return [str(fault) for fault in load({path: text}, Settings(**options))[1]]  # type: ignore[arg-type]


NOTATIONS = {
    "snippet": ('--8<-- ".git/config"', "--8<--", 1),
    "snippet of one sign": ('a -8<- "a"', "-8<-", 3),
    "include": ("{!../secret!}", "{!../secret!}", 1),
    "include with options": ("a {!/etc/hostname!lines=1-1} b", "{!/etc/hostname!lines=1-1} b", 3),
    "include, far": ("{!" + " " * 250 + "a.md!}", "{!" + " " * 57 + "…", 1),
    "include left open": ("{! a", "{! a", 1),
    "include with a plugin": ('b {% include "a.md" %}', '{% include "a.md" %}', 3),
    "include over lines": ('{%\n   include "/etc/passwd" end="daemon"\n%}', "{%", 1),
    "include after a tab": ('{%\tinclude-markdown "a"%}', '{%\tinclude-markdown "a"%}', 1),
    "include after spaces": ("{%-" + " " * 12 + "include a", "{%-" + " " * 12 + "include a", 1),
    "execution": ('```python exec="on"\nos\n```', '```python exec="on"', 1),
    "execution in braces": ("~~~ {.python exec = 1 }\nos\n~~~", "~~~ {.python exec = 1 }", 1),
    "execution in a list": ('- ```sh title="a" exec="1"', '```sh title="a" exec="1"', 3),
}


@pytest.mark.parametrize("case", NOTATIONS)
def test_notations(case: str) -> None:
    """What brings in another file or runs is told, wherever it stands and ends."""
    text, found, column = NOTATIONS[case]
    assert introduced(f"Un.\n\n{text}\n") == [
        f"topics/prix.md:3:{column}: F156 '{found}' would include another text\n"
        "    hint: write the text itself here"
    ]


def test_one_notation_to_a_line() -> None:
    """Each line with a notation is told, at the first one of it."""
    told = introduced('a {! b !} --8<--\n\n-8<- {! c\n{% include\n{%\ninclude "d" %}\n')
    assert [fault.split(" ")[0] for fault in told] == [
        *("topics/prix.md:1:3:", "topics/prix.md:3:1:", "topics/prix.md:4:1:"),
        "topics/prix.md:5:1:",
    ]


@pytest.mark.parametrize(
    ("head", "part"),
    [
        *(("", part) for part in ("{!", "``` exec", "exec ", "{% ", "``` ", "{!\n", "```\n")),
        ("{%", "\n"),
    ],
    ids=range(8),
)
def test_many_notations(head: str, part: str) -> None:
    """The time that looking for notations takes grows with the text alone."""
    settings = Settings(notations=frozenset(NOTATION), openings=JINJA)

    def work(text: str) -> None:
        list(check_notations(Source("topics/prix.md", body=text), settings))

    assert growth(work, lambda size: head + part * (size // len(part))) < LINEAR


MACROS = [
    *("a {{ config }}", "{{ 6 * 7", "{{\n 6 * 7\n}}", "{{ " + "ab " * 90 + "}}"),
    *("{% set a %}", "{%\nset a\n%}", "{%+ a", "- {{ a }} {#b}"),
]
JINJA = frozenset(map(re.escape, SIGNS.values()))
OBJECTS = ["::: os", ":::os", "## ::: os", "> - ::: os", "    ::: os"]


@pytest.mark.parametrize(
    ("text", "options"),
    [
        *((text, {"openings": JINJA}) for text in MACROS),
        *((text, {"notations": frozenset({"objects"})}) for text in OBJECTS),
    ],
)
def test_notations_of_plugins(text: str, options: dict[str, Any]) -> None:
    """What a plugin would run is a fault where there is such a plugin, and a text elsewhere."""
    assert introduced(text) == []
    assert ["F156" in fault for fault in introduced(text, **options)] == [True]


def test_names_beside_macros() -> None:
    """Headings and questions keep their names where a plugin reads macros."""
    assert introduced("## a {#b}", openings=JINJA) == []


KEYS = {
    "text": ('title: "T {{ a }}"', "2:8", "{{ a }}"),
    "escaped": (r'title: "T \x7b\x7b a }}"', "2:8", "{{ a }}"),
    "folded": ("title: >\n  T {%\n  set a %}", "2:8", "{% set a %}"),
    "list": ("title: a\ntopics:\n  - b\n  - '{% c %}'", "5:5", "{% c %}"),
    "group": ("contact:\n  address: '{{ a }}'", "3:12", "{{ a }}"),
    "key": ("'{{ a }}': b", "2:12", "{{ a }}"),
}


@pytest.mark.parametrize("case", KEYS)
def test_notations_in_keys(case: str) -> None:
    """Frontmatter is read by such a plugin, too: no text of it holds what it would run."""
    header, place, found = KEYS[case]
    told = introduced(f"---\n{header}\n---\n", openings=JINJA)
    assert f"topics/prix.md:{place}: F156 '{found}' would include another text" in "\n".join(told)
    assert "F156" not in "\n".join(introduced(f"---\n{header}\n---\n"))


INTRODUCTIONS = {
    "template": (
        "topics/prix.md", "---\ntemplate: redirect.html\nlocation: //evil.example\n---\n",
        [
            "topics/prix.md:2:1: F111 no key is called 'template'\n"
            "    hint: the keys are: title, description, also, part_of, aliases",
            "topics/prix.md:3:1: F111 no key is called 'location'\n"
            "    hint: the keys are: title, description, also, part_of, aliases",
        ],
    ),
    "type": (
        "questions/index.md", "---\ntitle: [a]\n---\n",
        [
            ("questions/index.md:2:8: F113 'title' can't be a list\n"
"    hint: write a text, between quotes if it has a colon")
        ],
    ),
    "name": (
        "topics/<img src=x onerror=alert(1)>.md", "a",
        [
            ("topics/<img src=x onerror=alert(1)>.md:1:1: F122 '<img src=x "
"onerror=alert(1)>' can't be an address\n"
"    hint: name it 'img-src-x-onerror-alert-1'")
        ],
    ),
    "reference": (
        "talks/README.md", "---\ntitle: &a b\n---\n",
        [
            ("talks/README.md:2:8: F107 '&' and '*' make references, which aren't allowed "
"here\n"
"    hint: put the text between quotes, or write it in full again")
        ],
    ),
    "text alone": ("topics/prix.md", "# Prix\n\nUn texte.\n", []),
    "keys": ("topics/prix.md", "---\ntitle: Prix\ndescription: Un\n---\n\nUn texte.\n", []),
}  # fmt: skip


@pytest.mark.parametrize("case", INTRODUCTIONS)
def test_introductions(case: str) -> None:
    """A text above a page of the forum has a title and a description, and no other key."""
    path, text, expected = INTRODUCTIONS[case]
    assert introduced(text, path=path) == expected
