"""Who held which office when: by the article's date, and unknown without one."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.lexicons import Organisation
from reportedly.lexicons.schema import Office


def _holds(office: Office, when: str | None) -> bool:
    if when is None:  # an undated text may be of any year
        return office.always
    day = when[:10]
    return (office.start is None or office.start <= day) and (
        office.end is None or day <= office.end
    )


def held(offices: Sequence[Office], when: str | None) -> Office | None:
    """Return the office held at the article's date, the last one of several; None without."""
    return next((office for office in reversed(offices) if _holds(office, when)), None)


def has_held(offices: Sequence[Office], when: str | None) -> bool:
    """Return whether an office had begun at the article's date; False when it has none."""
    return when is not None and any((office.start or "") <= when[:10] for office in offices)


def sectors_of(body: Organisation, when: str | None) -> tuple[str, ...]:
    """Return the sectors that the organisation had at the article's date; () when unknown."""
    if not body.offices:
        return body.sector
    office = held(body.offices, when)
    return office.sectors if office else ()


def role_of(body: Organisation, when: str | None) -> str | None:
    """Return what the organisation was at the article's date ("ministry"); None when unknown."""
    office = held(body.offices, when)
    return (office.role or None) if office else None
