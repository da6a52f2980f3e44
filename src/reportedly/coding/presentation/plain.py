"""What becomes of an event above which stands a word that does nothing to it by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple, Protocol

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import has_perfect, has_to
from reportedly.coding.presentation.conditions import ahead, awaited
from reportedly.coding.presentation.mood import CERTAIN, Mood, Reading
from reportedly.coding.presentation.negation import negates
from reportedly.coding.presentation.relations import (
    gives_reason,
    is_aside,
    is_definite,
    is_ranked,
)
from reportedly.coding.sentences.sentence import Sentence
from reportedly.coding.vocabulary import Vocabulary

#: types that are done by words alone, in the call or visit that serves them
SAID_BY_DOING = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "REJECT"})
#: types that a protest says
PROTESTED = frozenset({"PROTEST", "REQUEST", "ACCUSE", "REJECT"})
#: types of measures, which a vote takes; deeds are then to come
MEASURES = frozenset({"SANCTION", "COERCE", "REJECT", "ACCUSE", "CONCEDE", "SUPPORT"})
#: types of deeds that take time
LASTING_DEEDS = frozenset({"AID", "ASSAULT", "COOPERATE", "MOBILIZE", "PROTEST", "SUPPORT"})

#: the reading after one step up and the word reached; None where the scope ends
Step = tuple[Reading, int] | None


class Judging(Protocol):
    """Who judges the other words of the sentence."""

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""

    @property
    def vocabulary(self) -> Vocabulary:
        """What the lexicons say of words."""

    @property
    def types(self) -> Mapping[int, str | None]:
        """Type of the predicate chosen at a token."""

    def clause(self, i: int) -> Reading:
        """Return what verb i's own clause says of it."""

    def judge(self, i: int) -> Reading:
        """Return how the sentence presents the event at token i."""

    def noun(self, i: int, reading: Reading) -> tuple[Reading, int]:
        """Return the reading under noun i and the verb that carries it."""

    def under(self, i: int, up: int, relation: str, label: str, reading: Reading) -> Step:
        """Return the reading under word up, on which i hangs, and the word reached."""


class Hanging(NamedTuple):
    """Word i, which hangs on word up by a relation; label: the parser's."""

    i: int
    up: int
    relation: str
    label: str


def past(judge: Judging, at: Hanging, reading: Reading) -> Step:
    """Return the step past a word that does nothing to the event by itself."""
    s, (i, up, relation, label) = judge.sentence, at
    apart = gives_reason(s, i) and s.is_verb(up) and not judge.clause(up).positive
    if label in {"advcl", "xcomp"} and reading.open and not apart and _said_by_doing(judge, i, up):
        return _under_all(judge, up, reading.after("happened"))
    if label in {"advcl", "xcomp"} and (_in_protest(judge, i, up) or _at_length(s, i, up)):
        return _under_all(judge, up, reading.after("happened"))  # "gathered to protest"
    if label == "xcomp" and has_to(s, i) and s.is_verb(up) and s.among(up, "voting_verbs"):
        taken = judge.types.get(i) in MEASURES  # "voted to strip him of", "voted to send troops"
        return _under_all(judge, up, reading.after("happened" if taken else "planned"))
    if label == "for" and s.is_verb(up) and s.among(up, "owing_verbs") and negates(s, up):
        return reading.after("happened"), s.root  # "never forgave them for shelling it"
    if label == "advcl":
        return _beside_a_clause(judge, i, up, reading)
    if label in {"acl", "relcl"}:
        return _under_noun(judge, i, up, reading)
    if relation == "complement":
        to = has_to(s, i)
        if to and s.is_noun(up) and s.heads[up] == up:  # "Chad to give free rice"
            return reading.after("planned"), up
        purposed = to and judge.types.get(i) in LASTING_DEEDS and s.is_verb(up)
        effect = "planned" if purposed else "possible"  # "was trained to fight them"
        return _under_all(judge, up, reading.after(effect) if to else reading)
    if s.is_verb(i) and label not in {"csubj", "prep"}:
        purposed = s.deps[i] == "pobj" and label == "for" and s.is_verb(up)
        if purposed and negates(s, up):  # "not all are singled out for killing"
            return reading.after("uncommitted"), s.root
        return None
    if s.is_verb(up) and reading.open:
        return _noun_of_verb(judge, at, reading)
    inside = relation in {"of", "compound"}
    inside = inside or (relation == "for" and s.among(i, "worries"))  # "may be a cause for alarm"
    return judge.noun(up, reading) if inside and s.is_noun(up) else None


