"""Links between the claims of one sentence: in exchange for, if, because, leads to."""

from __future__ import annotations

import msgspec

from reportedly.coding.analysis import Analysis
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.records import Claim, ClaimKind, Link, Relation, Status


def linked(claims: list[Claim], analysis: Analysis) -> list[Claim]:
    """Return the claims with links to those that stand in a clause or phrase of theirs.

    The claim outside the phrase links to each claim inside it; an act that is the subject of a
    consequence leads to it.
    """
    if len(claims) < 2:
        return claims
    claims = _causing(claims, analysis)
    spans = _spans(analysis.sentence, analysis.evidence.vocabulary)
    if not spans:
        return claims
    return [_with_links(claim, claims, spans) for claim in claims]


def _causing(claims: list[Claim], analysis: Analysis) -> list[Claim]:
    """Link each act to the consequence whose subject it is: "buying oil there would breach"."""
    s = analysis.sentence
    at = {start: k for k, start in enumerate(s.starts)}
    tokens = [at.get(claim.trigger.start) for claim in claims]
    results: dict[str, list[Link]] = {}
    for claim, token in zip(claims, tokens, strict=True):
        if claim.kind is not ClaimKind.CONSEQUENCE or claim.status is Status.NEGATED:
            continue
        if token is None or not s.is_verb(token):
            continue
        causes = analysis.slots.slot(token, "subject")
        for other, k in zip(claims, tokens, strict=True):
            if k in causes and other.kind is ClaimKind.EVENT:
                link = Link(relation=Relation.LEADS_TO, claim=claim.id)
                results.setdefault(other.id, []).append(link)
    return [
        msgspec.structs.replace(one, links=(*one.links, *results[one.id]))
        if one.id in results
        else one
        for one in claims
    ]


def _spans(s: Sentence, vocabulary: Vocabulary) -> list[tuple[Relation, int, int]]:
    """Return (relation, start, end) of every linking clause or phrase, in article offsets."""
    found = []
    lower = tuple(word.lower() for word in s.words)
    for i, word in enumerate(lower):
        if word in vocabulary.link_marks and s.deps[i] == "mark":
            tree = s.subtree(s.heads[i])
            found.append((vocabulary.link_marks[word], s.starts[tree[0]], s.ends[tree[-1]]))
    for phrase, relation in vocabulary.link_phrases.items():
        for i in range(len(lower) - len(phrase) + 1):
            if lower[i : i + len(phrase)] == phrase:
                last = max(s.subtree(i)[-1], i + len(phrase) - 1)
                found.append((relation, s.starts[i], s.ends[last]))
    return found


def _with_links(claim: Claim, claims: list[Claim], spans: list[tuple[Relation, int, int]]) -> Claim:
    links = []
    for relation, start, end in spans:
        if start <= claim.trigger.start < end:
            continue
        if claim.trigger.start >= end and any(one.trigger.start < start for one in claims):
            continue  # "fled because of the raid, and Togo needs rice"
        links += [
            Link(relation=relation, claim=other.id)
            for other in claims
            if other is not claim and start <= other.trigger.start < end
        ]
    return msgspec.structs.replace(claim, links=(*claim.links, *links)) if links else claim
