"""schema.org data in JSON-LD: the article, its questions and its comments."""

from __future__ import annotations

import html
import json
import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from reportedly.reading.dates import Stamp, read_stamp
from reportedly.reading.hints import listed
from reportedly.reading.limits import MAX_LINKED_DATA

Node = dict[str, object]

_NEWS = listed(
    "newsarticle reportagenewsarticle analysisnewsarticle backgroundnewsarticle opinionnewsarticle"
    " reviewnewsarticle askpublicnewsarticle liveblogposting"
)
_OTHER = listed(
    "article blogposting report scholarlyarticle techarticle satiricalarticle"
    " advertisercontentarticle socialmediaposting discussionforumposting"
)
_MOST_UPDATES = 1000
_TAG = re.compile(r"<[^>]{0,2000}>")
_BREAK = re.compile(r"<(?:br|/p|/li|/div)\b[^>]{0,200}>", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedData:
    """What the page says of itself.

    article   the node of the article; None without one
    by_id     nodes by @id, for references
    questions (question, answer) pairs in order
    comments  (author, time, text) in order
    """

    article: Node | None
    by_id: dict[str, Node]
    questions: tuple[tuple[str, str], ...]
    comments: tuple[tuple[str | None, Stamp | None, str], ...]

    def follow(self, value: object) -> object:
        """Return what a bare reference {"@id": …} stands for, else the value itself."""
        if isinstance(value, dict) and len(value) <= 2 and isinstance(value.get("@id"), str):
            return self.by_id.get(value["@id"], value)
        return value

    @property
    def body(self) -> str:
        """The article's text, "" when not given."""
        return plain(self.article.get("articleBody")) if self.article else ""

    @property
    def updates(self) -> tuple[tuple[str, Stamp], ...]:
        """The posts of a live page, in order: headline and text, and the time of each."""
        given = self.article.get("liveBlogUpdate") if self.article else None
        found = []
        for one in map(self.follow, given if isinstance(given, list) else [given]):
            if not isinstance(one, dict):
                continue
            stamp = read_stamp(one.get("datePublished")) or read_stamp(one.get("dateCreated"))
            body = plain(one.get("articleBody") or one.get("text"))
            words = "\n".join(line for line in (plain(one.get("headline")), body) if line)
            if stamp and words:
                found.append((words, stamp))
        return tuple(found[:_MOST_UPDATES])


def read_linked_data(tree: LexborHTMLParser) -> LinkedData:
    """Return the page's JSON-LD. Blocks that are no JSON are left out: pages are full of them."""
    roots = [
        _parse(node.text(deep=True))
        for node in tree.css("script")
        if "ld+json" in (node.attributes.get("type") or "").lower()
    ]
    nodes = list(_nodes(roots))
    kinds = [(node, types_of(node)) for node in nodes]
    by_id = {
        str(node["@id"]): node
        for node in nodes
        if isinstance(node.get("@id"), str) and len(node) > 2
    }
    return LinkedData(
        article=_article(kinds),
        by_id=by_id,
        questions=tuple(_questions(kinds)),
        comments=tuple(_comments(kinds)),
    )


def _parse(text: str) -> object:
    bare = text.strip().removeprefix("<!--").removesuffix("-->").strip()
    bare = bare.removeprefix("//<![CDATA[").removesuffix("//]]>").strip().rstrip(";")
    for attempt in (bare, re.sub(r",\s*([}\]])", r"\1", bare)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _nodes(roots: list[object]) -> Iterator[Node]:
    """Yield every node, outer before inner, in order; at most MAX_LINKED_DATA."""
    queue = deque(roots)
    count = 0
    while queue and count < MAX_LINKED_DATA:
        value = queue.popleft()
        count += 1
        if isinstance(value, dict):
            yield value
            queue.extend(inner for inner in value.values() if isinstance(inner, dict | list))
        elif isinstance(value, list):
            queue.extendleft(reversed([one for one in value if isinstance(one, dict | list)]))


def types_of(node: Node) -> frozenset[str]:
    """Return the node's types, lower case, without the vocabulary's address."""
    kinds = node.get("@type")
    found = kinds if isinstance(kinds, list) else [kinds]
    return frozenset(
        re.split(r"[/#:]", one)[-1].lower() for one in found if isinstance(one, str) and one
    )


def _article(kinds: list[tuple[Node, frozenset[str]]]) -> Node | None:
    for wanted in (_NEWS, _OTHER):
        for node, types in kinds:
            if types.intersection(wanted) and ("headline" in node or "datePublished" in node):
                return node
    return None


def _questions(kinds: list[tuple[Node, frozenset[str]]]) -> Iterator[tuple[str, str]]:
    seen: set[str] = set()
    for node, types in kinds:
        if "question" not in types:
            continue
        asked = plain(node.get("name") or node.get("text"))
        given = node.get("acceptedAnswer") or node.get("suggestedAnswer")
        if isinstance(given, list):
            given = given[0] if given else None
        told = plain(given.get("text")) if isinstance(given, dict) else plain(given)
        if asked and told and asked not in seen:
            seen.add(asked)
            yield asked, told


def _comments(
    kinds: list[tuple[Node, frozenset[str]]],
) -> Iterator[tuple[str | None, Stamp | None, str]]:
    for node, types in kinds:
        text = plain(node.get("text") or node.get("commentText"))
        if types & {"comment", "usercomments"} and text:
            name = next(iter(names_of(node.get("author") or node.get("creator"))), None)
            stamp = node.get("dateCreated") or node.get("datePublished") or node.get("commentTime")
            yield name, read_stamp(stamp), text


def names_of(value: object) -> Iterator[str]:
    """Yield the names in an author or publisher field: text, node, or a list of them."""
    for one in value if isinstance(value, list) else [value]:
        name = (one.get("name") or _whole_name(one)) if isinstance(one, dict) else one
        if isinstance(name, list):
            name = name[0] if name else None
        words = plain(name)
        if words and not words.startswith(("http://", "https://")):
            yield words


def _whole_name(person: Node) -> str:
    """Return given and family name as one, under the spellings that pages and tables have."""
    parts = ({re.sub("[^a-z]", "", key.lower()): value for key, value in person.items()}).get
    given = plain(parts("givenname") or parts("firstname") or parts("given") or parts("first"))
    family = plain(parts("familyname") or parts("lastname") or parts("family") or parts("last"))
    return f"{given} {family}".strip()


def plain(value: object) -> str:
    """Return a field as plain text: tags and entities resolved, "" when it is no text."""
    if not isinstance(value, str):
        return ""
    text = _TAG.sub(" ", _BREAK.sub("\n", value)) if "<" in value else value
    lines = (" ".join(line.split()) for line in html.unescape(text).splitlines())
    return "\n".join(line for line in lines if line)
