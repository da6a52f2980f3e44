"""What an article is about, as far as it tells whether its claims are of politics at all.

A word such as "defeat" is an act in an article full of states and governments, and hardly one in
an article without.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.coding.analysis import Analysis

#: sectors of whoever rules, fights, judges or stands for election
RULING = frozenset({"GOV", "MIL", "LEG", "JUD", "SPY", "COP", "PTY", "REB", "UAF"})
#: an article shorter than this tells too little, in sentences
ENOUGH = 5


@dataclass(frozen=True, slots=True)
class About:
    """Shares from 0 to 1.

    ruling   of the parties of its acts, those of a ruling sector
    abroad   of them, those that belong to a country
    acts     acts for each sentence
    """

    ruling: float
    abroad: float
    acts: float


def about_of(analysed: Sequence[Analysis]) -> About | None:
    """Return what the article is about, None where it is too short to tell."""
    if len(analysed) < ENOUGH:
        return None
    drafts = [d for one in analysed for d in one.drafts if not d.dropped and d.reading.real]
    parties = [p for d in drafts for p in (*d.actors, *d.recipients)]
    count = max(1, len(parties))
    return About(
        ruling=sum(bool(RULING & set(p.sectors[:1])) for p in parties) / count,
        abroad=sum(p.country is not None for p in parties) / count,
        acts=len(drafts) / len(analysed),
    )
