"""Deep slots: who fills subject, object and clause of a predicate, all movement undone."""
