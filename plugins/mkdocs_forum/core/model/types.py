"""The types of value that keys may have: days, names of entries, addresses, pictures."""

import datetime
import re
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer
from pydantic_core import PydanticCustomError

from mkdocs_forum.core.words.slugs import LONGEST, SLUG, is_slug, slugify


@dataclass(frozen=True)
class Asked:
    """That a new entry is asked for a key, and how: it stands beside the type of the key."""

    option: str = ""
    """Option of the command that gives it; by default the key's own name."""
    question: str = ""
    """What is asked, where the beginning of the key's description doesn't say it."""
    single: bool = False
    """Whether forms ask for one value, where a file may hold several."""
    by_option: bool = False
    """Whether nobody is asked for it, and only an option gives it."""


MOST_TOPICS = 30
"""Topics of an entry at the most: each becomes a page. People write two to six."""
MOST_ALIASES = 20
"""Former addresses of a page at the most: each becomes a page of its own that leads on."""
MOST_ASKED = 50
"""Members whom a question is put to, or who promise an answer, at the most."""
MOST_SLOTS = 200
"""What a programme may hold beside the talks, at the most."""
MOST_NOTICES = 20
"""Notices of a text at the most."""
MOST_MATERIALS = 30
"""What a talk may bring, at the most."""
_DEEPEST = 10
"""Folders of a former address at the most, so that no system's longest path is passed."""


