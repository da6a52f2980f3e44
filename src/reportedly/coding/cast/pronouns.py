"""Who "he", "it", "they", "we" stand for: looked for in the sentence, then in the article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.coding.cast import bindings
from reportedly.coding.cast.antecedents import Fit, Search, empty_it, kind_of, looked, only_initials
from reportedly.coding.cast.known import gender_of
from reportedly.coding.cast.memory import Memory, Number, Pronoun, faded
from reportedly.coding.cast.party import Party
from reportedly.coding.cast.scene import Scene, Who
from reportedly.coding.sentences.sentence import Sentence

#: behind these stands what somebody is thanked or blamed for: not "attacked it with missiles"
_REASONS = frozenset({"for", "over", "of"})


def pronoun(scene: Scene, who: Who, i: int, kind: Pronoun) -> tuple[Party, ...]:
    """Return who the third-person pronoun at token i stands for; () where it is not clear."""
    if empty_it(scene.sentence, i):
        return ()
    settled = bindings.meant(scene.sentence, i)
    if settled is not None:
        return tuple(faded(party) for k in settled for party in who.resolve(k))
    own = [*own_subjects(scene, i), *bindings.barred(scene.sentence, i)]
    several = kind.number is Number.SEVERAL
    if several and (together := _several(scene, who, i)):
        return tuple(faded(party) for party in together)
    barred = [party for k in own for party in who.resolve(k)]
    homes = {party.country for party in barred if party.country}
    unknown = _unknown_speaker(scene, who, i)
    if unknown is not None:
        return (faded(unknown),)
    if kind.number is not Number.PERSON and _waits_for_another(scene, who, i):
        return ()
    search = Search(scene, who, i, kind, frozenset(own))
    told, later = looked(search), bindings.opened_by(scene.sentence, i)
    found = told.parties
    if later is not None and (fit := search.fit(later)) is not Fit.NO:
        found = who.resolve(later) if fit is Fit.YES else ()
    elif not told.closed and _may_reach_back(scene, i, kind):
        before = _remembering(scene, who, i, kind).carried(kind)
        found = (before,) if before else ()
    if any(party.same(other) for party in found for other in barred):
        return ()
    if bindings.is_tried(scene.sentence, i) and any(map(bindings.is_judge, found)):
        return ()
    if any(party.is_state and party.country in homes for party in found):
        return ()  # "Qatari commandos retook it": not Qatar
    if not found and several:
        here = _before(scene, who, i, own)
        pair = here.two(person=True) or here.two(person=False) or scene.memory.together
        found = () if told.closed else pair
        if scene.sentence.among(scene.sentence.heads[i], "talks"):  # "their talks": of two
            found = found or scene.memory.two(person=True) or scene.memory.two(person=False)
    elif not found:
        found = _ahead(Search(scene, who, i, kind))
    return tuple(faded(party) for party in found)


def _waits_for_another(scene: Scene, who: Who, i: int) -> bool:
    """Return whether "it" is what a clause waits for that speaks of several states.

    "Kenya will not drop its sanctions on Somalia until it leaves": hardly Kenya.
    """
    s, verb = scene.sentence, scene.sentence.heads[i]
    waits = any(s.among(k, "waiting_words") for k in s.kids(verb, "mark", "advmod"))
    if not waits or s.deps[i] not in {"nsubj", "nsubjpass"} or s.deps[verb] != "advcl":
        return False
    named = [k for k in s.subtree(s.heads[verb]) if k < i and s.is_noun(k)]
    countries = {p.country for k in named for p in who.resolve(k) if p.country}
    return len(countries) > 1


def genders_told(scene: Scene, who: Who, before: int) -> Mapping[str, str]:
    """Return the genders that pronouns in front of token before tell of names remembered."""
    s = scene.sentence
    told: dict[str, str] = {}
    for k in range(before):
        kind = kind_of(s, k) if s.tags[k] in {"PRP", "PRP$"} else None
        if kind is None or kind.gender is None or _unknown_speaker(scene, who, k):
            continue
        if _before(scene, who, k, own_subjects(scene, k)).pronoun(kind) is None:
            found = scene.memory.with_genders(told).carried(kind)
            if found is not None and found.person is True and not _says(scene, found, k):
                told.setdefault(found.name, kind.gender)
    return told


def _says(scene: Scene, party: Party, k: int) -> bool:
    """Return whether the party says token k: nobody calls himself "she"."""
    speaker = scene.speaker(k)
    return speaker is not None and speaker.same(party)


def _remembering(scene: Scene, who: Who, i: int, kind: Pronoun) -> Memory:
    """Return the article's memory with what pronouns before token i have told."""
    if kind.gender is None:
        return scene.memory
    return scene.memory.with_genders(genders_told(scene, who, i))


def _before(scene: Scene, who: Who, i: int, own: Sequence[int]) -> Memory:
    """Return a memory of the nouns in front of token i, the subjects last."""
    s = scene.sentence
    heads = [k for k in range(i) if s.is_noun(k) and s.deps[k] not in {"compound", "amod"}]
    subjects = [k for k in heads if s.deps[k] in {"nsubj", "nsubjpass"}]
    ordered = [k for k in heads if k not in subjects] + subjects[::-1]
    return Memory().noted([p for k in ordered if k not in own for p in who.resolve(k)])


