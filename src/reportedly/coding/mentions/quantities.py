"""What numbers count: the good itself, or its unit ("barrels of oil"); what money is for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportedly.coding.mentions.amounts import Amount
from reportedly.coding.mentions.noun_phrases import window
from reportedly.coding.sentences.sentence import Sentence


def amount_of(
    s: Sentence, i: int, amounts: Sequence[Amount], names: Collection[int] = ()
) -> Amount | None:
    """Return the number that counts noun i, None without one.

    It stands first in the noun phrase; what follows is the name of a model or a calibre
    ("14 Leopard 2 tanks", "3 million 152mm shells"). names: tokens of names that stand beside
    the noun and are no models ("gave Ukraine 14 tanks").
    """
    first, _ = window(s, i)
    owned = {t for k in s.kids(i, "poss") for t in s.subtree(k)}
    for amount in amounts:
        if not first - 1 <= amount.last < i or amount.last in owned:
            continue
        if amount.last == first - 1 and not _leads_to(s, amount, i):
            continue
        if not _sorts(s, amount, i, names):
            return amount
    return None


def _leads_to(s: Sentence, amount: Amount, i: int) -> bool:
    """Return whether an amount right before the noun phrase is tied to it: "half a million …"."""
    up = s.heads[i]
    tied = {i, up} if s.deps[i] in {"compound", "nmod"} else {i}
    words = range(amount.first, amount.last + 1)
    return up in words or any(s.heads[t] in tied for t in words)


def _sorts(s: Sentence, amount: Amount, i: int, names: Collection[int]) -> bool:
    """Return whether the number tells the sort and not the count: a model, a calibre, an age."""
    before, behind = amount.first - 1, amount.last + 1
    if before >= 0 and s.is_proper(before) and before not in names:
        tied = before in s.subtree(i) or s.heads[amount.last] == before
        if tied and amount.lower is not None and amount.currency is None:
            return True
    if behind >= i:
        return behind == i and _names_one(s, amount, i)
    glued = s.starts[behind] == s.ends[amount.last]
    if s.among(behind, "size_units"):
        return not _is_of(s, behind + 1)
    return glued and s.words[behind][0] in "-%"


def _names_one(s: Sentence, amount: Amount, i: int) -> bool:
    """Return whether digits before a noun in the singular are its name: "the last 717 jet"."""
    one = s.tags[i] == "NN" and not s.among(i, "same_in_plural")
    counts = amount.lower is None or amount.lower <= 1 or amount.currency is not None
    return one and not counts and amount.first == amount.last and s.words[amount.last].isdigit()


def _is_of(s: Sentence, k: int) -> bool:
    return k < len(s) and s.words[k].lower() == "of"


def quantity_of(
    s: Sentence, i: int, amounts: Sequence[Amount], names: Collection[int] = ()
) -> tuple[Amount | None, str | None, int]:
    """Return how much of noun i there is, the unit that the number counts, and its token.

    No unit where the noun itself is counted: "20 tanks", "dozens of tanks", "8 of 30 tanks".
    """
    whole = _above(s, i)
    if whole is not None:
        covering = next((a for a in amounts if a.covers(whole)), None)
        if covering is not None:
            return covering, covering.currency, whole
    own = amount_of(s, i, amounts, names)
    if own is not None or whole is None:
        return own, None, i
    counted = amount_of(s, whole, amounts, names)
    return (counted, s.lemmas[whole], whole) if counted is not None else (None, None, i)


def noun_of(s: Sentence, amount: Amount) -> int | None:
    """Return the noun that an amount counts, None where it counts none: "at 300"."""
    outside = [s.heads[t] for t in range(amount.number, amount.last + 1)]
    for up in (t for t in outside if not amount.covers(t)):
        if (
            s.is_noun(up)
            and not s.is_proper(up)
            and up > amount.last
            and amount_of(s, up, (amount,)) is not None
        ):
            return up
    below = (k for t in range(amount.number, amount.last + 1) for p in s.kids(t, "prep")
             if _is_of(s, p) for k in s.kids(p, "pobj"))  # fmt: skip
    return next(below, None)


def _above(s: Sentence, i: int) -> int | None:
    """Return the noun or number that noun i stands under by "of"."""
    up = s.heads[i]
    return s.heads[up] if s.deps[i] == "pobj" and s.words[up].lower() == "of" else None
