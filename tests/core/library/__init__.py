"""Tests of `mkdocs_forum.core.library`."""
