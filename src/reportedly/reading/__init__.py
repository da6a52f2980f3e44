"""Reading: bytes, files, rows and addresses become articles with sections.

read        one page or text
read_url    one page from the web, guarded
read_many   paths, folders, patterns, standard input, addresses: a stream of articles and problems
"""

from reportedly.reading.fetch import read_url
from reportedly.reading.single import read
from reportedly.reading.sources import read_many

__all__ = ["read", "read_many", "read_url"]
