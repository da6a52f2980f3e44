"""When and where of an act: which of the sentence's expressions belong to it."""