def _beside_a_clause(judge: Judging, i: int, up: int, reading: Reading) -> Step:
    """Return the step past the clause that clause i tells more of: when, what for, with what."""
    s = judge.sentence
    if waited := awaited(s, i):
        return reading.after(waited), s.root
    main = up if s.is_verb(up) else s.heads[up]  # "as soon as it leaves"
    if ahead(s, i) and s.is_verb(main) and judge.clause(main).mood >= Mood.FUTURE:
        return reading.after("planned"), s.root
    if not reading.open:
        return None
    if is_aside(s, i) or (gives_reason(s, i) and not judge.clause(up).positive):
        return reading.after("happened"), s.root
    return _under_all(judge, up, reading.after("planned") if has_to(s, i) else reading)


def _noun_of_verb(judge: Judging, at: Hanging, reading: Reading) -> Step:
    """Return the step past the verb that noun i is a party of: what is known stays as it is."""
    s, own = judge.sentence, judge.judge(at.up)
    loose = own.mood >= Mood.FUTURE or own.certainty < CERTAIN or own.open
    called = at.label == "attr" and s.lemmas[at.up] == "be"
    called = called or (at.label == "dobj" and s.among(at.up, "constituting_verbs"))
    if called and (loose or not own.positive):
        return reading.carried_by(own), s.root  # "is unlikely to have been an attack"
    if at.relation == "subject" and own.mood is Mood.CONDITIONAL and _called_so(s, at.up):
        return reading.carried_by(replace(own, positive=True)), s.root
    if at.relation == "subject" and own.mood >= Mood.FUTURE and _runs(s, at.up):
        return reading.carried_by(own).after("planned"), s.root  # "the pullout will take a month"
    if loose and not is_definite(s, at.i) and _suffered(judge, at):
        return reading.carried_by(replace(own, positive=True)), s.root
    denied = not own.positive and own.mood is Mood.FUTURE and not s.is_verb(at.i)
    if at.relation == "subject" and denied:  # "raids will not help"
        return None if is_definite(s, at.i) else (reading.after("uncommitted"), s.root)
    reached = at.relation in {"object", "subject", "for", "of", "to"}
    reached = reached and not (at.relation == "for" and passive(s, at.up))  # "paid for delays"
    if loose and reached and own.positive and not is_definite(s, at.i):
        return reading.carried_by(own), s.root
    coming = judge.clause(at.up).mood is Mood.FUTURE and s.among(at.i, "scheduled_events")
    met = reached or at.relation in {"at", "in", "during"}
    return (reading.after("planned"), s.root) if coming and met else None


def _called_so(s: Sentence, be: int) -> bool:
    """Return whether "would be" says what an act is worth: "their arrest would be a mistake", not
    "their arrest would be the third"."""
    would = any(s.words[k].lower() in {"would", "'d"} for k in s.kids(be, "aux"))
    ranked = any(s.words[d].lower() == "the" for k in s.kids(be, "attr") for d in s.kids(k, "det"))
    return would and s.lemmas[be] == "be" and s.kid(be, "attr", "acomp") is not None and not ranked


def _runs(s: Sentence, verb: int) -> bool:
    """Return whether verb tells how long its subject lasts."""
    length = s.kids(verb, "dobj", "npadvmod")
    return s.among(verb, "running_verbs") and any(s.among(k, "lengths_of_time") for k in length)


