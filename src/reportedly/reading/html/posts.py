"""Posts of a live page: which part of it has a time of its own, by its markup."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.reading.dates import Stamp, read_stamp
from reportedly.reading.hints import hints, listed, name_parts, whole_names

_POST_TAGS = frozenset(listed("article div li section"))
_OUTER_TAGS = frozenset(listed("body html main"))
_FEWEST = 8  # words: a line with a date and names is none
_MOST = 500  # <time> elements that are looked at
_DEEPEST = 12  # elements around one


def find_posts(tree: LexborHTMLParser) -> dict[int, Stamp]:
    """Return the time of each post by the id of its element; {} for a page that is one report.

    A post is one of several neighbours of one kind that each have a <time> and words of their own;
    of two times in a post ("updated at") the first counts.
    """
    found: dict[int, Stamp] = {}
    told: dict[int, bool] = {}
    for node in tree.css("time[datetime]")[:_MOST]:
        stamp = read_stamp(node.attributes.get("datetime"))
        post = next((one for one in _above(node, told) if _has_neighbours(one, told)), None)
        if stamp and post is not None:
            found.setdefault(post.mem_id, stamp)
    return found if len(found) > 1 else {}


def _above(node: LexborNode, told: dict[int, bool]) -> Iterator[LexborNode]:
    """Yield the elements around a <time> that could be its post, the smallest first.

    told: what is known of elements already, by their ids; it grows.
    """
    around = node.parent
    for _ in range(_DEEPEST):
        if around is None or around.tag in _OUTER_TAGS:
            return
        if around.tag in _POST_TAGS and _is_post(around, told):
            yield around
        around = around.parent


def _is_post(node: LexborNode, told: dict[int, bool]) -> bool:
    if node.mem_id not in told:
        told[node.mem_id] = _speaks(node)
    return told[node.mem_id]


def _speaks(node: LexborNode) -> bool:
    """Return whether an element has a <time> and words, and is no furniture of the page."""
    names = name_parts(node.attributes.get("class"), node.attributes.get("id"))
    if hints().names_zone("furniture", names) or node.css_first("time[datetime]") is None:
        return False
    return len(node.text(deep=True, separator=" ").split()) >= _FEWEST


def _has_neighbours(post: LexborNode, told: dict[int, bool]) -> bool:
    """Return whether beside the element stands another post of its kind."""
    kinds = whole_names(post.attributes.get("class"))
    for other in (*_siblings(post, forward=True), *_siblings(post, forward=False)):
        names = whole_names(other.attributes.get("class"))
        if (
            other.tag == post.tag
            and (kinds & names or not (kinds or names))
            and _is_post(other, told)
        ):
            return True
    return False


def _siblings(node: LexborNode, *, forward: bool) -> Iterator[LexborNode]:
    """Yield the nearest elements beside a node: a few, for a page may have thousands."""
    other = node.next if forward else node.prev
    for _ in range(8):
        if other is None:
            return
        if other.tag and other.tag[:1].isalpha():
            yield other
        other = other.next if forward else other.prev
