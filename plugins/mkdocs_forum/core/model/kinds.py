"""The kinds of entry and the keys that each may have.

The docstring under a field is its only description: readers, editors and guides take it from here.
"""

from typing import Annotated, Final, Literal

from pydantic import BeforeValidator, Field

from mkdocs_forum.core.model.materials import Materials
from mkdocs_forum.core.model.meta import Meta
from mkdocs_forum.core.model.notices import Notices
from mkdocs_forum.core.model.schedule import Schedule
from mkdocs_forum.core.model.types import (
    Account,
    Aliases,
    Asked,
    Date,
    Doi,
    Email,
    Image,
    Isbn,
    Issn,
    LanguageTag,
    Lines,
    Minutes,
    Phone,
    Phones,
    QuestionId,
    Slug,
    Slugs,
    Text,
    Texts,
    Time,
    Topics,
    Website,
    listed,
)
from mkdocs_forum.core.words.language import N_
from mkdocs_forum.core.words.languages import LANGUAGES, conventions
from mkdocs_forum.core.words.names import Name, parted


class Call(Meta):
    """When talks may be proposed for an edition."""

    opens: Annotated[Date | None, Asked("--call-opens", by_option=True)] = None
    """First day on which talks may be proposed (ISO 8601)."""
    closes: Annotated[Date | None, Asked("--call-closes", by_option=True)] = None
    """Last day on which talks may be proposed (ISO 8601)."""
    answer_by: Annotated[Date | None, Asked(by_option=True)] = None
    """Day by which those who proposed a talk get an answer (ISO 8601)."""
    programme: Annotated[Date | None, Asked(by_option=True)] = None
    """Day on which the programme is published (ISO 8601)."""


class Edition(Meta):
    """Frontmatter of one yearly forum; the body presents it."""

    title: Annotated[Text, Asked()]
    """Name of the edition."""
    date: Annotated[Date, Asked()]
    """Day it takes place, or its first day (ISO 8601)."""
    number: Annotated[int | None, Asked()] = Field(default=None, ge=1)
    """Its number in the row of editions, from 1."""
    theme: Annotated[Text | None, Asked()] = None
    """What its talks are about."""
    end_date: Annotated[Date | None, Asked()] = None
    """Last day, if it takes several."""
    place: Annotated[Text | None, Asked()] = None
    """Where it takes place."""
    organiser: Annotated[Text | None, Asked()] = None
    """Who organises it."""
    website: Annotated[Website | None, Asked()] = None
    """Address of a site of its own."""
    publisher: Annotated[Text | None, Asked(by_option=True)] = None
    """Who publishes its proceedings; by default who organises it, or the site."""
    editors: Annotated[Texts, Asked("--editor", by_option=True)] = ()
    """Names of those who edited its proceedings."""
    licence: Annotated[Text | None, Asked(by_option=True)] = None
    """Licence of its proceedings as a whole; by default the site's."""
    isbn: Annotated[Isbn | None, Asked(by_option=True)] = None
    """ISBN of its proceedings."""
    issn: Annotated[Issn | None, Asked(by_option=True)] = None
    """ISSN of the series of proceedings."""
    doi: Annotated[Doi | None, Asked(by_option=True)] = None
    """DOI of its proceedings, as `10.1234/abc`."""
    legal_deposit: Annotated[Text | None, Asked(by_option=True)] = None
    """When and where copies of its proceedings were deposited by law."""
    call: Call = Call()
    """When talks may be proposed."""
    schedule: Annotated[Schedule, Asked("--slot", by_option=True)] = ()
    """What the programme contains besides the talks."""
    aliases: Aliases = ()
    """Former addresses of the page, from the root of the site."""
    draft: bool = False
    """Whether only `mkdocs serve` shows it."""


class Talk(Meta):
    """Frontmatter of one talk; the body is its text, which ends with the open questions."""

    title: Annotated[Text, Asked()]
    """Title of the talk."""
    edition: Annotated[Slug, Asked()]
    """Edition at which it is given."""
    speakers: Annotated[Slugs, Asked("--speaker")] = Field(min_length=1)
    """Members who give it."""
    session: Annotated[Text | None, Asked()] = None
    """Part of the programme it belongs to."""
    order: Annotated[int | None, Asked(by_option=True)] = None
    """Its place in the programme among talks without a time; those that have none come last."""
    date: Annotated[Date | None, Asked(by_option=True)] = None
    """Day it is given (ISO 8601); by default the edition's."""
    start: Annotated[Time | None, Asked(by_option=True)] = None
    """Time of day at which it begins, as `14:30`."""
    duration: Annotated[Minutes | None, Asked(by_option=True)] = None
    """How many minutes it takes."""
    room: Annotated[Text | None, Asked(by_option=True)] = None
    """Where it is given."""
    topics: Annotated[Topics, Asked("--topic")] = ()
    """What it is about."""
    summary: Annotated[Text | None, Asked()] = None
    """What listings show of it, in a sentence or two."""
    lang: Annotated[LanguageTag | None, Asked("--language", by_option=True)] = None
    """Language of the talk (BCP 47); by default the site's."""
    translation_of: Annotated[Slug | None, Asked(by_option=True)] = None
    """Talk that it translates: both have the same questions and answers."""
    licence: Annotated[Text | None, Asked(by_option=True)] = None
    """Licence of the text."""
    materials: Annotated[Materials, Asked("--material", by_option=True)] = ()
    """What the talk brings: slides, a handout, a recording, a transcript."""
    notice: Notices = ()
    """An erratum or a remark that stands above the text, with its day; there may be several."""
    aliases: Aliases = ()
    """Former addresses of the page, from the root of the site."""
    question_aliases: dict[Slug, Slug] = Field(default_factory=dict)
    """Former identifiers of its questions, each with the present one."""
    draft: bool = False
    """Whether only `mkdocs serve` shows it."""


