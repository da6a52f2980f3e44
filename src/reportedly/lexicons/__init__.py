"""What the coder knows about words: schema, loader, check — and the data, which people edit."""

from reportedly.lexicons.load import Lexicons, load
from reportedly.lexicons.schema import (
    Composition,
    Cue,
    Entry,
    Good,
    Operator,
    Organisation,
    Person,
    Predicate,
    Role,
    Stance,
    State,
    Support,
    WordClass,
)

__all__ = [
    "Composition",
    "Cue",
    "Entry",
    "Good",
    "Lexicons",
    "Operator",
    "Organisation",
    "Person",
    "Predicate",
    "Role",
    "Stance",
    "State",
    "Support",
    "WordClass",
    "load",
]
