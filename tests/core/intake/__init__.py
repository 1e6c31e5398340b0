"""Tests of `mkdocs_forum.core.intake`."""
