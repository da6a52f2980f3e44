"""Reading: bytes, files, rows and addresses become articles with sections.

read        one page or text
read_url    one page from the web, guarded
read_many   paths, folders, patterns, standard input, addresses: a stream of articles and problems
read_named  the same, each with the file or address it came from
"""

from reportedly.reading.mistaken import mistaken
from reportedly.reading.single import looks_like_html, read
from reportedly.reading.sources import read_many, read_named
from reportedly.records import Article

__all__ = ["looks_like_html", "mistaken", "read", "read_many", "read_named", "read_url"]


def read_url(url: str) -> Article:
    """Return the article at a public http(s) address; see `fetch` for what it refuses."""
    from reportedly.reading import fetch  # here: most runs fetch nothing

    return fetch.read_url(url)
