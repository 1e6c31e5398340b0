"""Sizes of files: what is larger than an entry can be isn't even read."""

import re

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Location, place, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.words.characters import HEAP, MOST_MARKS, without_heaps
from mkdocs_forum.core.words.encodings import encode

LARGEST = 100 * 1024
"""Bytes of a file. A talk of thirty printed pages has 80 KiB."""

LARGEST_HEADER = 16 * 1024
"""Bytes of a frontmatter. People write less than 1 KiB."""

LONGEST_WORD = 2000
"""Characters without a space. 50,000 accents on one letter take 3 s to be put in order; addresses
of pages have up to 2,000 characters, words 30."""

LONG_WORD = say("a word of more than {most} characters", most=LONGEST_WORD)
SHORTER = say("write spaces into it, or remove it")
WORD = re.compile(rf"(?<!\S)\S{{{LONGEST_WORD + 1},}}")

HEAPED = say("more than {most} accents or invisible signs in a row", most=MOST_MARKS)
ANEW = say("type the letter again")


def find_excess(path: str, data: str | bytes) -> Diagnostic | None:
    """Give the fault of a file that is larger than any that is read.

    Arguments:
        path: Path of the file below the docs folder.
        data: What it holds.
    """
    written = data if isinstance(data, bytes) else encode(data)
    if len(written) <= LARGEST:
        return None
    line = len(re.findall(rb"\r\n?|\n", written[:LARGEST])) + 1
    message = say(Sentence.LARGE_FILE, most=LARGEST // 1024)
    hint = say(Sentence.DIVIDE)
    return Diagnostic(Location(path, line), "F142", message, hint)


def find_long_accents(path: str, text: str) -> Diagnostic | None:
    """Give the fault of a word whose accents would take too long to be put in order."""
    long = (found for found in WORD.finditer(text) if not found[0].isascii())
    first = next(long, None)
    if first is None:
        return None
    where = place(path, text, first.start())
    return Diagnostic(where, "F146", LONG_WORD, SHORTER)


def find_heap(path: str, text: str) -> Diagnostic | None:
    """Give the fault of a letter with heaps of accents, or of signs that nobody sees."""
    if without_heaps(text) == text:
        return None
    start = next(HEAP.finditer(text)).start()
    return Diagnostic(place(path, text, start), "F146", HEAPED, ANEW)


def find_long_header(path: str, text: str, header: str) -> Diagnostic | None:
    """Give the fault of a frontmatter that is larger than any that is read.

    Arguments:
        path: Path of the file below the docs folder.
        text: What the file holds.
        header: The frontmatter, without the `---` lines.
    """
    written = encode(header)
    if len(written) <= LARGEST_HEADER:
        return None
    kept = written[:LARGEST_HEADER].decode("utf-8", "ignore")
    line = place(path, text, text.index(header, 3) + len(kept)).line
    message = say("the frontmatter is larger than {most} KiB", most=LARGEST_HEADER // 1024)
    hint = say("put the text below the second line '---'")
    return Diagnostic(Location(path, line), "F141", message, hint)
