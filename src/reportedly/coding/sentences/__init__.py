"""Paragraphs of an article parsed into sentences, repaired where the parser is known to err."""
