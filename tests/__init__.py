"""Tests of the forum: of its core, of the sites it builds, of these in a browser."""
