"""What readers' judgements come to, and which claim is next."""

from __future__ import annotations

import math
from collections.abc import Iterator

from reportedly.records import Claim, Record
from reportedly.store import ClaimFilter, Store
from reportedly.store.filter import chosen_sql
from reportedly.store.judging import STANDING
from reportedly.views.asked import question, rows


class PrecisionRow(Record, frozen=True, kw_only=True):
    """How often a field is right, by the readers' last judgements. claims, readers: how many."""

    field: str
    right: int
    wrong: int
    unsure: int
    claims: int
    readers: int

    @property
    def share(self) -> float | None:
        """The share of right among right and wrong; None when there is neither."""
        judged = self.right + self.wrong
        return self.right / judged if judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """The share's interval at 95 %, after Wilson; None when nothing was judged."""
        number, share = self.right + self.wrong, self.share
        if share is None:
            return None
        z = 1.96
        middle = (share + z * z / (2 * number)) / (1 + z * z / number)
        wide = z * math.sqrt(share * (1 - share) / number + z * z / (4 * number * number))
        wide /= 1 + z * z / number
        return max(0.0, middle - wide), min(1.0, middle + wide)


def precision(store: Store) -> Iterator[PrecisionRow]:
    """Yield each field that was judged, with how often it is right; what was withdrawn is not
    judged."""
    return rows(store, question("precision"), PrecisionRow)


def next_unjudged(
    store: Store, who: str, chosen: ClaimFilter | None = None, after: str | None = None
) -> Claim | None:
    """Return the claim of which the coder is least sure that who has not judged; None when done.

    after: id of the claim behind which the search begins, for those that are left out.
    """
    condition, values = chosen_sql(chosen or ClaimFilter())
    sql = question("unjudged").replace("{chosen}", condition).replace("{standing}", STANDING)
    found = next(store.rows(sql, {**values, "who": who, "after": after}), None)
    if found is None:
        return None
    asked = ClaimFilter(article=found["article"], ids=(found["id"],), include_comments=True)
    return next(store.claims(asked), None)  # as it was coded