ANONYMOUS: Final = frozenset(conventions(code).placeholders.anonymous for code in LANGUAGES)
"""Names of authors who aren't named: the organisers know them."""


class Answer(Meta):
    """Frontmatter of one answer; the body is what its author wrote."""

    question: Annotated[QuestionId, Asked(question=N_("Question it answers"))]
    """Question it answers, as `talk/question`; by default what the path says."""
    author: Annotated[Slug, Asked()]
    """Member who answers, or `anonymous`; by default what the path says."""
    date: Annotated[Date, Asked()]
    """Day it was written (ISO 8601, no time of day)."""
    updated: Annotated[Date | None, Asked(by_option=True)] = None
    """Day of the last change worth telling (ISO 8601)."""
    retained: bool = False
    """Whether the person who asked or the organisers chose it; several answers may be chosen."""
    replies_to: Annotated[Slugs, Asked("--replies-to", by_option=True)] = ()
    """Answers to the same question that it goes on from, by the names of their files."""
    differs_from: Annotated[Slugs, Asked("--differs-from", by_option=True)] = ()
    """Answers to the same question that it disagrees with, by the names of their files."""
    sources: Annotated[Texts, Asked("--source", by_option=True)] = ()
    """What it rests on: books, articles, addresses."""
    lang: Annotated[LanguageTag | None, Asked("--language", by_option=True)] = None
    """Language of the answer (BCP 47); by default the site's."""
    licence: Annotated[Text | None, Asked(by_option=True)] = None
    """Licence of the text, to which its author agreed."""
    notice: Notices = ()
    """An erratum or a remark that stands above the text, with its day; there may be several."""
    aliases: Aliases = ()
    """Former addresses of the answer, from the root of the site."""
    draft: bool = False
    """Whether only `mkdocs serve` shows it."""

    @property
    def member(self) -> str | None:
        """The member who answers; nothing where the author isn't named."""
        return None if self.author in ANONYMOUS else self.author


class Contact(Meta):
    """How to reach a member."""

    email: Annotated[Email | None, Asked()] = None
    """E-mail address."""
    phone: Annotated[Phones, Asked(single=True)] = ()
    """Telephone number."""
    fax: Annotated[Phone | None, Asked(by_option=True)] = None
    """Fax number."""
    address: Annotated[Lines, Asked(single=True)] = ()
    """Postal address; it may have several lines."""

    def values(self, name: str) -> tuple[str, ...]:
        """Give the values of a key: none, one or several."""
        value = getattr(self, name)
        return value if isinstance(value, tuple) else (value,) if value else ()


Publishable = Literal["email", "phone", "fax", "address", "photo"]


class Consent(Meta):
    """What a member agreed to publish."""

    publish: Annotated[tuple[Publishable, ...], BeforeValidator(listed), Asked("--consent")]
    """Names of the values that may be shown."""
    date: Annotated[Date, Asked("--consent-date")]
    """Day on which the member agreed (ISO 8601)."""


Subject = Literal["mine", "discussions", "topics", "everything", "nothing"]
"""What members may be told of by mail, each with what stands before it: their own texts and the
answers to their own questions; answers to questions that they answered, too; what is about their
topics; every text. Or nothing."""


class Member(Meta):
    """Frontmatter of one member; the body is a presentation."""

    name: Annotated[Text, Asked()]
    """First name and name."""
    sort_name: Annotated[Text | None, Asked(by_option=True)] = None
    """Name as lists in the order of the alphabet have it, as `La Fontaine, Jean de`; by default the
    last word of the name comes first, and what has no comma here stays whole, as a group's name."""
    company: Annotated[Text | None, Asked()] = None
    """Company."""
    role: Annotated[Text | None, Asked()] = None
    """What the member does, in a few words."""
    place: Annotated[Text | None, Asked()] = None
    """Town or region."""
    topics: Annotated[Topics, Asked("--topic")] = ()
    """What the member works on."""
    answers_on: Annotated[Topics, Asked("--answers-on")] = ()
    """Topics on which the member is glad to be asked for an answer."""
    website: Annotated[Website | None, Asked()] = None
    """Address of a site."""
    photo: Annotated[Image | None, Asked(by_option=True)] = None
    """Picture, as a path below the members' folder; needs consent."""
    account: Annotated[Account | None, Asked(by_option=True)] = None
    """Name of an account on the forge; it is notified there of answers, and no page shows it."""
    told_of: Annotated[Subject | None, Asked(by_option=True)] = None
    """What to be notified of, by mail or on the forge; by default own texts and questions."""
    contact: Contact = Contact()
    """How to reach the member; each value needs consent."""
    consent: Consent | None = None
    """What the member agreed to publish, and when."""
    aliases: Aliases = ()
    """Former addresses of the page, from the root of the site."""
    draft: bool = False
    """Whether only `mkdocs serve` shows it."""

    @property
    def parts(self) -> Name:
        """The name as catalogues sort it."""
        whole = self.sort_name or ""
        return Name(whole) if whole and "," not in whole else parted(whole or self.name)

    def published(self, name: Publishable) -> tuple[str, ...]:
        """Give contact values or the photo, if the member agreed to publish them."""
        if self.consent is None or name not in self.consent.publish:
            return ()
        if name == "photo":
            return (self.photo,) if self.photo else ()
        return self.contact.values(name)
