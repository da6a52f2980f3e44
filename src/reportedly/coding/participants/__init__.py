"""Who acts, who is acted upon, with what goods: the slots of a predicate filled."""
