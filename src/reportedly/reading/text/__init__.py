"""Plain text of a page: lines, what each of them is, and the article."""
