"""The table of faulty files: what shows only when a site is built."""

from collections.abc import Mapping

import pytest
from mkdocs.exceptions import Abort

from tests.conftest import Log, Workshop
from tests.faults.site import CASES, DOCUMENTS
from tests.sites import configuration
from tests.small import SMALL


@pytest.mark.parametrize(("files", "messages"), CASES.values(), ids=CASES)
def test_faulty_files(
    workshop: Workshop, log: Log, files: Mapping[str, str], messages: list[str]
) -> None:
    """Exactly this is told by the build, in the language of the site."""
    options = configuration(markdown_extensions=["abbr"])
    workshop.write(SMALL, {"mkdocs.yml": options}, files).build()
    assert log.take() == [f"WARNING {message}" for message in messages]


@pytest.mark.parametrize(("files", "messages"), DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents(
    workshop: Workshop, log: Log, files: Mapping[str, str], messages: list[str]
) -> None:
    """Exactly this is told of documents that can't be made, and that there is no site for it."""
    options = configuration(forum={"pdf": True})
    with pytest.raises(Abort):
        workshop.write(SMALL, {"mkdocs.yml": options}, files).build()
    closing = f"le forum ne peut pas être construit\u00a0: {len(messages)} erreurs"
    assert log.take() == [f"ERROR {message}" for message in [*messages, closing]]
