"""Tests of `mkdocs_forum.core.outputs`."""
