"""Which words present an event, want, constraint or consequence, and in which sense."""
