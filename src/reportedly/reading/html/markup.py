"""What an element says about the text inside it: tags, roles, schema.org types, class names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from selectolax.lexbor import LexborNode

from reportedly.reading.hints import Hints, hints, listed, name_parts, whole_names
from reportedly.reading.html.remarks import Remark, note_remark, short_text

SKIPPED_TAGS = frozenset(
    listed(
        "script style template noscript iframe object embed svg math canvas audio video map head"
        " select option datalist textarea input"
    )
)
BLOCK_TAGS = frozenset(
    listed(
        "address article aside blockquote body button caption center dd details dialog dir"
        " div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html"
        " legend li main menu nav ol p pre search section summary table tbody td tfoot th thead tr"
        " ul"
    )
)
_BOILERPLATE_TAGS = frozenset(listed("nav footer aside form button dialog menu search"))
_BOILERPLATE_ROLES = frozenset(
    listed("navigation banner contentinfo search complementary dialog menu toolbar")
)
_WIDE_TAGS = frozenset(listed("body html main article"))
_REMARK_TAGS = frozenset(listed("li article div section tr dd"))


class Mark(Enum):
    """What the markup makes of a stretch of the page. NONE leaves it to the text."""

    NONE = "none"
    FURNITURE = "furniture"  # by tag, role or a plain name: nav, footer, aside, form, "related"
    BOILERPLATE = "boilerplate"  # by a name that may mislead: "meta", "widget"
    CAPTION = "caption"
    COMMENTS = "comments"  # the comment area, outside any one comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a stretch of text stands.

    tag      nearest block element
    outer    the place around that element; None at the top
    mark     what the markup makes of it
    remark   number of the comment that it belongs to; None outside comments
    faq      inside something that calls itself FAQ
    role     "question", "answer" or ""
    article  inside <article>, <main> or articleBody
    time     of the post of a live page that it is in; None elsewhere
    """

    tag: str = "body"
    outer: Place | None = None
    mark: Mark = Mark.NONE
    remark: int | None = None
    faq: bool = False
    role: str = ""
    article: bool = False
    link: bool = False
    strong: bool = False
    depth: int = 0
    time: str | None = None
    paragraphs: int = 0  # <p> elements of the whole page


def enter(node: LexborNode, outer: Place, remarks: list[Remark]) -> Place:
    """Return the place inside an element; comments found on the way are added to remarks."""
    tag = node.tag or ""
    attributes = node.attributes
    block = tag in BLOCK_TAGS
    place = replace(
        outer,
        tag=tag if block else outer.tag,
        outer=outer if block else outer.outer,
        link=outer.link or tag == "a",
        strong=outer.strong or tag in ("b", "strong"),
        depth=outer.depth + 1,
    )
    if not attributes and tag not in _SPEAKING:
        return place
    names = whole_names(attributes.get("class"), attributes.get("id"))
    kinds = _schema_types(attributes)
    if block:
        place = _enter_block(node, place, names, kinds, remarks)
    if place.remark is not None:
        note_remark(node, names, remarks[place.remark])
    return place


_SPEAKING = (
    _BOILERPLATE_TAGS
    | _WIDE_TAGS
    | frozenset(listed("figcaption caption summary details dt dd header time cite"))
)


def _enter_block(
    node: LexborNode,
    place: Place,
    names: frozenset[str],
    kinds: frozenset[str],
    remarks: list[Remark],
) -> Place:
    attributes = node.attributes
    known = hints()
    prop = (attributes.get("itemprop") or "").lower()
    if prop == "articlebody" or place.tag in _WIDE_TAGS - {"body", "html"}:
        place = replace(place, article=True)
    if _is_remark(place, attributes, names, kinds, known):
        return _enter_remark(place, remarks)
    if known.names_zone("comments", names) and place.tag not in ("a", "button"):
        return replace(place, mark=Mark.COMMENTS, remark=None, faq=False, role="")
    place = _enter_faq(place, prop, names, kinds, known)
    if place.tag in ("figcaption", "caption") or known.names_zone("caption", names):
        return replace(place, mark=Mark.CAPTION)
    return replace(place, mark=_furniture(node, place, attributes))


