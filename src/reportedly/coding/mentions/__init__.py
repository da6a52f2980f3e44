"""Names, roles, goods and quantities by longest match; noun phrases."""
