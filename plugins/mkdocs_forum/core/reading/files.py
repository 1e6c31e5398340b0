"""The files that may be sent: Markdown, pictures and what talks bring, each what its name says.

What else lies in the folders of the contributions would be published as it is: a page that runs a
script, a style sheet, a file of the machine that builds the site.
"""

import re
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from io import BytesIO
from itertools import chain
from pathlib import Path, PurePosixPath
from types import MappingProxyType
from typing import BinaryIO, Final

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, Message, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.model.settings import Settings
from mkdocs_forum.core.reading.entry import is_contribution
from mkdocs_forum.core.reading.materials.check import check_material, is_material

PICTURES: Final[Mapping[str, re.Pattern[bytes]]] = {
    ".avif": re.compile(rb".{4}ftyp(?:avif|avis|mif1|msf1)", re.DOTALL),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
"""How a picture begins, by the ending of its name; browsers take what begins otherwise for a page
or a script if they are led to. No SVG: it is a document that may hold scripts."""
HEAD: Final = 16
"""Bytes that tell what a picture is."""
LARGEST: Final = 3_000_000
"""Bytes of a picture at the most: a photograph 2,000 pixels wide takes a third of it."""
MOST_PIXELS: Final = 50_000_000
"""Pixels of a picture at the most, as few cameras give; who shows or prints it holds each of them,
and an even colour takes next to no bytes."""

ACTIVE: Final = frozenset({".htm", ".html", ".svg", ".svgz", ".xht", ".xhtml"})
"""Endings of files that a browser shows as pages, with the scripts in them."""
SHADOWING: Final = frozenset({".css", ".js"})
"""Endings of files that replace the theme's if they have the same path."""

INSTEAD: Final[Sequence[tuple[Collection[str], Message]]] = (
    (
        {".key", ".odp", ".pdf", ".pps", ".ppsx", ".ppt", ".pptx"},
        say(
            "save it as a PDF beside the talk, named under its 'materials'; or put it on a site "
            "and write a link to it, or save the slides that matter as PNG and send those"
        ),
    ),
    (
        {".heic", ".heif"},
        say(
            "open it on a computer and save it as JPEG; an iPhone takes JPEG if you choose "
            "Settings, Camera, Formats, Most Compatible"
        ),
    ),
    ({".bmp", ".psd", ".tif", ".tiff"}, say("open it in a picture editor, and save it as PNG")),
    (
        {".avi", ".m4a", ".m4v", ".mkv", ".mov", ".mp3", ".mp4", ".ogg", ".wav", ".webm"},
        say("upload it to a site for recordings, and write a link to it"),
    ),
    (
        {".doc", ".docx", ".odt", ".pages", ".rtf"},
        say("copy its text into a file whose name ends in '.md'; the guide shows how"),
    ),
)
"""What to do instead of sending a file, by the ending of its name."""

_TEXTUAL = re.compile(r"(?:\.(?:md|markdown|mdown|mkdn?|txt|text))+$", re.IGNORECASE)
"""Endings of texts; Windows hides the second one of `ana.md.txt`."""
_LEFT_BEHIND = re.compile(
    r"(?:~|\.(?:bak|backup|old|orig|rej|save|part|swo|swp|te?mp))\d*$|^#.*#$|^~\$|^\.#"
    r"|^(?:thumbs\.db|desktop\.ini)$",
    re.IGNORECASE,
)
"""Names of copies and notes that editors, browsers and systems leave beside a file."""
_UNSAFE = re.compile(r"[^\w.() -]|^[ .-]|[ .]$")


_NO_FILES: Final[Mapping[str, bytes]] = MappingProxyType({})


def check_files(
    docs: Path,
    paths: Iterable[str],
    settings: Settings,
    is_themes: Callable[[str], bool],
    brought: Mapping[str, bytes] = _NO_FILES,
) -> Iterator[Diagnostic]:
    """Report the files that may not be published.

    Arguments:
        docs: The docs folder.
        paths: The files below it that would be published, with `/`; none is a symbolic link.
        settings: The options.
        is_themes: Tells whether the theme has a file of its own at a path.
        brought: What pictures and what talks bring hold that don't lie there yet, by path.
    """
    for path in paths:
        if path in brought:
            yield from _brought(path, brought[path], settings)
        elif is_contribution(path, settings):
            yield from _contributed(docs / path, path, settings)
        elif PurePosixPath(path).suffix.lower() in SHADOWING and is_themes(path):
            message = say("'{path}' would replace a file of the theme", path=path)
            hint = say("give it another name, or put it into the theme's 'custom_dir'")
            yield Diagnostic(Location(path), "F157", message, hint)


def _brought(name: str, data: bytes, settings: Settings) -> Iterator[Diagnostic]:
    if not is_material(name, settings):
        return check_picture(name, data)
    return chain(_nameable(name), check_material(name, len(data), BytesIO(data)))


def _contributed(path: Path, name: str, settings: Settings) -> Iterator[Diagnostic]:
    ending = PurePosixPath(name).suffix.lower()
    if name.endswith(".md"):
        return
    if is_material(name, settings):
        yield from _nameable(name)
        with path.open("rb") as file:
            yield from check_material(name, path.stat().st_size, file)
        return
    if ending == ".svg":
        message = say("'{path}' is an SVG, which may contain scripts", path=path.name)
        yield _fault(name, "F154", message, say("save the picture as PNG or WebP"))
    elif _LEFT_BEHIND.search(path.name):
        yield _left_behind(path, name)
    elif ending not in PICTURES and _is_text(path):
        message = say("'{path}' is ignored: its name doesn't end in '.md'", path=path.name)
        hint = say(Sentence.CALL_IT, name=_renamed(path.name))
        yield _fault(name, "F151", message, hint)
    elif ending not in PICTURES:
        message = say("'{path}' is neither Markdown nor a picture", path=path.name)
        others = say("remove the file; what may be sent ends in {endings}", endings=_endings())
        hints = (hint for endings, hint in INSTEAD if ending in endings)
        yield _fault(name, "F151", message, next(hints, others))
    else:
        with path.open("rb") as file:
            yield from _picture(name, path.stat().st_size, file)


def _left_behind(path: Path, name: str) -> Diagnostic:
    """Tell a copy that a program left: it is all that there is of a text, or too much."""
    plain = _LEFT_BEHIND.sub("", path.name.strip("#")).strip("~")
    meant = plain if plain.endswith(".md") else _renamed(plain)
    message = say("'{path}' was left here by a program", path=path.name)
    hint = say("remove it: it isn't a part of the forum")
    if plain and _is_text(path) and not (path.parent / meant).exists():
        hint = say(
            "name it '{name}' if it is a text that you want to send, or remove it", name=meant
        )
    return _fault(name, "F151", message, hint)


def meant_ending(head: bytes) -> str | None:
    """Give the ending that a picture's name should have, by the first bytes that it holds."""
    usual = (ending for ending in PICTURES if ending != ".jpeg")
    return next((ending for ending in usual if PICTURES[ending].match(head)), None)


def _is_text(path: Path) -> bool:
    """Whether a file that isn't called so is most likely a contribution: it would be lost."""
    if _TEXTUAL.search(path.name):
        return True
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(HEAD).removeprefix(BOM_UTF8).startswith(b"---")


def _renamed(name: str) -> str:
    plain = _TEXTUAL.sub("", name)
    return f"{plain if plain != name else PurePosixPath(name).stem}.md"


def check_picture(name: str, data: bytes) -> Iterator[Diagnostic]:
    """Report why a picture may not be published.

    Arguments:
        name: Path that it has, or would have.
        data: What it holds.
    """
    return _picture(name, len(data), BytesIO(data))


def _picture(name: str, size: int, file: BinaryIO) -> Iterator[Diagnostic]:
    import imagesize

    path, ending = PurePosixPath(name), PurePosixPath(name).suffix.lower()
    yield from _nameable(name)
    if size > LARGEST:
        message = say("a picture of {size} MB", size=f"{size / 1_000_000:.1f}")
        hint = say("make it smaller: {largest} MB at the most", largest=LARGEST // 1_000_000)
        yield _fault(name, "F153", message, hint)
    head = file.read(HEAD)
    width, height = imagesize.get(file, exif_rotation=False)
    # Of what can't be measured nobody knows how much memory it takes.
    if not PICTURES[ending].match(head) or min(width, height) < 1:
        message = say("'{path}' isn't what its name says", path=path.name)
        hint = say("save the picture again from a picture editor")
        if meant := meant_ending(head):
            hint = say(Sentence.CALL_IT, name=f"{path.stem}{meant}")
        yield _fault(name, "F152", message, hint)
    elif width * height > MOST_PIXELS:
        message = say("a picture of {width} × {height} pixels", width=width, height=height)
        hint = say(
            "make it smaller: {most} million pixels at the most", most=MOST_PIXELS // 1_000_000
        )
        yield _fault(name, "F153", message, hint)


def _nameable(name: str) -> Iterator[Diagnostic]:
    path = PurePosixPath(name)
    if any(_UNSAFE.search(part) for part in path.parts):
        message = say(Sentence.NO_ADDRESS, name=path.name)
        yield _fault(name, "F155", message, say(Sentence.PLAIN_LETTERS))


def _fault(name: str, code: str, message: Message, hint: Message) -> Diagnostic:
    return Diagnostic(Location(name), code, message, hint)


def _endings() -> str:
    return ", ".join([".md", *PICTURES])
