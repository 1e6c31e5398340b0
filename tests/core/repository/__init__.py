"""Tests of `mkdocs_forum.core.repository`."""
