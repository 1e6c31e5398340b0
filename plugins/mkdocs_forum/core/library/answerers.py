"""Who could answer a question: members who speak, write or work on what it is about."""

from collections import Counter

from mkdocs_forum.core.library.library import Library
from mkdocs_forum.core.model.topics import topic_key


def likely_answerers(question: str, library: Library, most: int = 2) -> list[str]:
    """Give the members who could answer a question, the likeliest first.

    Those who asked or answered it are left out, and those who want to be told of nothing.

    Arguments:
        question: Its identifier.
        library: The forum.
        most: How many are given at the most.
    """
    topics = set(library.topics_of(question))
    asking = library.talks[library.questions[question].talk].meta.speakers
    answers = library.answers_by_question.get(question, ())
    known = {*asking, *(library.answers[key].meta.author for key in answers)}
    scores: Counter[str] = Counter()
    for topic in topics:
        for slug in library.members_by_topic.get(topic, ()):
            # What members say of themselves counts more than what they spoke of once.
            scores[slug] += 2
        for talk in library.talks_by_topic.get(topic, ()):
            scores.update(set(library.talks[talk].meta.speakers))
    found = [
        slug
        for slug in scores
        if slug in library.members
        and slug not in known
        and library.members[slug].meta.told_of != "nothing"
        and topics.intersection(map(topic_key, library.members[slug].meta.topics))
    ]
    return sorted(found, key=lambda slug: (-scores[slug], slug))[:most]
