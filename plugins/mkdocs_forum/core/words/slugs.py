"""Slugs: names of entries, made of lower-case letters, digits and single hyphens."""

import re
import unicodedata
from functools import lru_cache

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""Pattern of a slug: safe in addresses, file names and identifiers alike."""

LONGEST = 200
"""Characters of a slug at the most: file systems take 255, and some names are made of several."""

LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"})

TWINS = str.maketrans("аеорсухіјѕһԁӏԛԝαονρτυικγ", "aeopcyxijshdlqwaovptuiky")
"""Letters of other alphabets that look like a small Latin one, where a name has them by accident
or on purpose; an extract of https://www.unicode.org/Public/security/latest/confusables.txt."""


ALIKE = (("0", "o"), ("1", "l"), ("rn", "m"), ("vv", "w"))
"""What looks alike in slugs, each with what stands for both."""


RESERVED = frozenset(
    {"aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
)
"""Names of devices, which no file and no folder can have on Windows, whatever its ending
(https://learn.microsoft.com/windows/win32/fileio/naming-a-file)."""


def is_slug(name: str) -> bool:
    """Whether a name is a slug, and one that every system can give to a file."""
    return len(name) <= LONGEST and name not in RESERVED and re.fullmatch(SLUG, name) is not None


@lru_cache(4096)  # Topics and names recur in each entry.
def slugify(text: str, *, longest: int = 60) -> str:
    """Make the slug of a text.

    Arguments:
        text: Any text; its accents are taken off.
        longest: Characters that are kept at the most; a word is never cut unless it is longer
            than that by itself.

    Returns:
        The slug, empty if the text has no Latin letter and no digit.
    """
    letters = unicodedata.normalize("NFKD", text.lower().translate(LETTERS))
    plain = "".join(letter for letter in letters if unicodedata.category(letter)[0] != "M")
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))
    if slug in RESERVED:
        return f"{slug}-1"
    if len(slug) <= longest:
        return slug
    kept, _, rest = slug[: longest + 1].rpartition("-")
    return kept or rest[:longest]


def latin(name: str) -> str:
    """Give a name with the Latin letters that its Cyrillic and Greek ones look like."""
    return name.translate(TWINS)


def skeleton(slug: str) -> str:
    """Give what slugs that look alike have in common: `paul` and `pau1`.

    After https://www.unicode.org/reports/tr39/#def-skeleton, for the few signs of a slug.
    """
    for pair in ALIKE:
        slug = slug.replace(*pair)
    return slug
