"""Links between the claims of one sentence: in exchange for, if, because, leads to."""

from __future__ import annotations

import msgspec

from reportedly.coding.analysis import Analysis
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary
from reportedly.records import Claim, Link, Relation


def linked(claims: list[Claim], analysis: Analysis) -> list[Claim]:
    """Return the claims with links to those that stand in a clause or phrase of theirs.

    The claim outside the phrase links to each claim inside it.
    """
    if len(claims) < 2:
        return claims
    spans = _spans(analysis.sentence, analysis.evidence.vocabulary)
    if not spans:
        return claims
    return [_with_links(claim, claims, spans) for claim in claims]


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
        links += [
            Link(relation=relation, claim=other.id)
            for other in claims
            if other is not claim and start <= other.trigger.start < end
        ]
    return msgspec.structs.replace(claim, links=tuple(links)) if links else claim
