"""Two versions of the coder on the same texts: what a change moves, claim by claim."""
