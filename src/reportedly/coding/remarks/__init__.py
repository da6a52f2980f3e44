"""Readers' comments: what they ask, where they stand, and whom they name. Nothing is parsed."""
