"""Which drafts say enough to be a claim."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files

from reportedly.coding.analysis import Analysis
from reportedly.coding.circumstances.where import place_of
from reportedly.coding.claims.general import is_general
from reportedly.coding.grammar.nouns import disowned_by
from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import has_no
from reportedly.coding.participants.draft import Draft
from reportedly.coding.places.located import Located
from reportedly.coding.predicates.conditions import FORCE
from reportedly.coding.presentation.mood import CERTAIN
from reportedly.coding.sentences.sentence import Sentence
from reportedly.records import ClaimKind, Status

#: pronouns and what is theirs
_OWN = {"he": "his", "she": "her", "i": "my"}


def says_enough(draft: Draft, analysis: Analysis, located: Sequence[Located]) -> bool:
    """Return whether the draft says enough: somebody, or an occurrence; for other kinds what.

    located: the places of its sentence.
    """
    s = analysis.sentence
    i = draft.mention.i
    if disowned_by(s, i) is not None and not draft.actors:
        return False  # "denied a role in the killing": that it was is not denied
    if (
        _is_turned(s, i)
        or _is_glued(s, i)
        or _is_what_it_is_called(s, i)
        or is_general(draft, analysis)
    ):
        return False
    if draft.type in FORCE and not draft.recipients and _hurts_itself(s, i):
        return False
    if draft.entry.kind is ClaimKind.WANT:
        wished = any(not party.bare for party in draft.actors)
        purposed = s.among(i, "purposed_verbs") or not draft.reading.positive
        wished = wished or (purposed and passive(s, i))  # "aimed at", "designed to", "not wanted"
        return bool(wished and draft.content) and not _asks(draft, s) and not _only_told_which(s, i)
    if draft.entry.kind is not ClaimKind.EVENT:
        return bool(draft.content) and not _asks(draft, s)
    told = any(not party.bare for party in (*draft.actors, *draft.recipients))
    pronoun = told and _others_are_told_of(analysis)
    known = _has_party(draft) or pronoun
    moves = _moves_goods(draft) or _moves_forces(draft, s)
    return known or moves or _is_denied(draft, analysis) or _occurs(draft, analysis, located)


def _is_turned(s: Sentence, i: int) -> bool:
    """Return whether a prefix makes the word its own opposite: "de-escalate the conflict"."""
    glued = i > 1 and s.words[i - 1] == "-" and s.ends[i - 1] == s.starts[i]
    return glued and s.among(i - 2, "reversing_prefixes")


def _only_told_which(s: Sentence, i: int) -> bool:
    """Return whether a need only tells which thing somebody gets: "get the care they need"."""
    above = s.heads[s.heads[i]]
    had = s.among(above, "getting_verbs") or s.among(above, "giving_verbs")
    needed = s.deps[i] == "relcl" and s.lemmas[i] == "need"
    return needed and s.deps[s.heads[i]] in {"dobj", "pobj"} and had


def _hurts_itself(s: Sentence, i: int) -> bool:
    """Return whether somebody alone has hurt a part of their own body: "Bush injured his knee"."""
    doers = [t for t in s.kids(i, "nsubj") if s.tags[t] in {"NN", "NNP", "PRP"}]
    if not doers or s.kid(doers[0], "conj") is not None:
        return False
    doer = s.words[doers[0]].lower()
    owners = [t for k in s.kids(i, "dobj") if s.among(k, "body_parts") for t in s.kids(k, "poss")]
    owns = {s.words[t].lower() for t in owners} & {"his", "her", "my"}
    return bool(owns) and (s.tags[doers[0]] != "PRP" or _OWN.get(doer) in owns)


def _is_glued(s: Sentence, i: int) -> bool:
    """Return whether a noun only opens a longer word: "the veto-wielding members"."""
    if not s.is_noun(i) or i + 2 >= len(s) or s.words[i + 1] != "-":
        return False
    if s.tags[i + 2] not in {"VBG", "VBN", "JJ"}:
        return False
    return s.ends[i] == s.starts[i + 1] and s.ends[i + 1] == s.starts[i + 2]


def _is_what_it_is_called(s: Sentence, i: int) -> bool:
    """Return whether the word is only a name for something: "called the cuts an attack on us".

    The parser makes such a name a complement, a second object, or an apposition of the first.
    """
    up = s.heads[i]
    if not s.is_noun(i) or s.deps[i] not in {"oprd", "dobj", "appos"}:
        return False
    if s.deps[i] == "appos":
        return s.deps[up] == "dobj" and s.among(s.heads[up], "naming_verbs")
    named = s.deps[i] == "oprd" or s.kid(up, "dobj") != i
    return named and s.among(up, "naming_verbs")


def _is_denied(draft: Draft, analysis: Analysis) -> bool:
    """Return whether somebody denies an act of which no party is told: "denied that any arms were
    sent"; what is denied, and by whom, is news without a doer."""
    s, i, reading = analysis.sentence, draft.mention.i, draft.reading
    if reading.status is not Status.NEGATED or reading.certainty < CERTAIN:
        return False
    if _classifies(s, i) or _is_name_or_people(s, i) or not _is_what_is_denied(analysis, i):
        return False
    said = [one for one in analysis.speeches if i in one.content - one.done and one.party]
    none = any(has_no(s, k) for k in s.kids(i, "nsubjpass")) and bool(draft.goods)
    return any(none or (one.said and one.said.entry.effect == "denied") for one in said)


