"""Tests of `mkdocs_forum.core.reading`."""
