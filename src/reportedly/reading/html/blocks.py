"""A page as blocks: paragraphs in page order, each with what its markup says about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborHTMLParser, LexborNode

from reportedly.errors import TooLarge
from reportedly.reading.dates import Stamp
from reportedly.reading.html.markup import (
    BLOCK_TAGS,
    SKIPPED_TAGS,
    Place,
    enter,
)
from reportedly.reading.html.posts import find_posts
from reportedly.reading.html.remarks import Remark
from reportedly.reading.limits import MAX_BLOCKS, MAX_DEPTH, MAX_NODES, MAX_OPEN

#: tags that nest, whatever stands in them; scripts may hold some as text, which are few
_NESTING = re.compile(
    r"<(/?)(?:div|span|section|article|main|aside|nav|ul|ol|dl|table|tbody|blockquote|b|i|u|em"
    r"|strong|font|small|center|svg|g|form|details|figure|header|footer|a)\b",
    re.IGNORECASE,
)
_SPACE = re.compile(r"\s+")
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\x00"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, heading, list item, cell …

    text   white space collapsed; a single line break stays one
    place  where in the page it stands
    links  share of its characters that are link text
    bold   share of its characters in bold
    """

    text: str
    place: Place
    links: float = 0.0
    bold: float = 0.0

    @property
    def level(self) -> int | None:
        """1–6 for a heading, else None."""
        tag = self.place.tag
        return int(tag[1]) if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456" else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page's blocks, its comments' authors and times, and its parsed tree.

    posts  times of the posts of a live page, by the id of their element
    """

    blocks: tuple[Block, ...]
    remarks: tuple[Remark, ...]
    nodes: int
    tree: LexborHTMLParser
    posts: Mapping[int, Stamp]


@dataclass(slots=True)
class _Open:
    """The block under construction: words with their place; None is a <br>."""

    parts: list[tuple[str, Place] | None] = field(default_factory=list)


def read_blocks(html: str, where: str) -> Page:
    """Return the page's blocks. Never recurses. Raises TooLarge past depth, nodes or blocks."""
    _refuse_depth(html, where)
    tree = LexborHTMLParser(html.encode("utf-8", "replace"))
    posts = find_posts(tree)
    blocks: list[Block] = []
    remarks: list[Remark] = []
    current = _Open()
    count = 0
    for node, place, opening in _walk(tree, posts, remarks, where):
        count += 1
        if count > MAX_NODES:
            raise TooLarge(where, f"over {MAX_NODES:,} elements on the page")
        if node.tag == "-text":
            current.parts.append((node.text_content or "", place))
        elif node.tag == "br":
            current.parts.append(None)
        elif node.tag in BLOCK_TAGS:
            # at its start what was gathered belongs to the parent, at its end to the element
            current = _close(current, place.outer if opening else place, blocks, where)
        elif node.tag == "img" or (place.remark is not None and node.attributes.get("class")):
            # name and date of a comment are often kept apart by their style alone
            current.parts.append((" ", place))
    _close(current, Place(), blocks, where)
    return Page(blocks=tuple(blocks), remarks=tuple(remarks), nodes=count, tree=tree, posts=posts)


def _refuse_depth(html: str, where: str) -> None:
    """Raise TooLarge for tags opened so deep that parsing them alone would take too long.

    The parser's time grows with the square of the depth: 50,000 took nine seconds, 5,000 a third
    of one. Elements that a page may leave open are not counted.
    """
    depth = 0
    for found in _NESTING.finditer(html):
        depth = max(depth + (-1 if found[1] else 1), 0)
        if depth > MAX_OPEN:
            raise TooLarge(where, f"elements nested over {MAX_DEPTH} deep")


def _walk(
    tree: LexborHTMLParser, posts: Mapping[int, Stamp], remarks: list[Remark], where: str
) -> Iterator[tuple[LexborNode, Place, bool]]:
    """Yield every node with its place; a block element also at its end (opening is False)."""
    body = tree.body
    if body is None:
        return
    stack: list[tuple[LexborNode, Place, bool]] = [
        (body, Place(paragraphs=len(tree.css("p"))), True)
    ]
    while stack:
        node, outer, opening = stack.pop()
        if not opening:
            yield node, outer, False
            continue
        tag = node.tag or ""
        if tag == "-text":
            yield node, outer, True
            continue
        if tag in SKIPPED_TAGS or not tag[:1].isalpha():
            continue
        place = enter(node, outer, remarks)
        if node.mem_id in posts:
            place = replace(place, time=posts[node.mem_id])
        if place.depth > MAX_DEPTH:
            raise TooLarge(where, f"elements nested over {MAX_DEPTH} deep")
        yield node, place, True
        if tag in BLOCK_TAGS:
            stack.append((node, place, False))
        stack.extend((child, place, True) for child in reversed(list(_children(node))))


def _children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _close(current: _Open, place: Place | None, blocks: list[Block], where: str) -> _Open:
    """Add what was gathered as one block, or several where two line breaks part it."""
    piece: list[tuple[str, Place] | None] = []
    breaks = 0
    for part in [*current.parts, None, None]:
        if part is not None and not part[0].strip() and breaks:
            continue
        breaks = breaks + 1 if part is None else 0
        piece.append(part)
        if breaks == 2:
            if block := _make(piece, place or Place()):
                blocks.append(block)
            piece, breaks = [], 1
    if len(blocks) > MAX_BLOCKS:
        raise TooLarge(where, f"over {MAX_BLOCKS:,} paragraphs on the page")
    return _Open()


def _make(piece: list[tuple[str, Place] | None], place: Place) -> Block | None:
    """Return the block of these words, or None when they are blank."""
    raw = "".join("\n" if part is None else _SPACE.sub(" ", part[0]) for part in piece)
    lines = [_SPACE.sub(" ", line).strip() for line in raw.translate(_INVISIBLE).split("\n")]
    text = "\n".join(line for line in lines if line)
    if not text:
        return None
    sizes = [(len(part[0].strip()), part[1]) for part in piece if part is not None]
    size = max(1, sum(count for count, _ in sizes))
    return Block(
        text=text,
        place=place,
        links=sum(count for count, at in sizes if at.link) / size,
        bold=sum(count for count, at in sizes if at.strong) / size,
    )
