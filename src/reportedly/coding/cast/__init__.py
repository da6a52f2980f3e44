"""Who is in the article: names, offices, descriptions and pronouns, resolved to parties."""
