"""The lexicons' own sentences as tests."""
