"""By which words pages of the past say what their lines are, in one language."""

from pydantic import BaseModel, ConfigDict


class Archive(BaseModel):
    """What stands on pages and in documents of the past: regular expressions, in small letters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    navigation: tuple[str, ...] = ()
    """Words that lead to other pages."""
    notices: tuple[str, ...] = ()
    """How what begins that stands at the edge of every page."""
    editions: tuple[str, ...] = ()
    """What an edition is called."""
    ordinals: tuple[str, ...] = ()
    """Words that number the editions, from the first."""
    ordinal_endings: tuple[str, ...] = ()
    """What stands behind the digits of such a number."""
    sessions: tuple[str, ...] = ()
    """Kinds of session."""
    session_openings: tuple[str, ...] = ()
    """What stands before a kind of session."""
    by: tuple[str, ...] = ()
    """What stands before the name of a speaker."""
    articles: tuple[str, ...] = ()
    """Words by which no name begins."""
    particles: tuple[str, ...] = ()
    """Words in small letters that may stand within a name."""
    companies: tuple[str, ...] = ()
    """Words of the names of companies."""
    roles: tuple[str, ...] = ()
    """How the name of a trade begins."""
    introductions: tuple[str, ...] = ()
    """Headings that are no title."""
    contact_data: tuple[str, ...] = ()
    """How a line begins that tells how to reach somebody."""
    streets: tuple[str, ...] = ()
    """How a line of an address begins."""
    towns: str | None = None
    """A line of an address with a post code."""
    labels: dict[str, str] = {}
    """Names that people write before a value, by what it is."""
