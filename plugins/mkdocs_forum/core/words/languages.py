"""What is peculiar to a language of the interface, beside its sentences: one file of its folder.

`locales/<code>/language.toml` holds it all. A new language is such a folder and nothing else; its
sentences are in a catalogue beside the file, and English where there is none.
"""

import tomllib
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Final

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError

from mkdocs_forum.core.words.archives import Archive
from mkdocs_forum.core.words.slugs import SLUG

LOCALES: Final = Path(__file__).parents[2] / "locales"
"""Folder that has one folder for each language."""
FILE: Final = "language.toml"
"""Name of the file in it."""

FOLDERS: Final = (
    "editions",
    "talks",
    "questions",
    "answers",
    "members",
    "topics",
    "sessions",
    "contribute",
)
"""Folders of the entries, which are the first words of their pages' addresses too."""
WORDS: Final = (
    *("open", "unsettled", "answered", "synthesised", "closed", "duplicate", "proceedings"),
    *("print", "faults", "answer", "propose", "introduce", "correct", "settle", "follow"),
    *("review", "promises", "page", "search", "trades", "towns", "transcript", "selection"),
)
"""Words of addresses that are no folders."""
CHOICES: Final = ("all", "alone", "sheet", "few", "many", "large", "texts", "cards")
"""What the address of a page to print may end with, after `#`, to choose what is printed."""
ISSUE_FORMS: Final = ("answers", "talks", "members")
"""Kinds of entry for which there is a form that opens an issue."""

_FIRST: Final = ("fr", "en")
"""Languages that are offered before the others."""


class _Names:
    """Asks for one name, and no two alike, for each of some things."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = frozenset(keys)

    def __call__(self, value: Mapping[str, str]) -> Mapping[str, str]:
        if wrong := self._keys.symmetric_difference(value):
            raise ValueError(f"lacks or doesn't know: {', '.join(sorted(wrong))}")
        if len({*value.values()}) < len(value):
            raise ValueError("gives a name twice")
        return value


def _with_other(value: dict[str, str]) -> dict[str, str]:
    if "other" not in value:
        raise ValueError("lacks: other")
    return value


_Pair = tuple[str, str]
_Slug = Annotated[str, Field(pattern=f"^{SLUG}$")]
_Slugs = dict[str, _Slug]
_Word = Annotated[str, Field(pattern=r"^[^\W_A-Z]{2,}(-[^\W_A-Z]+)*$")]
_Path = Annotated[str, Field(pattern=r"^[\w-]+(/[\w-]+)*\.md$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Placeholders(_Part):
    """What stands in a file that is begun for what its author has to fill in."""

    author: _Slug
    """Name of the author, in the file's own name."""
    anonymous: _Slug = "anonymous"
    """Name that stands for an author who isn't named, in the file's own name too."""
    day: str
    """Day on which it is written."""
    text: tuple[str, ...] = ()
    """Words of pages that aren't finished."""


class Dates(_Part):
    """How days are written, in the forms of Unicode (CLDR), and how they are read."""

    day: str
    """A day."""
    weekday: str
    """A day behind its name in the week."""
    without_year: str
    """A day of a year that is told elsewhere."""
    number: str
    """A day of a month that is told elsewhere."""
    two: str
    """Two days that follow each other, in one month."""
    span: str
    """More days of one month."""
    time: str
    """A time of day."""
    hour: str
    """A time of day on the hour."""
    first: str = "1"
    """Number of the first day of a month."""
    endings: tuple[str, ...] = ()
    """What people write behind the number of a day, as a slug."""
    month_first: bool = False
    """Whether people write the month before the day, too."""


class Elision(_Part):
    """How a word is written before a name that begins with some letters."""

    before: str
    """The letters, without accents."""
    word: str
    """The word and what parts it from the name."""
    elided: str
    """Both before one of the letters."""


class Mail(_Part):
    """What people and programs add to the words of a letter, as regular expressions."""

    separators: tuple[str, ...] = ()
    """First words of the line that stands above a letter that is answered."""
    forwards: tuple[str, ...] = ()
    """First words of the line that stands above a letter that is passed on."""
    prefixes: tuple[str, ...] = ()
    """What stands before the subject of a letter that passes another on."""
    sender: tuple[str, ...] = ()
    """Names of the line of its head that says who wrote a letter."""
    sent: tuple[str, ...] = ()
    """Names of the line that says when."""
    subject: tuple[str, ...] = ()
    """Names of the line that says of what."""
    recipients: tuple[str, ...] = ()
    """Names of the other lines: to whom, what is attached."""
    openings: tuple[str, ...] = ()
    """First words of the lines that introduce a quote, before a day."""
    introductions: tuple[str, ...] = ()
    """Their verb."""
    devices: tuple[str, ...] = ()
    """How the line begins by which a device or a program praises itself."""
    notices: tuple[str, ...] = ()
    """How what begins that lists, companies and programs for security add."""
    formulas: tuple[str, ...] = ()
    """Words that close a letter."""
    conjunctions: tuple[str, ...] = ()
    """Words that stand between such a formula and what is added to it."""
    greetings: tuple[str, ...] = ()
    """Words that open a letter."""
    enclosed: tuple[str, ...] = ()
    """Words by which a sentence says that something came with a letter."""
    introduced: tuple[str, ...] = ()
    """Sentences that say that the words below are the text."""
    asides: tuple[str, ...] = ()
    """How sentences begin that are said to who gets a letter, and to nobody else."""