def _is_what_is_denied(analysis: Analysis, i: int) -> bool:
    """Return whether token i is itself what a denial speaks of: not "the price of ratification",
    nor what is not granted ("denied him an offer", "denied her plea")."""
    s = analysis.sentence
    if s.is_verb(i) or i in analysis.evidence.slots.lending.carriers or s.deps[i] == "attr":
        return True
    if s.deps[i] == "dobj":
        single = s.tags[i] == "NN" and any(s.lemmas[k] == "a" for k in s.kids(i, "det"))
        return not (single or s.kids(i, "poss"))
    of = s.heads[i]
    return s.deps[i] == "pobj" and s.lemmas[of] == "of" and s.among(s.heads[of], "told_nouns")


def _moves_goods(draft: Draft) -> bool:
    """Return whether cargo is loaded, carried or landed, by whatever ship: "discharged oil"."""
    moved = draft.type == "COOPERATE" and draft.entry.transfer == "none"
    return moved and bool(draft.goods)


def _moves_forces(draft: Draft, s: Sentence) -> bool:
    """Return whether forces are told to have been moved, by whomever: "crews were put on alert"."""
    moved = draft.type == "MOBILIZE" and s.among(draft.mention.i, "moving_of_forces")
    return (
        moved
        and bool(draft.goods)
        and draft.reading.status in {Status.HAPPENED, Status.ONGOING, Status.PLANNED}
    )


def _has_party(draft: Draft) -> bool:
    """Return whether somebody is there who is more than a pronoun that nobody explains."""
    return any(not (party.unknown or party.bare) for party in (*draft.actors, *draft.recipients))


def _others_are_told_of(analysis: Analysis) -> bool:
    """Return whether the article has named somebody, of whom a pronoun may tell."""
    scene = analysis.resolver.scene
    return bool(scene.memory.mentions or scene.names)


def _occurs(draft: Draft, analysis: Analysis, located: Sequence[Located]) -> bool:
    """Return whether an event that names no party is told as one: "three days of shelling"."""
    s, i = analysis.sentence, draft.mention.i
    open_end = draft.reading.status is Status.CONDITIONAL and draft.reading.certainty < CERTAIN
    if draft.mention.sure is not None or draft.reading.status is Status.POSSIBLE or open_end:
        return False  # nor "the truce could fail if they stay"
    if _classifies(s, i) or _is_name_or_people(s, i):
        return False  # "a protest march", "murder and theft charges"
    listed = _measured()["verbs" if s.is_verb(i) else "nouns"]
    if draft.type in listed and _tells_of_somebody(analysis):
        return True
    placed = not s.is_verb(i) and draft.type in _measured()["placed"]
    where = place_of(draft, analysis, located) if placed else None
    return where is not None and where.country is not None


def _classifies(s: Sentence, i: int) -> bool:
    """Return whether the word only says of what kind another is: "murder and theft charges"."""
    while s.deps[i] == "conj":
        i = s.heads[i]
    told = s.deps[i] == "nmod" and s.among(s.heads[i], "nouns_told_by_kind")
    return told or s.deps[i] == "compound"


def _is_name_or_people(s: Sentence, i: int) -> bool:
    """Return whether the word only looks like an act: "the wounded"; "Ambush, a bay mare, won"."""
    if s.is_verb(i):
        return s.kid(i, "det") is not None
    after = s.kid(i, "appos")
    bare = i == 0 and s.tags[i] in {"NN", "NNP"}
    return bare and after is not None and any(s.lemmas[k] == "a" for k in s.kids(after, "det"))


def _tells_of_somebody(analysis: Analysis) -> bool:
    """Return whether the sentence names somebody, gives a speaker, or has another's act."""
    parties = (p for draft in analysis.drafts if not draft.dropped
               for p in (*draft.actors, *draft.recipients))  # fmt: skip
    return bool(
        analysis.resolver.scene.names
        or any(speech.party for speech in analysis.speeches)
        or any(party.sectors or party.country for party in parties)
    )


def _asks(draft: Draft, s: Sentence) -> bool:
    """Return whether the content is only what a question asks for: "What does Iran want?"."""
    return bool(draft.content) and all(s.tags[k] in {"WP", "WDT"} for k in draft.content)


@cache
def _measured() -> Mapping[str, frozenset[str]]:
    text = files("reportedly.coding").joinpath("data", "worth.toml").read_text("utf-8")
    return {words: frozenset(types) for words, types in tomllib.loads(text).items()}
