"""Times that hang on another event that the sentence dates: "since the vote in April"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.belonging import head_of
from reportedly.coding.circumstances.beside import SPOKEN_AHEAD
from reportedly.coding.circumstances.dating import counts_since
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeFinder, TimeMention
from reportedly.records import ClaimKind, Grain

#: what may tell how far the act goes, and how: before something in May is by the end of May;
#: "after" leaves open how long after
_BOUNDS = {"since": "since", "until": "until", "before": "until"}


def anchored(
    i: int, analysis: Analysis, found: Sequence[TimeMention], times: TimeFinder
) -> TimeMention | None:
    """Return the bound that a dated event gives the act at token i, or None.

    found: the times of the sentence.
    """
    s = analysis.sentence
    carrier = analysis.slots.lending.carriers.get(i, i)
    draft = analysis.draft_at(i)
    asks = (
        i == carrier
        and draft is not None
        and (draft.type in SPOKEN_AHEAD or draft.entry.kind is not ClaimKind.EVENT)
    )
    for mention in found:
        opener = _opener(s, mention, (i, carrier))
        limit = times.words.limits.get(s.words[opener].lower()) if opener is not None else None
        if opener is None or limit not in _BOUNDS or mention.limit:
            continue
        if asks and limit != "since":
            continue  # "asked for it before the vote in May": then it is to be done
        if limit == "since" and _ranked(s, i, opener):
            continue
        return times.limited(mention, _BOUNDS[limit], s.starts[opener] - s.offset)
    return None


def since_then(i: int, s: Sentence, found: Sequence[TimeMention]) -> TimeMention | None:
    """Return the spell from the time told before the act: "agreed in May and has since stalled".

    None where no bare "since" stands with the act at token i, or no time before it.
    """
    behind = (k for k in s.children[i] if k > i and s.lemmas[k] == "since")
    bare = [k for k in behind if not s.kids(k, "pobj", "pcomp")]
    if not bare or s.deps[bare[0]] == "mark" or not _perfect(s, i):
        return None
    before = [m for m in found if m.end + s.offset <= s.starts[bare[0]] and m.from_day]
    if not before or before[-1].grain is Grain.VAGUE:
        return None
    start, end = s.starts[bare[0]] - s.offset, s.ends[bare[0]] - s.offset
    return replace(before[-1], start=start, end=end, to_day=None, limit="since")


def _perfect(s: Sentence, i: int) -> bool:
    return any(s.lemmas[k] == "have" for k in s.kids(i, "aux"))


def _opener(s: Sentence, found: TimeMention, acts: Sequence[int]) -> int | None:
    """Return the word between an act and the event that the time dates: "since"."""
    top = head_of(s, (found.start + s.offset, found.end + s.offset))
    if top is None:
        return None
    event = next((up for up in s.path(top) if s.is_verb(up) or s.is_noun(up)), None)
    if event is None:
        return None
    above = s.heads[event]
    if s.deps[event] == "pcomp" and s.tags[event] == "VBG":  # "since taking power in 2019"
        return above if s.heads[above] in acts else None
    if s.is_verb(event):
        mark = s.kid(event, "mark", "advmod")
        return mark if s.deps[event] == "advcl" and _reaches(s, s.heads[event], acts) else None
    hangs = s.deps[event] == "pobj" and s.heads[above] in acts
    return above if hangs and above < event and s.starts[above] < found.start + s.offset else None


def _reaches(s: Sentence, verb: int, acts: Sequence[int]) -> bool:
    """Return whether a clause on the verb is an act's: "one of nine killed fighting since …"."""
    for i in acts:
        below = s.heads[verb] == i and s.tags[verb] == "VBG" and verb > i
        told = s.tags[i] == "VBN" and s.deps[i] == "acl" and s.lemmas[verb] == "be" and verb < i
        if verb == i or below or (told and verb in s.path(i)):
            return True
    return False


def _ranked(s: Sentence, i: int, since: int) -> bool:
    """Return whether something before "since", or act i, is ranked: "the worst attack since"."""
    between = [
        *range(min(i, since), since),
        *s.kids(i, "amod"),
    ]
    return counts_since(s, since) or any(
        s.tags[k] in {"JJS", "RBS"} or s.among(k, "ranking_words") for k in between
    )
