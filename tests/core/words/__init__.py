"""Tests of `mkdocs_forum.core.words`."""
