"""Tests of `mkdocs_forum.core.pages`."""
