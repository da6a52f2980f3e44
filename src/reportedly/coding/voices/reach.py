"""Where the content of a cue ends, though the parser hangs more below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set

from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.voices.extent import trim
from reportedly.coding.voices.quotation_marks import MARK_WORDS


def set_against(s: Sentence, i: int, content: Sequence[int]) -> set[int]:
    """Return the tokens of a content that the article sets against what cue i reports: "said the
    truce held, although rebels shelled the town".

    Not before the cue ("although it was cold, he says"), nor inside a quotation.
    """
    found: set[int] = set()
    for k in content:
        mark = next((m for m in s.kids(k, "mark", "advmod") if s.among(m, "setting_against")), None)
        if mark is None or s.deps[k] != "advcl" or not i < mark < k or s.words[mark - 1] != ",":
            continue
        own = s.kid(k, "nsubj", "nsubjpass", "expl") is not None
        inside = not MARK_WORDS.isdisjoint(s.words[t] for t in (*s.subtree(k), *range(i, mark)))
        if own and not inside:
            found |= set(s.subtree(k))
    return found


def modified_by(s: Sentence, i: int) -> Sequence[int]:
    """Return the tokens that adjective i reports: "the reported attack on Mali and a truce" reports
    no truce."""
    head = s.heads[i]
    beside = {t for k in s.kids(head, "conj") for t in s.subtree(k)}
    return trim(s, [t for t in s.subtree(head) if t > i and t not in beside])


def taken_for_granted(s: Sentence, content: Iterable[int]) -> set[int]:
    """Return the tokens of what a denial takes for granted: "denied selling grain stolen from
    Mali", where it is not the denier who tells of the theft."""
    asides = [k for k in content if s.deps[k] in {"relcl", "acl"} and _is_aside(s, k)]
    return {t for k in asides for t in s.subtree(k)}


def _is_aside(s: Sentence, k: int) -> bool:
    """Return whether clause k tells of its noun, and is not what the noun says."""
    if s.kid(k, "mark") is not None or s.tags[k] not in {"VBN", "VBD", "VBZ", "VBP"}:
        return False
    asked = any(s.tags[t] in {"WDT", "WP", "WRB"} for t in s.subtree(k) if s.words[t] != "that")
    return asked or s.kid(k, "nsubj", "nsubjpass", "aux") is None


def is_quoted(s: Sentence, content: Set[int]) -> bool:
    """Return whether a quotation mark opens what is said: "she says, 'I want it'"."""
    first = min(content, default=0)
    return first > 0 and "``" in (s.tags[first - 1], s.tags[first])
