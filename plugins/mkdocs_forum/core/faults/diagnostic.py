"""One fault in the content: where it is, what was found, what to write instead."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from mkdocs_forum.core.faults.catalogue.codes import CODES
from mkdocs_forum.core.faults.code import Severity
from mkdocs_forum.core.words.characters import visible


@dataclass(frozen=True, order=True)
class Location:
    """A place in a source file."""

    path: str
    """Path of the file below the docs folder, with `/`."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column in characters, counted from 1."""

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


def place(path: str, text: str, index: int) -> Location:
    """Give the place of a character of a text, whose lines only line feeds end."""
    before = text.rfind("\n", 0, index)
    return Location(path, text.count("\n", 0, index) + 1, index - before)


@dataclass(frozen=True)
class Message:
    """A sentence that can be told in several languages."""

    text: str
    """The sentence in English with `{names}` for its values; its key in the catalogues."""
    values: tuple[tuple[str, object], ...] = ()
    below: tuple[str, ...] = ()
    """Lines that were found, shown below the sentence."""

    def tell(self, translate: Callable[[str], str] = str) -> str:
        """Tell the sentence, in English unless `translate` gives another wording.

        Each value and each line that was found is shown on one line, and no terminal obeys it.
        """
        told = (
            (name, value.tell(translate) if isinstance(value, Message) else str(value))
            for name, value in self.values
        )
        shown = {name: visible(value) for name, value in told}
        lines = [translate(self.text).format(**shown), *map(visible, self.below)]
        return "\n    ".join(lines)

    def __str__(self) -> str:
        return self.tell()


def say(text: str, **values: object) -> Message:
    """Mark a sentence for translation and keep its values beside it."""
    return Message(str(text), tuple(values.items()))


LONGEST = 60
"""Characters of what was found that a message shows at the most."""


def brief(text: str, most: int = LONGEST) -> str:
    """Cut what was found to the length that a message shows."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


@dataclass(frozen=True)
class Edit:
    """A change that mends a fault: what stands between two places gives way to other text."""

    start: Location
    end: Location
    """The place after the last character that gives way."""
    text: str
    """What takes its place, with `\n` between lines."""


@dataclass(frozen=True)
class Diagnostic:
    """One fault: where, what was found, what to do."""

    location: Location
    code: str
    """Stable name of the kind of fault: a key of `CODES`."""
    message: Message
    hint: Message | None = None
    edit: Edit | None = None
    """What mends it, where no judgement is needed."""
    is_raised: bool = False
    """Whether it counts as an error here, whatever others of its kind do."""

    @property
    def severity(self) -> Severity:
        """How much it stops."""
        return Severity.ERROR if self.is_raised else CODES[self.code].severity

    @property
    def is_mechanical(self) -> bool:
        """Whether the check can mend it."""
        return CODES[self.code].is_mechanical or self.edit is not None

    def tell(
        self,
        translate: Callable[[str], str] = str,
        root: str = "",
        code: str = "",
    ) -> str:
        """Tell the fault in one line, and in a second one what to do.

        Arguments:
            translate: Gives the wording of a sentence; by default the English one.
            root: Put before the path.
            code: The code as it is shown, in a colour for instance.
        """
        told = f"{root}{self.location}: {code or self.code} {self.message.tell(translate)}"
        if self.hint:
            label = translate("hint:")
            told += f"\n    {label} {self.hint.tell(translate)}"
        return told

    def __str__(self) -> str:
        return self.tell()

    @property
    def order(self) -> tuple[Location, str, str]:
        """Key that sorts faults by file and place."""
        return self.location, self.code, str(self.message)


def in_order(faults: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort faults by file and place; each is told once."""
    return sorted(dict.fromkeys(faults), key=lambda fault: fault.order)
