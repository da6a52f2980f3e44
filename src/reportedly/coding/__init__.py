"""Article → Claims: parse, find predicates, resolve who, when, where and what, judge, assemble."""
