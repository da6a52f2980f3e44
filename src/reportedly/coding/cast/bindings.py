"""Whom a pronoun must mean, or cannot, by where it stands: what grammar settles is not weighed.

"His lawyer said he was beaten": whoever has the lawyer. "Freed farmers from their raids": not the
farmers'.
"""

from __future__ import annotations

from reportedly.coding.cast.antecedents import SUBJECTS, kind_of, quoted_apart
from reportedly.coding.cast.party import Party
from reportedly.coding.sentences.sentence import Sentence

#: behind these stands what somebody is saved or driven from
_AWAY = frozenset({"from", "against"})
#: classes of verbs of what nobody has done to himself by his own people
_HOSTILE = ("harming_verbs", "capturing_verbs", "suffered_verbs", "blaming_verbs", "hunting_verbs")


def meant(s: Sentence, i: int) -> list[int] | None:
    """Return the tokens one of which pronoun i means, None where its place settles nothing."""
    for settles in (_alike, _client, _same_doer, _of_whom, _reason):
        if (found := settles(s, i)) is not None:
            return found
    return None


def _alike(s: Sentence, i: int) -> list[int] | None:
    """Return whom the same verb has for its object just before: "what led the clerk to go and what
    led him to shoot" asks after one."""
    verb = s.heads[i]
    before = s.heads[verb]
    same = s.deps[verb] == "conj" and s.lemmas[verb] == s.lemmas[before] and s.tags[i] == "PRP"
    if not same or s.deps[i] not in {"dobj", "dative"}:
        return None
    found = s.kids(before, s.deps[i])
    return [c for k in found for c in s.conjuncts(k)] or None


def _client(s: Sentence, i: int) -> list[int] | None:
    """Return whose speaker it is who says it of pronoun i: "his lawyer said he was beaten",
    "Keller's lawyer said she was beaten"; "her client" is that lawyer's."""
    kind = kind_of(s, i)
    own = s.deps[i] == "poss" and s.among(s.heads[i], "those_spoken_for")
    if kind is None or kind.gender is None:
        return None
    for up in s.path(i):
        if s.deps[up] == "ROOT" or not s.is_verb(s.heads[up]) or s.deps[up] != "ccomp":
            continue
        for k in s.kids(s.heads[up], "nsubj"):
            owners = [t for t in s.kids(k, "poss") if kind_of(s, t) == kind or s.is_proper(t)]
            if k < i and s.among(k, "speakers_for_somebody") and (own or owners):
                return [k] if own else owners
    return None


def _same_doer(s: Sentence, i: int) -> list[int] | None:
    """Return the "he" above of "he knew Weber was armed before he shot him": who is named below it
    is the other one."""
    kind, verb = kind_of(s, i), s.heads[i]
    if kind is None or kind.gender is None or s.deps[i] not in SUBJECTS:
        return None
    if not any(kind_of(s, k) == kind for k in s.kids(verb, "dobj")):
        return None
    above = (k for up in s.path(verb) for k in s.kids(up, *SUBJECTS) if k < i)
    found = next((k for k in above if kind_of(s, k) == kind), None)
    return None if found is None else [found]


def _of_whom(s: Sentence, i: int) -> list[int] | None:
    """Return the many of whom a clause tells what is theirs: "two women who declared their"."""
    verb = s.heads[s.heads[i]]
    clause = s.deps[verb] == "relcl" and s.is_verb(verb)
    if s.words[i].lower() != "their" or s.deps[s.heads[i]] != "dobj" or not clause:
        return None
    who = any(s.words[k].lower() == "who" for k in s.kids(verb, "nsubj"))
    return [s.heads[verb]] if who and s.tags[s.heads[verb]] in {"NNS", "NNPS"} else None


def _reason(s: Sentence, i: int) -> list[int] | None:
    """Return who is blamed or held for what "he" did: "Lane said Ford is charged because he"."""
    kind, clause = kind_of(s, i), s.heads[i]
    above = s.heads[clause]
    if kind is None or kind.gender is None or s.deps[i] not in SUBJECTS:
        return None
    because = any(s.words[k].lower() == "because" for k in s.kids(clause, "mark"))
    taken = s.among(above, "blaming_verbs") or s.among(above, "capturing_verbs")
    if s.deps[clause] != "advcl" or not because or not taken or s.deps[above] != "ccomp":
        return None
    return [c for k in s.kids(above, "nsubjpass") for c in s.conjuncts(k)] or None