class Typography(_Part):
    """Which signs stand in prose in place of those of a keyboard, and which spaces around them."""

    quotes: tuple[_Pair, ...]
    """Quotation marks with the spaces within them: of a quote, of one within it, and so on."""
    single: _Pair
    """Marks for what stands between straight apostrophes."""
    dash: str
    """Dash that sets words apart, between spaces."""
    within_dashes: str = ""
    """The space between two dashes of one sentence and what they set apart; nothing leaves it."""
    before: dict[str, str] = {}
    """The space before a sign, by the sign."""
    thousands: str = ""
    """The space between the thousands of a number; nothing leaves them as they are."""
    hour: str = ""
    """Symbol of hours, between the numbers of hours and minutes."""
    units: tuple[str, ...] = ()
    """Symbols that a space which doesn't break joins to the number before them."""
    close_units: tuple[str, ...] = ()
    """Those of them that get the space even where their author put none."""
    references: tuple[str, ...] = ()
    """Words joined to the number behind them."""
    close_references: tuple[str, ...] = ()
    """Those of them that get the space even where their author put none."""
    abbreviations: tuple[str, ...] = ()
    """Those of several words, with a space between them: it is a thin one, and doesn't break."""
    titles: tuple[str, ...] = ()
    """Words joined to the name behind them."""
    identifiers: tuple[str, ...] = ()
    """Words behind which a hyphen between numbers belongs to a name, as of a law."""
    clipped: tuple[str, ...] = ()
    """Words that begin with an apostrophe, without it."""


class Conventions(_Part):
    """All that is peculiar to a language."""

    legal_notice: _Path
    """Path of the page that says who publishes the site."""
    privacy: _Path
    """Path of the page that says what is kept of its readers and its members."""
    accessibility: _Path
    """Path of the page that says who can use the site, and how."""
    typography: Typography | None = None
    """How its prose is set; without it, as it was written."""
    question_heading: str = "(?i)question"
    """How the heading above a talk's questions begins, as a regular expression."""
    letters: str = ""
    """Letters that its texts have beyond ASCII, by which an old encoding is told."""
    search_separator: str | None = None
    """What stands between words for the theme's search; by default what the theme knows."""
    thesaurus: tuple[tuple[_Word, ...], ...] = ()
    """Words that stand for each other to who searches the site, in groups, in small letters."""
    common: str = ""
    """Words of four letters and more that don't say what a text is about, in small letters."""
    sought: dict[str, str] = {}
    """Words by which people seek a page of the forum, by its kind."""
    folders: Annotated[_Slugs, AfterValidator(_Names(FOLDERS))]
    """Name of each of `FOLDERS`."""
    words: Annotated[_Slugs, AfterValidator(_Names(WORDS))]
    """Each of `WORDS`."""
    choices: Annotated[_Slugs, AfterValidator(_Names(CHOICES))]
    """Each of `CHOICES`."""
    issue_forms: Annotated[_Slugs, AfterValidator(_Names(ISSUE_FORMS))]
    """Name of the file of each of `ISSUE_FORMS`."""
    placeholders: Placeholders
    dates: Dates
    ordinals: Annotated[dict[str, str], AfterValidator(_with_other)]
    """What stands behind the number of an edition, by the classes of numbers of CLDR; behind those
    of a class that isn't told, what stands behind `other`."""
    raised: tuple[str, ...] = ()
    """Endings of numbers, those of days too, whose letters are raised."""
    elision: Elision | None = None
    mail: Mail
    archive: Archive = Archive()
    postal_address: str | None = None
    """Pattern of a postal address on one line, with its number, street and post code."""
    synonyms: dict[str, str]
    """What people call the keys of the frontmatter: slugs, by the key that they stand for."""


def found(folder: Path) -> tuple[str, ...]:
    """Give the codes of the languages that have a file in a folder."""
    codes = sorted(path.parent.name for path in folder.glob(f"*/{FILE}"))
    known = [code for code in _FIRST if code in codes]
    return (*known, *(code for code in codes if code not in known))


def read(path: Path) -> Conventions:
    """Read the file of a language.

    Raises:
        ValueError: It is no TOML, or has a fault; the file and the keys are named.
    """
    try:
        return Conventions.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: {error}") from error
    except ValidationError as error:
        told = (f"{_key(fault['loc'])}: {fault['msg']}" for fault in error.errors())
        raise ValueError("\n".join(f"{path}: {each}" for each in told)) from error


def _key(place: Iterable[int | str]) -> str:
    return ".".join(map(str, place))


LANGUAGES: Final = found(LOCALES)
"""Codes of the languages of the interface."""


@cache
def conventions(code: str) -> Conventions:
    """Give what is peculiar to one of `LANGUAGES`."""
    return read(LOCALES / code / FILE)


def of_all(words: Callable[[Conventions], Iterable[str]]) -> tuple[str, ...]:
    """Give what all languages have in a list, which is known whatever the site's language is."""
    lists = (words(conventions(code)) for code in LANGUAGES)
    return tuple(dict.fromkeys(word for each in lists for word in each))
