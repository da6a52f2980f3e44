"""The last look at the claims of a sentence: what contradicts itself is taken back.

A claim that loses its last party goes with it, and one that is too unsure. What the rules are:
`contradictions`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from reportedly.coding.analysis import Analysis
from reportedly.coding.claims.contradictions import RULES, Around
from reportedly.records import Claim, ClaimKind

PARTIES = frozenset({"actors", "recipients"})


class Refused(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that was taken back.

    rule     why, such as "guard.accuser_did_it"
    trigger  the claim's trigger
    field    the field of the claim that is emptied; "confidence" where the claim was too unsure
    text     the words that stood there, or the confidence
    dropped  whether the claim went with it
    """

    rule: str
    trigger: str
    field: str
    text: str
    dropped: bool = False


@dataclass(frozen=True, slots=True)
class Guarded:
    """The claims that are kept, in their order, and what was taken back."""

    claims: list[Claim]
    refused: list[Refused] = field(default_factory=list)


def guarded(
    claims: Sequence[Claim], analysis: Analysis, published: dt.date | None, least: float = 0.0
) -> Guarded:
    """Return the claims of one sentence without what contradicts itself.

    least: the confidence that a claim must have.
    """
    around = Around(analysis, claims, published)
    kept = Guarded([])
    for claim in claims:
        now, refused = claim, []
        for name, rule in RULES.items():
            for where, value, text in rule(now, around):
                now = msgspec.structs.replace(now, **{where: value})
                refused.append((name, where, text))
        lost = any(where in PARTIES for _, where, _ in refused) and _says_nothing(now)
        if now.confidence < least:
            refused.append(("unsure", "confidence", f"{now.confidence:.2f}"))
            lost = True
        if not lost:
            kept.claims.append(now)
        kept.refused.extend(
            Refused(rule=f"guard.{name}", trigger=claim.trigger.text, field=where, text=text,
                    dropped=lost)
            for name, where, text in refused
        )  # fmt: skip
    return kept


def _says_nothing(claim: Claim) -> bool:
    return claim.kind is ClaimKind.EVENT and not (claim.actors or claim.recipients)
