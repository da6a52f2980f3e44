"""Whether a time lies ahead whatever the tense of the act: "put off until", "is set for"."""

from __future__ import annotations

from reportedly.coding.circumstances.belonging import head_of
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.times import TimeMention


def looks_ahead(s: Sentence, found: TimeMention) -> bool:
    """Return whether the time lies ahead whatever the act's tense."""
    top = head_of(s, (found.start + s.offset, found.end + s.offset))
    if top is None:
        return False
    if put_off(s, top) is not None:
        return True
    node = next(
        (up for up in s.path(top) if s.is_verb(up) or s.among(up, "scheduling_verbs")), None
    )
    return node is not None and (_set_for(s, top, node) or _to_come(s, node))


def put_off(s: Sentence, top: int) -> int | None:
    """Return the verb of "put off until Monday", where the time is that which comes instead."""
    above = s.heads[top] if s.deps[top] == "pobj" else top
    if not s.among(above, "postponing_prepositions"):
        return None
    verb = next((up for up in s.path(above) if s.is_verb(up)), above)
    bare = s.kid(verb, "prt", "advmod") is None
    light = s.among(verb, "pushing_verbs") and bare
    return verb if s.among(verb, "postponing_verbs") and not light else None


def not_before(s: Sentence, found: TimeMention) -> bool:
    """Return whether "until" says when something begins: "is not due until October"."""
    top = head_of(s, (found.start + s.offset, found.end + s.offset))
    if top is None or found.limit != "until":
        return False
    due = next((up for up in s.path(top) if s.among(up, "scheduling_verbs")), None)
    return due is not None and any(s.kid(k, "neg") is not None for k in (due, s.heads[due]))


def _set_for(s: Sentence, top: int, verb: int) -> bool:
    """Return whether the time is that for which something is set, due or expected now."""
    if not s.among(verb, "scheduling_verbs") or _told_of_past(s, verb):
        return False
    below = [top, *s.path(top)]
    last = below[below.index(verb) - 1]
    now = any(s.words[k].lower() in {"is", "are"} for k in s.kids(verb, "aux", "auxpass"))
    return now or not s.is_verb(verb) or s.lemmas[last] == "for"


def _to_come(s: Sentence, verb: int) -> bool:
    """Return whether the verb tells what is to come: "will meet", "is expected to meet"."""
    while True:
        helpers = s.kids(verb, "aux", "auxpass")
        if any(s.lemmas[k] == "have" for k in helpers):
            return False
        if any(s.among(k, "modals_ahead") for k in helpers):
            return True
        above = s.heads[verb]
        if above == verb:
            return False
        if s.deps[verb] == "conj" and not helpers and s.tags[verb] == "VB":
            verb = above
        elif s.deps[verb] in {"xcomp", "ccomp"} and any(s.tags[k] == "TO" for k in helpers):
            plain = s.lemmas[above] == "be" or s.among(above, "scheduling_verbs")
            return plain and not _told_of_past(s, above) and s.tags[above] not in {"VB", "VBG"}
        else:
            return False


def _told_of_past(s: Sentence, verb: int) -> bool:
    """Return whether the verb, or what carries it, stands in the past."""
    at = verb if s.is_verb(verb) else s.heads[verb]
    chain = (verb, at, *s.kids(verb, "aux", "auxpass"), *s.kids(at, "aux", "auxpass"))
    return any(s.tags[k] == "VBD" for k in chain)
