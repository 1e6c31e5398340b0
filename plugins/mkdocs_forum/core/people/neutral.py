"""What stands for the name of somebody who is forgotten, and how sentences take it."""

import re
from dataclasses import dataclass
from functools import cached_property

from mkdocs_forum.core.people.person import Person
from mkdocs_forum.core.words.language import Language
from mkdocs_forum.core.words.slugs import slugify


@dataclass(frozen=True)
class Neutral:
    """The names of a withdrawn member."""

    language: Language

    @property
    def title(self) -> str:
        """What the member is called whose the texts are from now on."""
        return self.language.tell("Withdrawn member")

    @property
    def name(self) -> str:
        """What stands for the name within a sentence."""
        return self.language.tell("a withdrawn member")

    @property
    def slug(self) -> str:
        """Name of the file of the member whose the texts are from now on."""
        return slugify(self.title)

    @property
    def value(self) -> str:
        """What stands for a way to reach the person."""
        return self.language.tell("(withdrawn)")

    def in_text(self, text: str, person: Person) -> str:
        """Give a text that names the person no more: neither as a value nor in a sentence."""
        value = re.compile(
            r"(?m)(?P<before>[\"'=\[]|<v |:[ \t]+|^[ \t>]*[-*][ \t]+)"
            rf"(?:{person.named.pattern})"
            r"(?=[\"'=,>}]|\](?![(\[])|[ \t]*$)",
            re.IGNORECASE,
        )
        text = value.sub(lambda found: found["before"] + self.title, text)
        return self._in_sentences(person.named.sub(self.name, text))

    def _in_sentences(self, text: str) -> str:
        """Join what stands for the name to the sentences around it."""
        text = self._at_beginnings.sub(
            lambda found: found[1] + self.name[:1].upper() + self.name[1:], text
        )
        if self.language.conventions.elision:
            told = re.escape(self.name)
            text = re.sub(rf"(?i)\b(\w*(?:d|qu))e (\[?{told})", r"\1’\2", text)
        return text

    @cached_property
    def _at_beginnings(self) -> re.Pattern[str]:
        return re.compile(rf"(?m)((?:^|[.!?…]\s)(?:[ \t>*#-]*)\[?){re.escape(self.name)}")