def opened_by(s: Sentence, i: int) -> int | None:
    """Return the one named behind a clause that opens the sentence with pronoun i, None elsewhere:
    "when he hit her, Keller fled".

    Not where the main clause has another "him": "when he arrived, Keller greeted him".
    """
    kind, clause = kind_of(s, i), s.heads[i]
    main = s.heads[clause]
    told = kind is not None and kind.gender is not None and s.deps[i] in SUBJECTS
    if not told or s.deps[clause] != "advcl" or not clause < main:
        return None
    found = [k for k in s.kids(main, *SUBJECTS) if k > clause and s.is_proper(k)]
    behind = range(found[0], len(s)) if found else ()
    another = any(kind_of(s, k) == kind and s.among(k, "object_pronouns") for k in behind)
    return found[0] if len(found) == 1 and not another and len(s.conjuncts(found[0])) == 1 else None


def is_tried(s: Sentence, i: int) -> bool:
    """Return whether pronoun i is whoever is charged or convicted, so that it means no judge."""
    return s.deps[i] == "nsubjpass" and s.among(s.heads[i], "blaming_verbs")


def is_judge(party: Party) -> bool:
    """Return whether a party is of a court before all else."""
    return party.sectors[:1] == ("JUD",)


def barred(s: Sentence, i: int) -> list[int]:
    """Return the tokens that pronoun i cannot mean."""
    return [*_apart(s, i), *_related(s, i)]


def below(s: Sentence, i: int) -> list[int]:
    """Return the names that what pronoun i does says more of, none of which it is: "he might back
    Keller" (Principle C of binding, Chomsky 1981). Another's words are no part of it."""
    if s.deps[i] not in SUBJECTS or s.tags[i] != "PRP":
        return []
    behind = [k for k in s.subtree(s.heads[i]) if k > i and s.is_proper(k)]
    return [k for k in behind if not quoted_apart(s, i, k)]


def _related(s: Sentence, i: int) -> list[int]:
    """Return the noun that a clause is about whose doer pronoun i is: "the union it sued"."""
    verb = s.heads[i]
    if s.deps[i] not in SUBJECTS or s.deps[verb] != "relcl":
        return []
    return [s.heads[verb]] if s.tags[i] == "PRP" else []


def _apart(s: Sentence, i: int) -> list[int]:
    """Return whom pronoun i cannot mean by its act: whoever is saved from "their raids" does not
    raid, no judge "ordered him held" who is himself, "the sheriff's men shot him" not him, and who
    "told the judge he was ill" speaks of no ill judge."""
    if s.deps[i] == "dobj" and any(s.among(s.heads[i], kind) for kind in _HOSTILE):
        return [t for k in s.kids(s.heads[i], *SUBJECTS) for t in s.kids(k, "poss")]
    act, above = s.heads[i], s.heads[s.heads[i]]
    if s.deps[i] in SUBJECTS and s.among(i, "object_pronouns") and s.is_verb(above):
        while s.kid(above, *SUBJECTS) is None and s.deps[above] == "xcomp":
            above = s.heads[above]  # "threatened to have him shot"
        return [c for k in s.kids(above, *SUBJECTS) for c in s.conjuncts(k)]
    tells = above if s.is_verb(above) else s.heads[above]  # "told the judge [that] he"
    if s.deps[i] in SUBJECTS and s.deps[act] in {"ccomp", "relcl"} and s.lemmas[tells] == "tell":
        return [k for k in s.kids(tells, "dobj", "dative") if s.among(k, "hearers")]
    owned = s.deps[i] == "poss" and s.deps[act] == "pobj" and s.among(act, "harmful_acts")
    verb = s.heads[above]
    if not owned or s.words[above].lower() not in _AWAY or not s.is_verb(verb):
        return []
    return [c for k in s.kids(verb, "dobj", "nsubjpass") for c in s.conjuncts(k)]
