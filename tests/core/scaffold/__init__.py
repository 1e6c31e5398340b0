"""Tests of `mkdocs_forum.core.scaffold`."""