def _iso_date(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    try:
        day = str(value).strip()
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", day):
            raise ValueError
        return datetime.date.fromisoformat(day)
    except ValueError:
        raise PydanticCustomError("forum_date", "no day") from None


def _nameable(value: str) -> str:
    if not is_slug(value):
        raise PydanticCustomError("string_pattern_mismatch", "too long")
    return value


def _below_root(value: str) -> str:
    parts = value.split("/")
    # A dot leads out of the folder, or makes what hosts and git obey: '.htaccess', '.git'.
    if any(part.startswith(".") or len(part.encode()) > LONGEST for part in parts):
        raise PydanticCustomError("forum_alias", "no place for a page")
    if len(parts) > _DEEPEST:
        raise PydanticCustomError("forum_alias", "too long a way")
    # A file of ours was never an address.
    if value.rstrip("/").endswith(".md"):
        raise PydanticCustomError("forum_alias", "a file")
    return value


def _with_slug(value: str) -> str:
    if not slugify(value):
        raise PydanticCustomError("forum_topic", "no letter")
    return value


def listed(value: Any) -> Any:
    """Take a single text, or keys that belong together, for a list of one."""
    return [value] if isinstance(value, str | dict) else value


def in_lines(value: Any) -> Any:
    """Take a text for the list of its lines."""
    if isinstance(value, str):
        return [line for line in value.splitlines() if line.strip()]
    return value


def undated(value: Any) -> Any:
    """Take names alone for names whose days nobody told."""
    names = listed(value)
    is_names = isinstance(names, list) and all(isinstance(name, str) for name in names)
    return dict.fromkeys(names) if is_names else value


def _names_alone(days: dict[str, Any]) -> Any:
    """Write names whose days nobody told without them."""
    return days if any(days.values()) else list(days)


def _alone(values: tuple[str, ...]) -> Any:
    """Write one value of a list without a list."""
    return values[0] if len(values) == 1 else values


def _spaced(value: Any) -> Any:
    """Put plain spaces between the parts of a number, which French sets with others."""
    return " ".join(value.split()) if isinstance(value, str) else value


def _in_digits(value: str) -> str:
    hour, minute = re.findall(r"\d+", f"{value} 00")[:2]
    return f"{int(hour):02}:{minute}"


Date = Annotated[datetime.date, BeforeValidator(_iso_date)]
# `14:30` and what French programmes have: `14 h 30`, `14h`.
TIME = r"(?:[01]?[0-9]|2[0-3])(?::[0-5][0-9]|\s?h(?:\s?[0-5][0-9])?)"
"""A time of day."""
Time = Annotated[
    str,
    Field(pattern=f"^{TIME}$"),
    AfterValidator(_in_digits),
]
Minutes = Annotated[int, Field(ge=1)]
Slug = Annotated[str, Field(pattern=f"^{SLUG}$"), AfterValidator(_nameable)]
QuestionId = Annotated[str, Field(pattern=f"^{SLUG}/{SLUG}$")]
Text = Annotated[str, Field(min_length=1)]
# A host of letters, named by their numbers, since programs differ over what a letter is: what else
# stands there, not every one can take apart.
_LETTER = r"A-Z_a-z\u00c0-\u167f\u1681-\u1fff\u3040-\ud7ff-"
# Browsers take a host whose last part begins with a digit for a number, and most for none.
_HOST = rf"(?:[0-9{_LETTER}]+\.)*[{_LETTER}][0-9{_LETTER}]*\.?"
SITE = rf"https?://{_HOST}(?::(?:[1-5]?[0-9]{{1,4}}|6[0-4][0-9]{{3}}))?(?:[/?#][^\s<>\"\\]*)?"
"""A whole address of a site."""
Website = Annotated[str, Field(pattern=f"^{SITE}$")]
Alias = Annotated[str, Field(pattern=r"^[\w.~-]+(?:/[\w.~-]+)*/?$"), AfterValidator(_below_root)]
Phone = Annotated[str, Field(pattern=r"^\+?[\d .()-]{4,30}$"), BeforeValidator(_spaced)]
Phones = Annotated[tuple[Phone, ...], BeforeValidator(listed), PlainSerializer(_alone)]
# Nothing that parts addresses in a list, or begins what else a letter is to hold.
_PART = r"[^@\s<>\"(),:;\[\\\]]"
_MAIL_HOST = r"[^@\s<>\"(),:;\[\\\]!#$%&'*+/=?^`{|}~.]+"
EMAIL = rf"^{_PART}+@(?:{_MAIL_HOST}\.)+{_MAIL_HOST}$"
Email = Annotated[str, Field(pattern=EMAIL)]
LanguageTag = Annotated[str, Field(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Account = Annotated[str, Field(pattern=r"^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,38})$")]
Image = Annotated[str, Field(pattern=r"^(?:[\w-]+/)*[\w-]+\.(?:avif|gif|jpe?g|png|webp)$")]

FILE = r"(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)*\.(?:pdf|vtt)"
"""A path of a file that a talk may bring."""
MaterialFile = Annotated[str, Field(pattern=f"^{FILE}$")]


def _checked(value: str) -> str:
    """Hold a number of books or periodicals to its last sign, which is reckoned from the others."""
    signs = re.sub("[- ]", "", value).upper()
    digits = [10 if sign == "X" else int(sign) for sign in signs]
    if len(digits) == _ISBN_13:
        is_right = sum(digit * (1, 3)[place % 2] for place, digit in enumerate(digits)) % 10 == 0
    else:
        is_right = sum(digit * (place + 1) for place, digit in enumerate(digits[::-1])) % 11 == 0
    if not is_right:
        raise PydanticCustomError("string_pattern_mismatch", "misspelt")
    return value


def _doi(value: Any) -> Any:
    """Take the address of a DOI for the DOI."""
    return (
        re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", value.strip(), flags=re.IGNORECASE)
        if isinstance(value, str)
        else value
    )


_ISBN_13 = 13
Isbn = Annotated[
    str,
    Field(pattern=r"^(?:97[89][- ]?)?(?:[0-9][- ]?){9}[0-9Xx]$"),
    BeforeValidator(_spaced),
    AfterValidator(_checked),
]
Issn = Annotated[str, Field(pattern=r"^[0-9]{4}-[0-9]{3}[0-9Xx]$"), AfterValidator(_checked)]
Doi = Annotated[str, BeforeValidator(_doi), Field(pattern=r"^10\.[0-9]{4,9}/[^\s<>\"]+$")]
Lines = Annotated[tuple[Text, ...], BeforeValidator(in_lines), PlainSerializer(_alone)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listed)]
Topics = Annotated[
    tuple[Annotated[Text, AfterValidator(_with_slug)], ...],
    Field(max_length=MOST_TOPICS),
    BeforeValidator(listed),
]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(listed)]
_Names = Annotated[dict[Slug, Date | None], Field(max_length=MOST_ASKED)]
DatedNames = Annotated[_Names, BeforeValidator(undated), PlainSerializer(_names_alone)]
Promises = Annotated[dict[Slug, Date], Field(max_length=MOST_ASKED)]
Aliases = Annotated[tuple[Alias, ...], Field(max_length=MOST_ALIASES), BeforeValidator(listed)]
