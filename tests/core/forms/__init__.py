"""Tests of `mkdocs_forum.core.forms`."""
