"""The closed lists of words that records use. An enum's value is its string."""

from __future__ import annotations

from enum import StrEnum


class SectionKind(StrEnum):
    """What part of the page a section is."""

    HEADLINE = "headline"
    BODY = "body"
    FAQ_QUESTION = "faq_question"
    FAQ_ANSWER = "faq_answer"
    COMMENT = "comment"
    CAPTION = "caption"
    BOILERPLATE = "boilerplate"


class MentionForm(StrEnum):
    """By what words somebody is spoken of."""

    NAME = "name"
    PHRASE = "phrase"
    PRONOUN = "pronoun"


class EntityKind(StrEnum):
    """What an article speaks of: whoever or whatever a chain of mentions means."""

    PERSON = "person"
    STATE = "state"
    ORGANIZATION = "organization"
    GROUP = "group"
    PLACE = "place"


class ClaimKind(StrEnum):
    """What sort of thing a claim presents."""

    EVENT = "event"
    WANT = "want"
    CONSTRAINT = "constraint"
    CONSEQUENCE = "consequence"


class Status(StrEnum):
    """How the sentence presents what it claims. Exactly one per claim."""

    HAPPENED = "happened"
    ONGOING = "ongoing"
    PLANNED = "planned"
    POSSIBLE = "possible"
    CONDITIONAL = "conditional"
    NEGATED = "negated"


class Factuality(StrEnum):
    """FactBank's values: certain, probable, possible or uncommitted; positive or negative."""

    CERTAIN = "CT+"
    PROBABLE = "PR+"
    POSSIBLE = "PS+"
    UNCOMMITTED = "Uu"
    POSSIBLY_NOT = "PS-"
    PROBABLY_NOT = "PR-"
    CERTAINLY_NOT = "CT-"

    @property
    def score(self) -> float:
        """The value as a number from +3 (certain) to -3 (certainly not)."""
        return FACTUALITY_SCORES[self]


FACTUALITY_SCORES: dict[Factuality, float] = {
    Factuality.CERTAIN: 3.0,
    Factuality.PROBABLE: 2.0,
    Factuality.POSSIBLE: 1.0,
    Factuality.UNCOMMITTED: 0.0,
    Factuality.POSSIBLY_NOT: -1.0,
    Factuality.PROBABLY_NOT: -2.0,
    Factuality.CERTAINLY_NOT: -3.0,
}


class Grain(StrEnum):
    """How exact a time expression is."""

    MINUTE = "minute"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    VAGUE = "vague"


class Basis(StrEnum):
    """What a time rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    TENSE = "tense"


class DateBasis(StrEnum):
    """Where an article's own date comes from."""

    STATED = "stated"
    DERIVED = "derived"


class Side(StrEnum):
    """A side of a claim, as goods name it."""

    ACTOR = "actor"
    RECIPIENT = "recipient"


class Relation(StrEnum):
    """How one claim hangs on another of the same article."""

    IN_EXCHANGE_FOR = "in_exchange_for"
    LEADS_TO = "leads_to"
    IF = "if"
    BECAUSE = "because"
    RESTATES = "restates"


class Stage(StrEnum):
    """A step in the life of an event, as reports tell it."""

    ANNOUNCED = "announced"
    PLANNED = "planned"
    ONGOING = "ongoing"
    HAPPENED = "happened"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    DENIED = "denied"


class StepBasis(StrEnum):
    """What the day of such a step rests on."""

    STATED = "stated"
    RELATIVE = "relative"
    TENSE = "tense"
    PUBLISHED = "published"


class Verdict(StrEnum):
    """Whether two claims are about one occurrence."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"
