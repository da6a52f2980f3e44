"""Chains of coder.mentions beside marked chains."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from bench.clusters import Clusters, b_cubed, ceaf_e, conll, grouped, muc, pairs
from bench.measure import Pair, Tally
from bench.outcome import EXACT, INFORMATIVE, Figure
from bench.who.pairing import paired
from reportedly.records import Chain

FORMS = ("name", "phrase", "pronoun")
OF, PAIRS = "marked mentions of people, bodies and places", "marked pairs among those found"


@dataclass(slots=True)
class Who:
    """Counts over documents. forms: found and marked by form; found_only: clusters of what both
    sides have; whole: of all that is marked and all that we give."""

    forms: dict[str, Tally] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)
    gold: list[frozenset[Hashable]] = field(default_factory=list)
    ours: list[frozenset[Hashable]] = field(default_factory=list)
    pronouns: Tally = field(default_factory=Tally)

    def add(
        self,
        document: str,
        gold: Mapping[Pair, tuple[Hashable, str]],
        others: Collection[Pair],
        chains: Sequence[Chain],
    ) -> dict[Pair, int]:
        """Count a document. gold: chain and form by span; others: what is marked, of other types.

        Returns which chain of ours each found mention stands in.
        """
        spans = [(one.start, one.end) for chain in chains for one in chain]
        of = [number for number, chain in enumerate(chains) for _ in chain]
        found = paired(gold, spans)
        for form in FORMS:
            marked = [span for span, (_, own) in gold.items() if own == form]
            right = sum(span in found for span in marked)
            self.forms[form] = self.forms.get(form, Tally()) + Tally(right, right, len(marked))
        mine = {span: of[at] for span, at in found.items()}
        both = grouped({span: gold[span][0] for span in mine}), grouped(mine)
        self.tally += pairs(*both)
        spoken = {span for span in mine if gold[span][1] == "pronoun"}
        self.pronouns += pairs(*_with(both[0], both[1], spoken))
        elsewhere = set(paired(others, spans).values()) - set(found.values())
        named = {at: span for span, at in found.items()}
        every = {
            (document, named.get(at, ("ours", at))): of[at]
            for at in range(len(spans))
            if at not in elsewhere
        }
        self.gold += grouped({(document, span): chain for span, (chain, _) in gold.items()})
        self.ours += grouped(every)
        return mine

    def figures(self) -> list[Figure]:
        """Return the figures: what is found, pairs, and the three measures over everything."""
        every = sum(self.forms.values(), Tally())
        made = [
            _figure(f"mentions found, {name}", one.recall, one.wanted, name == "all")
            for name, one in (("all", every), *self.forms.items())
        ]
        shares = {"P": self.tally.precision, "R": self.tally.recall, "F1": self.tally.f1}
        made += [
            _figure(f"chains, pairs {name}", value, self.tally.wanted, name == "F1", PAIRS)
            for name, value in shares.items()
        ]
        spoken = self.pronouns
        made.append(_figure("chains, pairs of pronouns F1", spoken.f1, spoken.wanted, False, PAIRS))
        for name, measure in (("MUC", muc), ("B³", b_cubed), ("CEAF-e", ceaf_e)):
            value = measure(self.gold, self.ours).f1
            made.append(_figure(f"chains, {name} F1", value, every.wanted))
        whole = _figure("chains, CoNLL F1", conll(self.gold, self.ours), every.wanted, guarded=True)
        return [*made, replace(whole, peers="all genres of the set, a large neural model .646")]


def _figure(
    name: str, value: float | None, count: int, guarded: bool = False, of: str = OF
) -> Figure:
    guard = EXACT if guarded else INFORMATIVE
    return Figure(name=name, value=value, count=count, of=of, guard=guard)


def _with(gold: Clusters, ours: Clusters, kept: Collection[Pair]) -> tuple[Clusters, Clusters]:
    """Return the clusters cut to the kept mentions."""
    wanted = frozenset(kept)
    return [one & wanted for one in gold], [one & wanted for one in ours]
