"""The frozen records that every room hands on; imports nothing else of ours but errors."""

from reportedly.records.article import Article, CoderInfo, Dated, Section, article_id
from reportedly.records.base import Record
from reportedly.records.claim import Attribution, Claim, Link
from reportedly.records.event import Contradiction, Decision, Event, Reason, Report, Step, Told
from reportedly.records.spans import Actor, Good, Place, Price, Quantity, Span, Time, Voice
from reportedly.records.terms import (
    Basis,
    ClaimKind,
    DateBasis,
    Factuality,
    Grain,
    Relation,
    SectionKind,
    Side,
    Stage,
    Status,
    StepBasis,
    Verdict,
)

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Basis",
    "Claim",
    "ClaimKind",
    "CoderInfo",
    "Contradiction",
    "DateBasis",
    "Dated",
    "Decision",
    "Event",
    "Factuality",
    "Good",
    "Grain",
    "Link",
    "Place",
    "Price",
    "Quantity",
    "Reason",
    "Record",
    "Relation",
    "Report",
    "Section",
    "SectionKind",
    "Side",
    "Span",
    "Stage",
    "Status",
    "Step",
    "StepBasis",
    "Time",
    "Told",
    "Verdict",
    "Voice",
    "article_id",
]
