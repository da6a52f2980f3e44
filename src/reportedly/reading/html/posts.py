"""Posts of a live page: which part of it has a time of its own, by its markup."""

from __future__ import annotations

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.reading.dates import Stamp, read_stamp
from reportedly.reading.hints import listed

_POST_TAGS = frozenset(listed("article div li section"))
_OUTER_TAGS = frozenset(listed("body html main"))
_FEWEST = 8  # words: a line with a date and names is none
_MOST = 3000  # <time> elements that are looked at


def find_posts(tree: LexborHTMLParser) -> dict[int, Stamp]:
    """Return the time of each post by the id of its element; {} for a page that is one report.

    A post is one of several neighbours that each have a <time> and words of their own.
    """
    groups: dict[int, dict[int, Stamp]] = {}
    for node in tree.css("time[datetime]")[:_MOST]:
        stamp = read_stamp(node.attributes.get("datetime"))
        post = _post_around(node) if stamp else None
        if stamp is None or post is None or post.parent is None:
            continue
        groups.setdefault(post.parent.mem_id, {}).setdefault(post.mem_id, stamp)
    return {at: stamp for posts in groups.values() if len(posts) > 1 for at, stamp in posts.items()}


def _post_around(node: LexborNode) -> LexborNode | None:
    """Return the largest element around a <time> that has no other post's <time> in it."""
    post: LexborNode | None = None
    around = node.parent
    while around is not None and around.tag not in _OUTER_TAGS:
        times = {one.attributes.get("datetime") for one in around.css("time[datetime]")[:3]}
        if len(times) > 1:
            break
        post, around = around, around.parent
    if post is None or post.tag not in _POST_TAGS or around is None:
        return None
    return post if len(post.text(deep=True, separator=" ").split()) >= _FEWEST else None
