"""`mkdocs-forum stats`: a table for people, data for programs."""

import json

from tests.commands.conftest import Forum, told


def test_table(forum: Forum) -> None:
    """Each edition and topic has its line; the question that waits longest is named."""
    forum.put("docs/questions/prix/rabais.md", "---\npromised_by:\n  bob: 2030-01-01\n---\n")
    lines = told(forum.run("stats").stdout).splitlines()
    rows = {line[:32].strip(): line[32:].split() for line in lines[9:] if line}
    assert lines[0] == "1  Posées"
    assert rows["Rencontre 2024"][:7] == ["2", "1", "0", "0", "1", "0/1", "32"]
    assert rows["Prix"] == rows["Toutes"] == rows["Rencontre 2024"]
    assert rows["Prix"][-1] == "prix/rabais"


def test_data(forum: Forum) -> None:
    """Programs get the same figures."""
    found = json.loads(forum.run("stats", "--json").stdout)
    assert (found["everything"]["asked"], found["editions"]["2024"]["answered"]) == (2, 1)
    assert [*found["topics"].values()] == [found["everything"]]
