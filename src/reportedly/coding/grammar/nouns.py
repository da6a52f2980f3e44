"""Deep slots of event nouns: "an attack by X on Y", "held talks with Z", "a visit to Jakarta"."""

from __future__ import annotations

from reportedly.coding.grammar.clauses import Clauses
from reportedly.coding.grammar.passive import agents, passive
from reportedly.coding.grammar.phrases import (
    extraposed,
    has_no,
    has_to,
    modifiers,
    possessors,
    prepositions,
)
from reportedly.coding.grammar.support_verbs import Lending
from reportedly.coding.sentences.sentence import Sentence


def slot(clauses: Clauses, lending: Lending, i: int, name: str) -> list[int]:
    """Return the head tokens that fill slot name of noun i."""
    s, verb = clauses.sentence, lending.carriers.get(i)
    match name:
        case "subject":
            return _subjects(clauses, lending, i, verb)
        case "object":
            return [] if verb is None else _others(clauses, i, verb)
        case "carrier":
            return [] if verb is None else [verb]
        case "head":
            return [s.heads[i]]
        case "called":
            return called(clauses, i)
        case "possessive":
            return possessors(s, i)
        case "modifier":
            return modifiers(s, i)
        case "complement":
            clauses_of = [k for k in s.kids(i, "acl", "ccomp", "relcl") if has_to(s, k)]
            return clauses_of + _gerunds(s, i) + _that_clauses(s, i) or extraposed(s, i)
    if name not in s.forms:  # whatever else is asked for stands behind that preposition
        return []
    of = s.heads[i]
    if name == "on" and s.words[of].lower() == "of" and s.among(s.heads[of], "impact_nouns"):
        return []  # "the impact of the strike on Oslo"
    found = prepositions(s, i, name)
    # "a raid was foiled by Oman", "aid received by Chad"
    stopped = name == "by" and (i in lending.foiled or i in lending.undergone)
    if not found and verb is not None and not stopped:
        found = [k for k in prepositions(s, verb, name) if k != i]
        found = [k for k in found if not s.among(k, "stead_nouns")]  # "carried out on behalf of"
    return found or chained(s, i, name) or _inherited(s, i, name) or _beside_denial(s, i, name)


def called(clauses: Clauses, i: int) -> list[int]:
    """Return whoever or whatever is said to be noun or adjective i: "the trial is a farce".

    Not a mere "it" or "this", which may stand for anything that was told before.
    """
    s, up = clauses.sentence, clauses.sentence.heads[i]
    if s.deps[i] not in {"attr", "acomp"} or s.lemmas[up] != "be":
        return []
    told = [k for k in clauses.subjects(up) if k != i]
    return [k for k in told if not s.among(k, "neutral_pronouns") and s.tags[k] != "DT"]


def chained(s: Sentence, i: int, name: str) -> list[int]:
    """Return what the parser hung one phrase too deep: "an attack by X on Y"."""
    for p in s.kids(i, "prep", "agent"):
        told = name == "on" or (name == "against" and s.is_noun(i))
        if told and s.among(p, "reason_prepositions"):
            continue  # "blamed X for the attack on Y", "outrage over the assault against Y"
        gerunds = s.kids(p, "pcomp") if s.is_noun(i) else []  # "talks on fishing with Chile"
        for k in (*s.kids(p, "pobj"), *gerunds):
            if _may_be_chained(s, k, name) and (found := prepositions(s, k, name)):
                return found
    return []


def _may_be_chained(s: Sentence, k: int, name: str) -> bool:
    """Return whether preposition name under noun k may belong to the word above it."""
    below = s.kids(k, "prep", "dative", "agent")
    below += [deeper for p in below for deeper in s.kids(p, "prep")]
    return any(s.among(p, "chained_prepositions") and s.words[p].lower() == name for p in below)


