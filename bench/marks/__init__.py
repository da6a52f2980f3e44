"""The marks on real news as a benchmark: reading them, pairing, judging, counting."""
