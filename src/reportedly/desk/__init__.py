"""The desk: what a store knows, as pages that a person reads."""
