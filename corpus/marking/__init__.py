"""Stand-off marks on news: texts, the notation of markers, its compiler, checks, agreement."""
