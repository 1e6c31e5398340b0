"""Tests of `mkdocs_forum.core.printing`."""
