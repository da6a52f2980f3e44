"""Who says what: cues, quotations, layouts; sources resolved to voices."""
