"""Who is who: mentions paired with marked ones, chains scored, and the choice of them learnt."""
