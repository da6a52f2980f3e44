"""HTML pages: blocks in page order, what each of them is, metadata, and the article."""
