"""What is wrong in the list of questions: signs, names beside the bullets."""

from collections.abc import Iterator, Sequence

from mkdocs_forum.core.faults.diagnostic import Diagnostic, Edit, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.reading.markdown.outline import Heading
from mkdocs_forum.core.reading.questions.bullets import IDENTIFIER, Bullet
from mkdocs_forum.core.reading.source import Source


def misread_items(source: Source, items: Sequence[Bullet]) -> Iterator[Diagnostic]:
    """Report bullets that a renderer takes for something else."""
    for item in items:
        if not item.is_plain:
            message = say("'{sign}' doesn't begin a question", sign=item.sign)
            if item.sign in "-*+":
                message = say("'{sign}' isn't followed by an ordinary space", sign=item.sign)
            yield Diagnostic(
                source.locate_body(item.first),
                "F132",
                message,
                say(Sentence.BEGIN_WITH_DASH),
                Edit(
                    source.locate_body(item.first, item.columns[0]), item.place(source, 0, 0), "- "
                ),
            )


def lost_names(
    source: Source,
    lines: Sequence[str],
    outline: Sequence[Heading],
    items: Sequence[Bullet],
    numbers: Sequence[int],
) -> Iterator[Diagnostic]:
    """Report lines between the bullets that end with the name of a question."""
    listed = {number for item in items for number in lines_of(item)}
    titles = {heading.first for heading in outline}
    for number in numbers:
        name = IDENTIFIER.search(lines[number])
        if name and "{#" in name[0] and name.start() and number not in listed | titles:
            message = say(Sentence.UNREAD_NAME, name=name[0].strip())
            hint = say(Sentence.BEGIN_WITH_DASH)
            yield Diagnostic(source.locate_body(number), "F130", message, hint)


def lines_of(item: Bullet) -> range:
    """Give the lines of the talk's body that an item takes."""
    return range(item.first, item.first + len(item.lines))