def _inherited(s: Sentence, i: int, name: str) -> list[int]:
    """Return the slot of the noun that i is coordinated with: "talks and trade with Iran"."""
    if name == "by":
        if named := _in_name_giving(s, i) or _in_judgement(s, i):
            return named
        for k in s.kids(i, "acl"):
            made = s.tags[k] == "VBN" and s.among(k, "authoring_verbs")
            if made and (doers := agents(s, k)):
                return doers
    for k in s.conjuncts(i):
        own = name == "of" and s.among(k, "own_of_nouns")  # "murder and possession of a knife"
        if k != i and s.is_noun(k) and not own and (found := prepositions(s, k, name)):
            return found
    return []


def _in_name_giving(s: Sentence, i: int) -> list[int]:
    """Return who does what somebody gives a name to: "called the raid by rebels a crime"."""
    verb = s.heads[i]
    given = s.deps[i] == "dobj" and s.among(verb, "naming_verbs") and s.kid(verb, "oprd")
    return [k for k in prepositions(s, verb, "by") if i < k < given] if given else []


def _beside_denial(s: Sentence, i: int, name: str) -> list[int]:
    """Return what the parser hung on the denial of act i: "denied any sale of rifles to Chad"."""
    verb = s.heads[i]
    any_of_it = any(s.words[k].lower() in {"any", "all"} for k in s.kids(i, "det"))
    if s.deps[i] != "dobj" or not any_of_it or not s.among(verb, "denying_verbs"):
        return []
    last = s.subtree(i)[-1]
    behind = [p for p in s.kids(verb, "prep", "dative") if p == last + 1]
    return [k for p in behind if s.words[p].lower() == name for k in s.kids(p, "pobj")]


def _in_judgement(s: Sentence, i: int) -> list[int]:
    """Return who did what is judged or warded off, hung on that: "condemned the beating of X by Y",
    "repelled an attack on the town by rebels"."""
    verb = s.heads[i]
    met = s.among(verb, "judging_verbs") or s.among(verb, "repelling_verbs")
    judged = s.deps[i] == "dobj" and met and not passive(s, verb)
    return [k for k in prepositions(s, verb, "by") if k > i] if judged else []


def _that_clauses(s: Sentence, i: int) -> list[int]:
    return [k for k in s.kids(i, "acl") if not has_to(s, k) and s.kid(k, "mark") is not None]


def _gerunds(s: Sentence, i: int) -> list[int]:
    return [g for p in s.kids(i, "prep") for g in s.kids(p, "pcomp") if s.is_verb(g)]


def _subjects(clauses: Clauses, lending: Lending, i: int, verb: int | None) -> list[int]:
    if i in lending.undergone or i in lending.foiled:
        return []
    if verb is None:
        free = _travellers(clauses, i) or _conferring(clauses, i) or _protesting(clauses, i)
        free = free or _raiding(clauses, i)
        return free or _claimants(clauses, i) or _siding(clauses, i)
    if lending.negated(i) and _has_doer(clauses.sentence, i):
        return []  # "delayed Sudan's visit": whoever stops it is not who would have done it
    return [k for k in clauses.subjects(verb) if k != i]


def _has_doer(s: Sentence, i: int) -> bool:
    """Return whether noun i itself says who does it."""
    owners = [k for k in possessors(s, i) if s.tags[k] != "PRP$"]  # "ended its raids"
    return bool(owners or prepositions(s, i, "by"))


def _travellers(clauses: Clauses, i: int) -> list[int]:
    """Return the main subject for a visit in an adjunct: "During a visit to Jakarta, he …"."""
    s = clauses.sentence
    p = s.heads[i]
    free = s.among(i, "journeys") and not possessors(s, i)
    if free and s.deps[i] == "pobj" and s.among(p, "journey_prepositions"):
        return clauses.surface(s.heads[p]) if s.is_verb(s.heads[p]) else []
    return []


def _conferring(clauses: Clauses, i: int) -> list[int]:
    """Return who talks with somebody in an adjunct: "announced it after talks with Oslo", "flew to
    Oslo for talks with the king"."""
    s, p = clauses.sentence, clauses.sentence.heads[i]
    verb = s.heads[p]
    if not s.among(i, "talks") or s.deps[i] != "pobj" or not s.is_verb(verb):
        return []
    if possessors(s, i) or passive(s, verb) or not prepositions(s, i, "with"):
        return []
    bound = s.words[p].lower() == "for" and s.among(verb, "journey_verbs")
    return clauses.subjects(verb) if bound or s.among(p, "order_prepositions") else []


