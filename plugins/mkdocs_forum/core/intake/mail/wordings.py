"""What people and mail programs write in letters, in every language that is known."""

from collections.abc import Callable, Iterable

from mkdocs_forum.core.words.languages import Mail, of_all


def any_of(words: Callable[[Mail], Iterable[str]]) -> str:
    """Give a pattern of what any language has in a list: letters pass from one to another."""
    return "|".join(of_all(lambda language: words(language.mail)))
