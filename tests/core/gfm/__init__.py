"""GitHub's Markdown: the specification, texts of this forum's kind, notations, hostile texts."""
