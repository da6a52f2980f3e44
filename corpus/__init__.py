"""Original annotated news sentences: what they are and how they were made, see README.md."""
