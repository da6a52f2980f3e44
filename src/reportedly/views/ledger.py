"""The ledger: who gives, offers, seeks, promises, withholds or denies which goods to whom."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.records import Actor, Good, Record, Voice
from reportedly.store import ClaimFilter, Store
from reportedly.views.asked import ask

#: every word that deal can be, and what makes it so. Rows of views/sql/ledger.sql; a test
#: compares both.
DEALS = {
    "gives": "AID, COOPERATE, or RETREAT release towards somebody, that happened or goes on",
    "may give": "the same, possible",
    "would give": "the same as gives, conditional",
    "does not give": "the same as gives, negated, in the article's own voice",
    "promises": "AGREE or CONCEDE that happened; the same as gives, planned",
    "offers": "AGREE or CONCEDE that is planned, possible or conditional; a want or REQUEST to"
    " hand something over",
    "does not promise": "negated AGREE or CONCEDE, in the article's own voice",
    "does not offer": "a negated want or REQUEST to hand over, in the article's own voice",
    "seeks": "a want, or REQUEST, unless negated",
    "does not seek": "a negated want or REQUEST, in the article's own voice",
    "trades": "COOPERATE that happened or goes on, where the text does not tell who hands over",
    "may trade": "the same, planned or possible",
    "would trade": "the same, conditional",
    "does not trade": "the same, negated, in the article's own voice",
    "refuses": "REJECT, SANCTION or COERCE withhold by whoever would get the good (import bans)",
    "may refuse": "the same, planned or possible",
    "would refuse": "the same, conditional",
    "does not refuse": "the same, negated, in the article's own voice",
    "withholds": "REJECT, SANCTION or COERCE withhold of what others would get",
    "may withhold": "the same, planned or possible; THREATEN restrict",
    "would withhold": "the same as withholds, conditional",
    "does not withhold": "the same, negated, in the article's own voice",
    "does not threaten": "negated THREATEN restrict, in the article's own voice",
    "takes": "COERCE seize that happened or goes on",
    "may take": "planned or possible COERCE seize",
    "would take": "conditional COERCE seize",
    "does not take": "negated COERCE seize, in the article's own voice",
    "discusses": "CONSULT that happened or goes on",
    "may discuss": "planned or possible CONSULT",
    "would discuss": "conditional CONSULT",
    "does not discuss": "negated CONSULT, in the article's own voice",
    "denies": "any of these, negated, where the text says who says so; to deny or wave away what is"
    " told of a good",
    "hindered": "a constraint: something limits or prevents it",
    "at stake": "a consequence: it would follow, or break a rule",
    "mentions": "every other type: the good is named, no deal is",
}


class LedgerRow(Record, frozen=True, kw_only=True):
    """One claim × one good.

    deal       one of DEALS
    givers, receivers  who would part with the good, and who would get it, as the good's own
               `giver` and `receiver` say. Empty when the text does not tell, and for claims
               that were stored before goods had sides, until they are coded again
    actors, recipients  the claim's own sides, whoever of them gives
    in_exchange_for  ids of claims of the same article that this one is in exchange for
    direction  in a dossier only: a_to_b, b_to_a, mutual; from_a, to_a, from_b, to_b when the
               text names one side; open when it tells neither; null in a ledger
    Days as in a timeline; the other fields are the claim's and the article's own.
    """

    day_from: str | None
    day_to: str | None
    dated: str | None
    deal: str
    givers: tuple[Actor, ...]
    receivers: tuple[Actor, ...]
    actors: tuple[Actor, ...]
    recipients: tuple[Actor, ...]
    good: Good
    kind: str
    type: str | None
    mode: str | None
    status: str
    factuality: str
    voices: tuple[Voice, ...]
    in_exchange_for: tuple[str, ...]
    sentence: str
    confidence: float
    claim: str
    article: str
    title: str | None
    publisher: str | None
    url: str | None
    published: str | None
    direction: str | None = None
    date_basis: str | None = None


def ledger(store: Store, chosen: ClaimFilter | None = None) -> Iterator[LedgerRow]:
    """Yield the deals of the chosen claims in the order of a timeline."""
    return ask(store, "ledger", LedgerRow, chosen)
