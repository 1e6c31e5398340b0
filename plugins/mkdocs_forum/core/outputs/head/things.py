"""What a page is about, as schema.org has it.

What Google's documentation asks of a kind is always there. Where that isn't known, the page is told
as a plain one.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from mkdocs_forum.core.html.plain import plain
from mkdocs_forum.core.model.addresses import Addresses
from mkdocs_forum.core.model.notices import Notice
from mkdocs_forum.core.outputs.head.people import Thing, author, body, filled, named, person
from mkdocs_forum.core.outputs.head.site import Site
from mkdocs_forum.core.pages import contexts
from mkdocs_forum.core.pages.views import (
    AnswerView,
    EditionView,
    MaterialView,
    QuestionView,
    TalkView,
)


def things(context: contexts.Context, site: Site) -> Iterator[Thing]:
    """Give what a page shows."""
    match context:
        case contexts.Home():
            yield website(site)
        case contexts.Talk(talk=talk):
            yield article(talk, site)
        case contexts.Question(question=question) if question.answer_count:
            yield qa_page(question, site)
        case contexts.Edition(edition=edition):
            yield event(edition, site)
        case contexts.Member(member=member):
            address = site.whole(member.url)
            yield {"@type": "ProfilePage", "url": address, "mainEntity": person(member, site)}


def website(site: Site) -> Thing:
    """Describe the site, and how to search it."""
    root, addresses = site.settings.site_url, Addresses(site.settings)
    page = f"{root}{addresses.url(addresses.search())}"
    target = {"@type": "EntryPoint", "urlTemplate": f"{page}?q={{search_term_string}}"}
    search = {
        "@type": "SearchAction",
        "target": target,
        "query-input": "required name=search_term_string",
    }
    return filled(
        {
            "@type": "WebSite",
            "name": site.settings.site_name,
            "url": root,
            "description": site.settings.site_description,
            "inLanguage": site.settings.language,
            "potentialAction": search if site.settings.search else None,
        }
    )


def article(view: TalkView, site: Site) -> Thing:
    """Describe a talk."""
    talk = site.library.talks[view.slug]
    meta, address = talk.meta, site.whole(view.url)
    edition = site.library.editions[meta.edition].meta
    return filled(
        {
            "@type": "Article",
            "headline": meta.title,
            "name": meta.title,
            "url": address,
            "mainEntityOfPage": address,
            "author": [author(speaker, site) for speaker in meta.speakers],
            "publisher": body(site.settings.site_name),
            "datePublished": view.date.isoformat(),
            "dateModified": site.changed(talk.path, view.date).isoformat(),
            "inLanguage": meta.lang or site.settings.language,
            **_translations(view, site),
            "abstract": meta.summary,
            "keywords": list(meta.topics),
            "genre": meta.session,
            "license": _address(meta.licence),
            "correction": _corrections(meta.notice),
            "associatedMedia": [_medium(material, site) for material in view.materials],
            "image": site.image("talks", view.slug),
            "isPartOf": {
                "@type": "CreativeWork",
                "name": edition.title,
                "url": site.whole(view.edition.url),
            },
        }
    )


def _translations(view: TalkView, site: Site) -> Thing:
    """Say which text a talk translates, or by which it is translated."""
    others = [
        {
            "@type": "CreativeWork",
            "name": version.title,
            "url": site.whole(version.url),
            "inLanguage": version.lang,
        }
        for version in view.others
    ]
    if view.slug not in site.library.originals:
        return {"workTranslation": others}
    return {"translationOfWork": others[0]}


def qa_page(view: QuestionView, site: Site) -> Thing:
    """Describe a question with its answers; those that were kept are the accepted ones."""
    question, talk = site.library.questions[view.id], site.library.talks[view.talk.slug]
    keys = site.library.answers_by_question[view.id]
    kept = [key for key in keys if site.library.answers[key].meta.retained]
    address = site.whole(view.url)
    entity = {
        "@type": "Question",
        "name": question.title,
        "text": question.title,
        "url": address,
        "author": [author(speaker, site) for speaker in talk.meta.speakers],
        "datePublished": view.talk.date.isoformat(),
        "inLanguage": talk.meta.lang or site.settings.language,
        "keywords": [link.text for link in view.topics],
        "image": site.image("questions", view.id),
        "answerCount": len(keys),
        "acceptedAnswer": [_answer(key, site) for key in kept],
        "suggestedAnswer": [_answer(key, site) for key in keys if key not in kept],
    }
    synthesis = site.texts.syntheses.get(view.id)
    return filled(
        {
            "@type": "QAPage",
            "name": question.title,
            "url": address,
            "abstract": plain(synthesis) if synthesis else None,
            "mainEntity": filled(entity),
        }
    )


def _answer(key: str, site: Site) -> Thing:
    view, answer = site.views.answers[key], site.library.answers[key]
    meta, text = answer.meta, site.texts.answers.get(key)
    return filled(
        {
            "@type": "Answer",
            "text": (text and plain(text)) or view.title,
            "url": site.whole(view.url),
            "author": author(meta.member, site) if meta.member else _somebody(view),
            "datePublished": meta.date.isoformat(),
            "dateModified": meta.updated and meta.updated.isoformat(),
            "inLanguage": meta.lang,
            "license": _address(meta.licence),
            "correction": _corrections(meta.notice),
        }
    )


def _somebody(answer: AnswerView) -> Thing:
    """Give an author without a name, since a question needs one of each answer."""
    return {"@type": "Person", "name": answer.byline}


def event(view: EditionView, site: Site) -> Thing:
    """Describe an edition: an event where its place is known, else what the site holds of it."""
    meta = site.library.editions[view.slug].meta
    common = {"name": meta.title, "url": site.whole(view.url), "description": meta.theme}
    if not meta.place:
        return filled({"@type": "CollectionPage", **common})
    place = {"@type": "Place", "name": meta.place, "address": meta.place}
    return filled(
        {
            "@type": "Event",
            **common,
            "startDate": meta.date.isoformat(),
            "endDate": (meta.end_date or meta.date).isoformat(),
            "location": place,
            "organizer": meta.organiser and named(meta.organiser, site),
            "sameAs": meta.website,
        }
    )


def _corrections(notices: Iterable[Notice]) -> list[Thing]:
    return [
        {
            "@type": "CorrectionComment",
            "text": notice.text,
            "datePublished": notice.date.isoformat(),
        }
        for notice in notices
    ]


def _medium(material: MaterialView, site: Site) -> Thing:
    address = material.url if material.host else site.whole(material.url)
    is_file = material.path.endswith(".pdf")
    return filled(
        {
            "@type": "MediaObject",
            "name": material.title,
            "contentUrl" if is_file else "url": address,
            "encodingFormat": "application/pdf" if is_file else None,
        }
    )


def _address(licence: str | None) -> Any:
    """Give a licence that is an address; others have none that we could tell."""
    return licence if licence and licence.startswith(("https://", "http://")) else None
