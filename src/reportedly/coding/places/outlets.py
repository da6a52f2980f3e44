"""Where an article is printed: the weakest evidence for which of two namesakes it means."""

from __future__ import annotations

from functools import cache
from urllib.parse import urlsplit

from reportedly.coding.places.tables import read_table
from reportedly.records import Article


def outlet_of(article: Article) -> str | None:
    """Return the country of the article's address, alpha-3; None where it tells none."""
    host = urlsplit(article.url).hostname if article.url else None
    return _domains().get(host.rpartition(".")[2]) if host else None


@cache
def _domains() -> dict[str, str]:
    return {row["domain"]: row["country"] for row in read_table("country_domains.csv")}
