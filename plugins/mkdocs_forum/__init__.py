"""A forum of talks, open questions and answers, built by MkDocs from Markdown files."""