def _raiding(clauses: Clauses, i: int) -> list[int]:
    """Return who harms or takes people "in a raid": "arrested two men in a raid on a flat"."""
    s, p = clauses.sentence, clauses.sentence.heads[i]
    verb = s.heads[p]
    inside = s.among(i, "raid_nouns") and s.deps[i] == "pobj" and s.words[p].lower() == "in"
    if not inside or possessors(s, i) or prepositions(s, i, "by") or passive(s, verb):
        return []
    harm = s.among(verb, "harming_verbs") or s.among(verb, "capturing_verbs")
    return clauses.subjects(verb) if harm and s.is_verb(verb) else []


def _protesting(clauses: Clauses, i: int) -> list[int]:
    """Return who does something "in protest": "resigned in protest at the pardon"."""
    s, p = clauses.sentence, clauses.sentence.heads[i]
    bare = s.tags[i] == "NN" and s.words[i - 1].lower() == "in" and p == i - 1
    if not bare or not s.among(i, "stand_nouns") or not s.is_verb(s.heads[p]):
        return []
    return clauses.subjects(s.heads[p])


def _siding(clauses: Clauses, i: int) -> list[int]:
    """Return who does something "in support of" others: "a movement", "marched in support of"."""
    s, p = clauses.sentence, clauses.sentence.heads[i]
    siding = in_phrase(s, i) and s.among(i, "siding_nouns")
    if not siding or s.deps[i] != "pobj" or s.deps[p] != "prep":
        return []
    up = s.heads[p]
    if s.is_verb(up):
        return clauses.surface(up)
    return s.conjuncts(up) if s.is_noun(up) else []


def in_phrase(s: Sentence, i: int) -> bool:
    """Return whether noun i is bare and singular between "in" and "of": "in support of"."""
    between = 0 < i < len(s) - 1 and s.tags[i] == "NN"
    return between and (s.words[i - 1].lower(), s.words[i + 1].lower()) == ("in", "of")


def disowned_by(s: Sentence, i: int) -> int | None:
    """Return the verb by which somebody denies a share in act i, or None: "denied any role in the
    attack", "denied having a hand in it" deny not that it was, but that they did it."""
    p = s.heads[i]
    share = next((k for k in s.kids(s.heads[p], "dobj") if k < p), s.heads[p])
    named = s.deps[i] == "pobj" and s.deps[share] == "dobj" and s.among(share, "shares_in_deeds")
    verb = s.heads[share]
    if s.lemmas[verb] in {"have", "play", "bear"} and s.deps[verb] in {"ccomp", "xcomp", "pcomp"}:
        verb = s.heads[verb]
    denied = named and s.among(verb, "denying_verbs") and not s.kids(share, "poss")
    return verb if denied else None


def _claimants(clauses: Clauses, i: int) -> list[int]:
    """Return who takes an act upon themselves: "claimed responsibility for the attack"; of whom a
    share in it is denied, who denies it."""
    s = clauses.sentence
    if (denial := disowned_by(s, i)) is not None:
        return clauses.subjects(denial)
    any_of_it = any(s.words[k].lower() == "any" for k in s.kids(i, "det"))
    if any_of_it and s.deps[i] == "dobj" and s.among(s.heads[i], "denying_verbs"):
        return clauses.subjects(s.heads[i])  # "denied any contact with the gang"
    p = s.heads[i]
    taken = s.heads[p]
    named = s.deps[i] == "pobj" and s.deps[taken] == "dobj" and s.among(taken, "owned_up_nouns")
    verb = s.heads[taken]
    if not named or not s.is_verb(verb) or s.kid(verb, "neg") is not None:
        return []
    return [k for k in clauses.subjects(verb) if not has_no(s, k)]


def _others(clauses: Clauses, i: int, verb: int) -> list[int]:
    return [k for k in clauses.datives(verb) + clauses.objects(verb) if k != i]
