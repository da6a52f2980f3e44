"""One sentence, judged: every step's result side by side.

Claims, `trace`, `factuality`, `relate` and `attributions` all read it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.coding.cast.resolver import Resolver
from reportedly.coding.grammar.slots import Slots
from reportedly.coding.mentions.goods import Goods
from reportedly.coding.participants.draft import Draft
from reportedly.coding.predicates.evidence import Evidence
from reportedly.coding.presentation.scope import Judge
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.voices.quotation_marks import Run
from reportedly.coding.voices.quotations import Said
from reportedly.coding.voices.voice import Speech
from reportedly.records import Section, SectionKind


@dataclass(frozen=True)
class Analysis:
    """What the steps found in one sentence of a section.

    drafts     the claims to be, those that another took up included
    said       attributions, in the order of their cues
    speeches   attributions of speech with their sources resolved, those carried over included
    quoted     the stretches inside quotation marks
    elsewhere  attributions whose whole content stands in the sentences before or behind
    """

    section: Section
    evidence: Evidence
    judge: Judge
    drafts: tuple[Draft, ...]
    said: tuple[Said, ...]
    speeches: tuple[Speech, ...]
    quoted: tuple[Run, ...] = ()
    elsewhere: tuple[Said, ...] = ()

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        return self.evidence.sentence

    @property
    def slots(self) -> Slots:
        """Its deep slots."""
        return self.evidence.slots

    @property
    def resolver(self) -> Resolver:
        """Who is who in it."""
        return self.evidence.resolver

    @property
    def goods(self) -> Goods:
        """Its goods."""
        return self.evidence.goods

    @property
    def heading(self) -> bool:
        """Whether it stands in a headline or subheading, where the present tells what is done.

        A line of a text without sections is one where it does not end as a sentence does.
        """
        titled = self.section.kind is SectionKind.HEADLINE or self.section.level is not None
        return titled or self.sentence.words[-1][-1].isalnum()

    def draft_at(self, i: int) -> Draft | None:
        """Return the draft whose trigger is token i."""
        return next((draft for draft in self.drafts if draft.mention.i == i), None)

    @cached_property
    def triggers(self) -> frozenset[int]:
        """The tokens that present something."""
        return frozenset(draft.mention.i for draft in self.drafts)
