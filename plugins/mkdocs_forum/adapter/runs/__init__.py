"""Runs of MkDocs: the folder in which each builds, and what takes the place of the last site.

Knows MkDocs' configuration and folders; must not know what pages show.
"""
