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
    EntityKind,
    Factuality,
    Grain,
    MentionForm,
    Relation,
    SectionKind,
    Side,
    Stage,
    Status,
    StepBasis,
    Verdict,
)
from reportedly.records.who import Chain, Entity, Mention

__all__ = [
    "Actor",
    "Article",
    "Attribution",
    "Basis",
    "Chain",
    "Claim",
    "ClaimKind",
    "CoderInfo",
    "Contradiction",
    "DateBasis",
    "Dated",
    "Decision",
    "Entity",
    "EntityKind",
    "Event",
    "Factuality",
    "Good",
    "Grain",
    "Link",
    "Mention",
    "MentionForm",
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
