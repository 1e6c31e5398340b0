"""Rules over translations: each has its talk, its language, and the questions of that talk."""

from collections.abc import Iterator

from mkdocs_forum.core.checks.relations import Known, unknown_talk
from mkdocs_forum.core.faults.diagnostic import Diagnostic, say
from mkdocs_forum.core.faults.sentences import Sentence
from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.kinds import Talk
from mkdocs_forum.core.reading.entry import Entry
from mkdocs_forum.core.reading.read import Missing


def check_translations(library: Library, missing: Missing) -> Iterator[Diagnostic]:
    """Report translations that can't be shown as such, and what they say otherwise."""
    known = Known(library, missing)
    languages: dict[tuple[str, str], str] = {}
    for slug, talk in library.talks.items():
        named = talk.meta.translation_of
        if named is None:
            continue
        where = talk.source.locate("translation_of")
        if slug not in library.originals:
            yield from _misled(talk, named, known)
            continue
        original = library.talks[library.originals[slug]]
        lang = talk.meta.lang or ""
        if lang == (original.meta.lang or ""):
            message = say("a translation is in another language than its talk")
            hint = say("write 'lang:' and the code of its language, such as 'en'")
            yield Diagnostic(where, "F232", message, hint)
        elif (original.slug, lang) in languages:
            other = languages[original.slug, lang]
            message = say("'{name}' is a translation into '{lang}', too", name=other, lang=lang)
            yield Diagnostic(where, "F232", message, say("keep one of the two"))
        languages.setdefault((original.slug, lang), slug)
        yield from _otherwise(talk, original)
    for question in library.strays:
        names = (each.slug for each in library.asked(library.originals[question.talk]))
        message = say("the talk doesn't ask this question: '{title}'", title=question.title)
        hint = say(
            "let it end with the name of the one that it translates, as '{{#{id}}}'; there are: "
            "{names}",
            id=next(iter(library.asked(library.originals[question.talk])), question).slug,
            names=", ".join(names),
        )
        yield Diagnostic(question.location, "F231", message, hint)


def _misled(talk: Entry[Talk], named: str, known: Known) -> Iterator[Diagnostic]:
    """Report what no talk can be a translation of."""
    where = talk.source.locate("translation_of")
    other = known.library.talks.get(named)
    if other is None:
        yield from unknown_talk(where, named, known)
    elif named == talk.slug:
        hint = say("name the talk that it translates, or remove the line")
        yield Diagnostic(where, "F230", say("a talk can't be a translation of itself"), hint)
    else:
        message = say("'{name}' is a translation itself", name=named)
        hint = say(Sentence.NEAR, near=other.meta.translation_of or "")
        yield Diagnostic(where, "F230", message, hint)


def _otherwise(talk: Entry[Talk], original: Entry[Talk]) -> Iterator[Diagnostic]:
    """Report what a translation says of the talk that this says otherwise."""
    for key in ("edition", "speakers"):
        if getattr(talk.meta, key) != getattr(original.meta, key):
            message = say("'{key}' isn't that of the talk '{name}'", key=key, name=original.slug)
            hint = say("write the same: it is one talk in two languages")
            yield Diagnostic(talk.source.locate_key(key), "F233", message, hint)