def _unknown_speaker(scene: Scene, who: Who, i: int) -> Party | None:
    """Return a name that nobody knows, as subject of the clause above: "Ham said he backs"."""
    s = scene.sentence
    if not s.among(i, "subject_pronouns"):
        return None
    for up in s.path(i):
        for k in s.kids(up, "nsubj") if s.deps[up] in {"ROOT", "conj"} else ():
            said = any(s.deps[t] == "ccomp" and s.heads[t] == up for t in (i, *s.path(i)))
            named = s.is_proper(k) and s.tags[k] == "NNP" and not only_initials(s, k)
            if said and k < i and named and not s.kids(k, "det"):
                party = next(iter(who.resolve(k)), None)
                gender = party.gender if party else None
                if gender not in (None, gender_of(s, i)):
                    return None
                if party is not None and party.person is None and party.country is None:
                    return replace(party, person=True)
    return None


def own_subjects(scene: Scene, i: int) -> list[int]:
    """Return the subjects of the verb that pronoun i is object of: "police beat them"."""
    s = scene.sentence
    if (judging := _judging(s, i)) is not None:
        return [c for k in s.kids(judging, "nsubj") for c in s.conjuncts(k)]
    verb = _verb_of_object(s, i)
    if verb is None:
        return []
    while s.kid(verb, "nsubj", "nsubjpass") is None and _shares_subject(s, verb):
        verb = s.heads[verb]
    return [c for k in s.kids(verb, "nsubj") for c in s.conjuncts(k)]


def _verb_of_object(s: Sentence, i: int) -> int | None:
    """Return the verb that pronoun i is an object of, by a preposition too, or None.

    "Elders pleaded for them", "told lies about him": another than the subject.
    """
    if s.deps[i] in {"dobj", "dative"}:
        return s.heads[i]
    if s.deps[i] != "pobj" or s.lemmas[i].endswith(("self", "selves")):
        return None
    up = s.heads[s.heads[i]]
    up = s.heads[up] if s.deps[up] == "dobj" else up
    return up if s.is_verb(up) else None


def _may_reach_back(scene: Scene, i: int, kind: Pronoun) -> bool:
    """Return whether pronoun i may stand for whom the sentence before was about.

    "It" and "its" elsewhere than as a subject are as often a thing, and of "he" in somebody's
    words every second is somebody else.
    """
    if kind.number is Number.THING:
        return scene.sentence.deps[i] in {"nsubj", "nsubjpass"}
    return scene.speaker(i) is None


def _judging(s: Sentence, i: int) -> int | None:
    """Return the verb that thanks or blames somebody for what pronoun i owns or did, or None.

    "Kyiv thanked Berlin for its aid": Berlin's.
    """
    if s.deps[i] == "nsubj":  # "thanked Oslo for the boats that it sent"
        clause = s.heads[i]
        preposition = s.heads[s.heads[clause]] if s.deps[clause] == "relcl" else i
    elif s.deps[i] == "poss":
        preposition = s.heads[s.heads[i]]
    else:
        return None
    verb = s.heads[preposition]
    reason = s.deps[preposition] == "prep" and s.words[preposition].lower() in _REASONS
    told = reason and s.among(verb, "judging_verbs")
    return verb if told and s.kid(verb, "dobj") is not None else None


def _shares_subject(s: Sentence, verb: int) -> bool:
    """Return whether a verb without a subject has that of the verb above it.

    "Chad shut the border with Togo, accusing it": not Chad.
    """
    above = s.heads[verb]
    if above == verb:
        return False
    participle = s.deps[verb] == "advcl" and s.tags[verb] == "VBG" and s.kid(verb, "mark") is None
    infinitive = s.deps[verb] == "xcomp" and s.kid(above, "dobj") is None
    return s.deps[verb] == "conj" or participle or infinitive


def _several(scene: Scene, who: Who, i: int) -> list[Party]:
    """Return the coordinated subject of a clause above "they": "A and B agreed that they"."""
    s = scene.sentence
    for up in s.path(i):
        for k in s.kids(up, "nsubj"):
            together = s.conjuncts(k)
            barred = set(together) & set(own_subjects(scene, i))
            if k < i and len(together) > 1 and i not in together and not barred:
                return [party for c in together for party in who.resolve(c)]
    return []


def _ahead(search: Search) -> tuple[Party, ...]:
    """Return the main clause's subject for a pronoun before it: "Before it fell, Kabul …"."""
    s, i = search.sentence, search.i
    inside = any(s.deps[up] == "advcl" for up in (i, *s.path(i)))
    for k in s.kids(s.root, "nsubj", "nsubjpass"):
        if inside and k > i and kind_of(s, k) is None and search.fit(k) is not Fit.NO:
            return search.who.resolve(k)
    return ()
