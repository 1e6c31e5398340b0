"""Tests of `mkdocs_forum.core.people`."""
