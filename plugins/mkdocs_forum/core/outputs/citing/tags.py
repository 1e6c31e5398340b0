"""Works as the head of their page tells them: Google Scholar and Zotero read these tags."""

from collections.abc import Iterator

from mkdocs_forum.core.outputs.citing.work import Kind, Work


def tags_of(work: Work) -> Iterator[tuple[str, str]]:
    """Give the names of the tags of a work, and what each says."""
    container = "conference_title" if work.kind is Kind.TALK else "inbook_title"
    yield "citation_title", work.title
    for name in work.authors:
        yield "citation_author", name.sorted
    yield "citation_publication_date", f"{work.date:%Y/%m/%d}"
    if work.updated:
        yield "citation_online_date", f"{work.updated:%Y/%m/%d}"
    yield f"citation_{container}", work.container
    yield "citation_publisher", work.publisher
    yield "citation_language", work.language
    yield "citation_public_url", work.url
    yield "citation_abstract", work.summary
    yield "citation_keywords", "; ".join(work.topics)