def _suffered(judge: Judging, at: Hanging) -> bool:
    """Return whether noun i is that in which somebody may be hurt: "could die in an attack"."""
    s = judge.sentence
    hurt = judge.types.get(at.up) == "ASSAULT" or s.among(at.up, "fate_verbs")
    past = has_perfect(s, at.up)  # "may have died in a raid" on Monday: it was
    return hurt and not past and at.relation in {"in", "by", "during", "within"}


def _under_noun(judge: Judging, i: int, up: int, reading: Reading) -> Step:
    """Return the step past a noun that clause i describes: "a law to ban", "the first to"."""
    s, to = judge.sentence, has_to(judge.sentence, i)
    if not to and (s.tags[i] == "VBN" or not reading.open):
        return None
    if not to and s.among(up, "sought_nouns"):
        return reading.after("uncommitted"), s.root  # "a reward for tips leading to their arrest"
    if not to and _beside_them(judge, i, up):
        dreamt = s.deps[up] == "dobj" and s.among(s.heads[up], "imagining_verbs")
        return reading.after("uncommitted" if dreamt else "ongoing"), s.root
    if to and is_ranked(s, up):  # "the first state to sign"; "will be the first to sign"
        main = s.heads[up]
        own = judge.judge(main) if s.is_verb(main) else Reading()
        coming = own.mood >= Mood.FUTURE
        return (reading.carried_by(own) if coming else reading.after("happened")), s.root
    return judge.noun(up, reading.after("planned") if to else reading)


def _beside_them(judge: Judging, i: int, up: int) -> bool:
    """Return whether i tells what the people at noun up are doing: "rebels fighting Chad"."""
    s = judge.sentence
    deed = judge.types.get(i) in LASTING_DEEDS and not s.among(i, "momentary_verbs")
    several = s.tags[up] not in {"NN", "VBG"} or s.among(up, "groups_of_people")
    return s.tags[i] == "VBG" and deed and several and up not in judge.types


def _said_by_doing(judge: Judging, i: int, up: int) -> bool:
    """Return whether i is what was said in a call or meeting: "phoned to congratulate".

    Whom somebody travels to meet is still to be met.
    """
    s = judge.sentence
    talk = s.is_verb(up) and s.lemmas[up] in judge.vocabulary.talks
    if s.is_verb(up) and (s.among(up, "writing_verbs") or _stands_up(s, up)):
        return has_to(s, i) and judge.types.get(i) in SAID_BY_DOING
    there = judge.types.get(i) == "CONSULT" and not s.among(up, "journey_verbs")
    if s.kid(i, "nsubj") is not None:
        return False  # "called on all sides to talk"
    return talk and (there or judge.types.get(i) in SAID_BY_DOING)


def _stands_up(s: Sentence, up: int) -> bool:
    """Return whether verb up tells that somebody rises, mostly to speak: "stood up to thank"."""
    up_word = any(s.words[k].lower() == "up" for k in s.kids(up, "prt"))
    return s.among(up, "rising_verbs") and (up_word or s.lemmas[up] == "rise")


def _in_protest(judge: Judging, i: int, up: int) -> bool:
    """Return whether i is what protest up says, or a protest that up is: "blocked it to demand",
    "shaved their heads to protest"; whoever travels to protest is still to do so."""
    s, kind = judge.sentence, judge.types.get(i)
    if judge.types.get(up) == "PROTEST":
        return kind == "PROTEST" or (kind in PROTESTED and has_to(s, i))
    own = s.is_verb(up) and s.deps[i] == "advcl" and not s.among(up, "journey_verbs")
    return own and s.is_verb(i) and s.among(i, "protesting_verbs") and s.kid(up, "dobj") is not None


def _at_length(s: Sentence, i: int, up: int) -> bool:
    """Return whether verb up only tells how long i took: "took nine hours to find him guilty"."""
    length = s.is_verb(up) and any(s.among(k, "lengths_of_time") for k in s.kids(up, "dobj"))
    return length and s.among(up, "taking_verbs") and has_to(s, i)


def _under_all(judge: Judging, up: int, reading: Reading) -> Step:
    """Return the reading under all that the clause of word up says, and that word."""
    return (reading.carried_by(judge.clause(up)) if judge.sentence.is_verb(up) else reading), up
