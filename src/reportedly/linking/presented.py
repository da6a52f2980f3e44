"""Whether a claim presents its event as one that is so, or as one that is not."""

from __future__ import annotations

from reportedly.records import Claim, Factuality, Status

_AFFIRMED = frozenset({Status.HAPPENED, Status.ONGOING, Status.PLANNED})
_DENIED = frozenset({Factuality.CERTAINLY_NOT, Factuality.PROBABLY_NOT})


def affirms(claim: Claim) -> bool:
    """Tell whether a claim presents its event as one that happened, goes on or will be."""
    return claim.status in _AFFIRMED and claim.factuality not in _DENIED


def denies(claim: Claim) -> bool:
    """Tell whether a claim presents its event as one that is not so."""
    return claim.status is Status.NEGATED or claim.factuality in _DENIED
