"""Tests of `mkdocs_forum.core.model`."""
