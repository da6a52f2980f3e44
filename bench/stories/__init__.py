"""Stories of several people, written blind: who is who in them, and who did what to whom."""
