"""ISO dates as days."""

from __future__ import annotations

from datetime import date


def day_of(value: str | None) -> date | None:
    """Return the day of an ISO date; None for None and for what is no whole date."""
    try:
        return date.fromisoformat(value) if value else None
    except ValueError:
        return None
