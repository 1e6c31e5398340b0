"""Tests of `mkdocs_forum.core.checks`."""
