"""How a whole claim is presented: its word under the judge, wants and limits by what they are."""

from __future__ import annotations

from reportedly.coding.predicates.mention import Mention
from reportedly.coding.presentation.mood import Reading
from reportedly.coding.presentation.scope import Judge
from reportedly.coding.presentation.tense import has_been
from reportedly.records import ClaimKind


def judged(judge: Judge, mention: Mention) -> Reading:
    """Return how a mention is presented; what a speaker asks for is done by saying it.

    An entry that needs "not" tells what the denial says: "is not entitled to" is a limit. Who
    doubts that a thing is feasible says that there may be a limit. Limits and wishes stand as
    long as nobody says that they are over: "a dispute has held it up", "told them of its need".
    """
    i = mention.i
    if mention.entry.actor == ("speaker",) and (cue := judge.slots.said_at(i)) is not None:
        return judge.judge(cue)
    if judge.sentence.tags[i] == "MD":  # "we must rebuild": that holds, whatever comes of it
        return Reading().after("ongoing")
    reading = judge.judge(i)
    if "negation" in mention.entry.needs:
        return reading.after("negated").after("ongoing")
    binding = mention.entry.kind is ClaimKind.CONSTRAINT
    if binding and judge.sentence.among(i, "feasibilities"):
        return reading.after("negated")
    standing = mention.entry.kind is ClaimKind.WANT and judge.sentence.is_noun(i)
    binds = binding and has_been(judge.sentence, i)
    return reading.after("ongoing") if standing or binds else reading
