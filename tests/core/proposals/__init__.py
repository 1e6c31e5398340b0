"""Tests of `mkdocs_forum.core.proposals`."""
