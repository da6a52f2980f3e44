"""How much, in words that keep every mark of the number: "at least 1,000", "20–30", "about 5"."""

from __future__ import annotations

from reportedly.records.spans import Good


def number_of(good: Good) -> str:
    """Return how much without the unit; "" where the text gives no number."""
    low, high = (f"{n:,.10g}" if n is not None else "" for n in (good.quantity, good.upper))
    if low and high:
        much = f"{low}–{high}"
    elif high:
        much = f"up to {high}"
    else:
        much = f"at least {low}" if low and good.at_least else low
    return f"about {much}" if much and good.approximate else much


def amount_of(good: Good) -> str:
    """Return how much with the unit: "at least 1,000 containers", "5 USD"; "" without a number."""
    much = number_of(good)
    return f"{much} {_counted(good)}".rstrip() if much else ""


def _counted(good: Good) -> str:
    """Return the unit in the number that fits: "1 barrel", "2 barrels", "5 USD"."""
    words = good.unit or ""
    plural = words.isalpha() and words.islower() and not words.endswith("s")
    return f"{words}s" if plural and (good.upper or good.quantity) != 1 else words
