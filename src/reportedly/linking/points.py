"""The points that a comparison gives and takes: data/score.toml."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec
from msgspec import Struct


class ActPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for what is told to be done; data/score.toml says what each stands for."""

    same_word: float
    same_word_other_type: float
    other_type: float
    same_mode: float
    no_mode: float
    one_mode: float
    other_word_elsewhere: float
    types: dict[str, float]
    modes_one_article: dict[str, float]
    modes_elsewhere: dict[str, float]


class ArticlePoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for where the two claims stand."""

    one_article_same_word: float
    one_sentence: float
    one_sentence_same_word: float
    one_article_likeness: float
    likeness: float
    likeness_same_word: float
    most: float
    alike: float
    copies: float
    copied: float
    other_sentence: float
    dated: float
    dated_words: float
    dated_one_article: float
    dated_words_one_article: float
    lead: float
    headline: float
    strangers: tuple[float, ...]


class PartyPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for who acts and is acted upon."""

    actor: float
    recipient: float
    actor_named: float
    both: float
    nobody: float
    nobody_one_article: float
    reversed: float
    in_sentence: float
    other_actor: float
    other_recipient: float
    one_article_other_actor: float
    one_article_other_recipient: float
    described_at_head: float
    words_one_side: float
    words_elsewhere: float
    one_nobody: float
    unknown_name: float
    same_number: float
    other_number: float
    other_count: float


class Usual(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for each whole that likeness lies above what is usual, 0.0 to 1.0."""

    worth: float
    usual: float


class SentencePoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for what two sentences have in common; likeness counts up to `most`."""

    most: float
    repeated: float
    most_of_it: float
    words: Usual
    deeds: Usual
    words_one_article: Usual
    deeds_one_article: Usual


class ThingPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for what is handed over, and where."""

    same_good: float
    other_good: float
    same_place: float
    other_place: float
    other_country: float


class DayPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for when: the text's own days, else those of publication."""

    same: float
    exact: float
    exact_days: int
    same_long: float
    short_days: int
    apart: float
    far: float
    far_days: int
    told_once: float
    no_day: float
    no_day_nobody: float
    later_nobody: float
    next_day: int
    published: dict[str, float]


class StatusPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for how far the two acts have come."""

    mixed: float
    negated: float
    negated_elsewhere: float
    both_to_come: float
    kept: float
    kept_soon: float
    soon: int
    ongoing: float
    ongoing_one_article: float
    both_ongoing: float


class WordingPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for how the two acts are worded."""

    same_form: float
    same_voice: float
    known: float
    both_known: float
    again_known: float
    known_deeds: float
    then_known: float
    words_taken_up: float
    known_elsewhere: float
    new_nobody: float
    further: float
    further_words: float
    other_ordinal: float
    plural_one_article: float
    lasting: float
    lasting_others: float
    stands_one_article: float
    empty: float
    other_modifiers: float
    other_kind: float
    named_alike: float
    named_apart: float
    same_figures: float
    other_figures: float
    near: float
    near_by: int
    listed: float
    beside: float
    beside_words: float
    little: float
    other_content: float
    called_alike: float
    unknown_name: float
    one_attack: float
    both_about: float
    other_voice: float


class ParticularPoints(Struct, frozen=True, forbid_unknown_fields=True):
    """Points for how far the two tell of one particular act, and for what is said."""

    bare: float
    both_bare: float
    habit_elsewhere: float
    unreal: float
    many: float
    doubt: float
    sure: float
    rare: float
    done_elsewhere: float
    topic: float
    words: float
    most_words: float
    run: float
    names: float
    most_names: int
    little: float
    other_said: float
    other_accusation: float
    same_of_other: float


class Points(Struct, frozen=True, forbid_unknown_fields=True):
    """All of data/score.toml."""

    unsure: float
    base: float
    never: float
    loose: float
    dated_mean: float
    act: ActPoints
    statuses: StatusPoints
    wording: WordingPoints
    particular: ParticularPoints
    articles: ArticlePoints
    parties: PartyPoints
    sentences: SentencePoints
    things: ThingPoints
    days: DayPoints


@cache
def points() -> Points:
    """Return the points of data/score.toml."""
    text = (files(__package__) / "data" / "score.toml").read_text(encoding="utf-8")
    plain: dict[str, Any] = tomllib.loads(text)
    return msgspec.convert(plain, Points)
