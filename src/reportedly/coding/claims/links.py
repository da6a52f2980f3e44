"""Links between the claims of one sentence: in exchange for, if, because, leads to."""

from __future__ import annotations

import msgspec

from reportedly.coding.analysis import Analysis
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import Claim, Link, Relation

MARKS = {"if": Relation.IF, "unless": Relation.IF, "because": Relation.BECAUSE}
PHRASES = (
    (("in", "exchange", "for"), Relation.IN_EXCHANGE_FOR),
    (("in", "return", "for"), Relation.IN_EXCHANGE_FOR),
    (("because", "of"), Relation.BECAUSE),
    (("due", "to"), Relation.BECAUSE),
)


def linked(claims: list[Claim], analysis: Analysis) -> list[Claim]:
    """Return the claims with links to those that stand in a clause or phrase of theirs.

    The claim outside the phrase links to each claim inside it.
    """
    if len(claims) < 2:
        return claims
    spans = list(_spans(analysis.sentence))
    if not spans:
        return claims
    return [_with_links(claim, claims, spans) for claim in claims]


def _spans(s: Sentence) -> list[tuple[Relation, int, int]]:
    """Return (relation, start, end) of every linking clause or phrase, in article offsets."""
    found = []
    lower = [word.lower() for word in s.words]
    for i, word in enumerate(lower):
        if word in MARKS and s.deps[i] == "mark":
            tree = s.subtree(s.heads[i])
            found.append((MARKS[word], s.starts[tree[0]], s.ends[tree[-1]]))
    for phrase, relation in PHRASES:
        for i in range(len(lower) - len(phrase) + 1):
            if tuple(lower[i : i + len(phrase)]) == phrase:
                tree = s.subtree(i)
                found.append((relation, s.starts[i], s.ends[max(tree[-1], i + len(phrase) - 1)]))
    return found


def _with_links(claim: Claim, claims: list[Claim], spans: list[tuple[Relation, int, int]]) -> Claim:
    links = []
    for relation, start, end in spans:
        if start <= claim.trigger.start < end:
            continue
        links += [
            Link(relation=relation, claim=other.id)
            for other in claims
            if other is not claim and start <= other.trigger.start < end
        ]
    return msgspec.structs.replace(claim, links=tuple(links)) if links else claim
