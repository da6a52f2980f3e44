"""How the text presents an event: mood, clause, scope → status and factuality."""