def _schema_types(attributes: dict[str, str | None]) -> frozenset[str]:
    kinds = (attributes.get("itemtype") or attributes.get("typeof") or "").split()
    return frozenset(
        kind.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1].lower() for kind in kinds
    )


def _is_remark(
    place: Place,
    attributes: dict[str, str | None],
    names: frozenset[str],
    kinds: frozenset[str],
    known: Hints,
) -> bool:
    if place.tag not in _REMARK_TAGS:
        return False
    if kinds & {"comment", "usercomments"} or "data-comment-id" in attributes:
        return True
    return known.names_zone("comment", names) or (
        place.mark is Mark.COMMENTS
        and place.tag in ("li", "article")
        and any(name.startswith(("comment-", "li-comment-")) for name in names)
    )


def _enter_remark(place: Place, remarks: list[Remark]) -> Place:
    """Return a place in a new comment, or in the same one: <li class=comment><div class=comment>"""
    if place.remark is not None:
        around = remarks[place.remark]
        if around.author is None and around.time is None:
            return place
    remarks.append(Remark())
    return replace(place, mark=Mark.NONE, remark=len(remarks) - 1, faq=False, role="")


def _enter_faq(
    place: Place, prop: str, names: frozenset[str], kinds: frozenset[str], known: Hints
) -> Place:
    parts = name_parts(" ".join(names))
    if place.tag not in _WIDE_TAGS and (kinds & {"faqpage", "question"} or _in(parts, "faq")):
        place = replace(place, faq=True)
    named = known.names_zone("question", names) or known.names_zone("answer", names)
    if not (place.faq or named or place.tag in ("summary", "details", "dt", "dd")):
        return place
    if "answer" in kinds or prop == "acceptedanswer" or known.names_zone("answer", names):
        return replace(place, role="answer", mark=Mark.NONE)
    if (prop == "name" and place.faq) or place.tag in ("summary", "dt"):
        return replace(place, role="question", mark=Mark.NONE)
    if known.names_zone("question", names) and "question" not in kinds:
        return replace(place, role="question", mark=Mark.NONE)
    if place.tag in ("details", "dd"):
        return replace(place, role="answer")
    return place


def _in(parts: frozenset[str], zone: str) -> bool:
    return hints().names_zone(zone, parts)


def _furniture(node: LexborNode, place: Place, attributes: dict[str, str | None]) -> Mark:
    """Return the mark as far as it is page furniture. A wrapper of the article never is."""
    if place.mark is Mark.FURNITURE or place.role == "question":
        return place.mark
    if place.remark is not None and (place.tag in ("footer", "header") or not _replies(attributes)):
        return place.mark  # a comment's own header, as WordPress writes it
    if place.tag == "button" and short_text(node).endswith("?"):
        return place.mark  # a question that opens its answer
    if place.tag in _BOILERPLATE_TAGS or attributes.get("role") in _BOILERPLATE_ROLES:
        return place.mark if _wraps_article(node, place) else Mark.FURNITURE
    if place.tag in _WIDE_TAGS:
        return place.mark
    parts = name_parts(attributes.get("class"), attributes.get("id"))
    for mark in (Mark.FURNITURE, Mark.BOILERPLATE):
        if _in(parts, mark.value):
            return place.mark if _wraps_article(node, place) else mark
    return place.mark


def _replies(attributes: dict[str, str | None]) -> bool:
    return bool(whole_names(attributes.get("class")) & {"reply", "respond", "comment-reply"})


def _wraps_article(node: LexborNode, place: Place) -> bool:
    """Say whether most of the page is inside: then the name tells of the layout, not the text."""
    if node.css_first("h1, main, [itemprop=articleBody]") is not None:
        return True
    return place.paragraphs > 5 and len(node.css("p")) * 2 > place.paragraphs
