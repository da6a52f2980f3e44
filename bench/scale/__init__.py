"""How linking and the desk bear many articles: a generator, and what is measured on it."""
