"""The table of faulty files: what shows only when a site is built."""

from collections.abc import Mapping

import pytest

from tests.conftest import Log, Workshop
from tests.faults.site import CASES
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
