"""Control: who does a verb that has no subject of its own.

"asked Y to send", "accused X of pushing", "promised to leave", "a plan to attack".
"""

from __future__ import annotations

from typing import Protocol

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import (
    has_to,
    modifiers,
    nouns_above,
    possessors,
    prepositions,
    stands_beside,
)
from reportedly.coding.grammar.relatives import is_relative_object
from reportedly.coding.sentences.sentence import Sentence

#: tags of the verbs of told rows: "came, saw and left"
FINITE = frozenset({"VBD", "VBZ"})
#: before whoever is asked: "a call on rebels to", "an order for police to"
ADDRESSING = ("to", "on", "for")


class Arguments(Protocol):
    """The subjects and objects of the other verbs of the sentence."""

    @property
    def sentence(self) -> Sentence:
        """The parsed sentence."""
        ...

    def subjects(self, i: int) -> list[int]:
        """Return who does i."""
        ...

    def objects(self, i: int) -> list[int]:
        """Return what is done by i."""
        ...

    def surface(self, i: int) -> list[int]:
        """Return the grammatical subject of i."""
        ...

    def datives(self, i: int) -> list[int]:
        """Return who i is done to or for."""
        ...

    def copular(self, adjective: int) -> list[int]:
        """Return the subject of "be" above a predicate adjective."""
        ...


def understood(of: Arguments, i: int) -> list[int]:
    """Return who does verb i, which has no subject of its own, by the clause that it stands in."""
    s, head, label = of.sentence, of.sentence.heads[i], of.sentence.deps[i]
    if label == "conj" and s.is_verb(head):
        return of.surface(_finite(s, i, head))
    if label == "dep" and _goes_on(s, i, head) and s.kid(head, "cc") is None:
        return of.surface(head)
    if head == i and (opening := _opening(s, i)) is not None:
        return of.surface(opening)
    if _headlined(s, i, head):
        return s.conjuncts(head)
    if label == "relcl":
        return [] if is_relative_object(s, i) else nouns_above(s, i, head)
    if label in {"xcomp", "ccomp"} and (s.is_verb(head) or s.tags[head].startswith("JJ")):
        return controllers(of, i, head)
    if label in {"advcl", "acl"} and has_to(s, i) and (taken := _engaged(s, i, head)):
        return taken
    if label == "acl":
        return _under_noun(of, i, head)
    if label == "advcl" and s.is_verb(head):
        if _came_of(s, i, head) or _meant_by_doer(s, i, head):
            return of.subjects(head)
        return _seen(of, i, head) or of.surface(head)
    if label == "pcomp":
        return of_gerund(of, i, head)
    if label == "acomp" and s.is_verb(head):  # "feels emboldened to launch"
        return of.subjects(head)
    if label in {"aux", "auxpass"}:
        return of.subjects(head)
    return []


def _goes_on(s: Sentence, i: int, head: int) -> bool:
    """Return whether finite verb i goes on with the verb before it: "taxed it, then sold it"."""
    return s.tags[i] in FINITE and s.tags[i] == s.tags[head] and head < i


def _opening(s: Sentence, i: int) -> int | None:
    """Return the first verb of a row hung on main verb i, which has its subject: "the guard knelt,
    gave her a coat and rang the bell"."""
    rows = [k for k in s.kids(i, "ccomp", "parataxis") if k < i and _goes_on(s, i, k)]
    told = [k for k in rows if s.kid(k, "mark") is None and s.kid(k, "nsubj") is not None]
    comma = i > 0 and (s.words[i - 1] == "," or s.tags[i - 1] == "RB")
    quoted = any(word in {'"', "“", "”"} for word in s.words[:i])
    return told[0] if len(told) == 1 and comma and not quoted else None


def _headlined(s: Sentence, i: int, head: int) -> bool:
    """Return whether a headline tells what its name will do: "Macron to visit Chad"."""
    alone = s.heads[head] == head and head < i and s.is_proper(head)
    return alone and s.deps[i] in {"xcomp", "acl", "relcl"} and has_to(s, i)


def _seen(of: Arguments, i: int, head: int) -> list[int]:
    """Return who was seen, caught or stopped doing i: "stopped monks holding a protest"."""
    s = of.sentence
    if s.tags[i] != "VBG" or not s.among(head, "catching_verbs"):
        return []
    if passive(s, head):
        return of.surface(head)
    beside = [k for k in s.kids(head, "dobj", "nsubj") if head < k and s.subtree(k)[-1] == i - 1]
    return s.conjuncts(beside[0]) if beside else []


def _engaged(s: Sentence, i: int, head: int) -> list[int]:
    """Return who is hired or paid to do i: "held for hiring a cousin to shoot him": the cousin."""
    noun = head if s.deps[i] == "acl" else s.kid(head, "dobj")
    if noun is None or s.deps[noun] != "dobj" or not s.among(s.heads[noun], "engaging_verbs"):
        return []
    somebody = s.among(noun, "people_nouns") or s.is_proper(noun) or s.tags[noun] == "PRP"
    return s.conjuncts(noun) if somebody else []


def _came_of(s: Sentence, i: int, head: int) -> bool:
    """Return whether i tells what came of a passive deed: "the mill was shelled, killing nine":
    whoever shelled it killed them."""
    effect = s.among(i, "effect_verbs") or s.among(i, "outcome_verbs")
    tried = s.among(head, "blaming_verbs")  # "was charged …, killing": he killed
    return s.tags[i] == "VBG" and effect and head < i and passive(s, head) and not tried


def _meant_by_doer(s: Sentence, i: int, head: int) -> bool:
    """Return whether i tells what whoever strikes somebody means by it: "had to be targeted to
    avoid killing civilians": not the targets."""
    struck = s.among(head, "harming_verbs") or s.among(head, "hunting_verbs")
    return has_to(s, i) and struck and passive(s, head)


def _finite(s: Sentence, i: int, head: int) -> int:
    """Return the verb that finite verb i goes on with, hung on an infinitive below it.

    "He would let them stay and even backs an amnesty": not they.
    """
    if s.tags[i] != "VBZ":
        return head
    for up in (head, *s.path(head)):
        if s.tags[up] != "VB":
            return up if s.is_verb(up) else head
        if any(s.tags[k] == "MD" for k in s.kids(up, "aux")):
            return up
    return head


def controllers(of: Arguments, i: int, head: int) -> list[int]:
    """Return who does clause i under head: "ready to go", "asked Y to go", "promised to go"."""
    s = of.sentence
    if s.tags[head].startswith("JJ"):
        return of.copular(head)
    if has_to(s, i) and s.among(head, "leaning_verbs"):
        leant = prepositions(s, head, "on") or prepositions(s, head, "upon")
        if leant and leant[0] < i:
            return leant  # "relies on Togo to guard it"
    if has_to(s, i) and s.among(head, "writing_verbs") and s.among(i, "written_appeals"):
        return of.surface(head)  # "wrote to the bank to ask for time"
    alone = s.among(head, "bare_infinitive_verbs") and s.kid(head, "dobj") is None
    if not alone and not s.among(head, "subject_control"):  # not "whom Mali refused to back"
        if s.deps[i] == "xcomp" and not passive(s, head):
            others = of.datives(head) or of.objects(head)
            others = [k for k in others if not s.among(k, "undertakings")]
            if others and i not in others:
                return others
        elif s.deps[i] == "ccomp" and has_to(s, i) and (others := of.objects(head)):
            return others
    return of.surface(head)


def of_gerund(of: Arguments, i: int, preposition: int) -> list[int]:
    """Return who does gerund i under a preposition: "accused X of pushing"."""
    s = of.sentence
    head = s.heads[preposition]
    if s.is_verb(head):
        return _gerund_under_verb(of, i, preposition, head)
    if s.is_noun(head):
        if s.deps[head] == "dobj" and s.among(s.heads[head], "blaming_verbs"):
            return s.conjuncts(head)  # "accused the general of killing": hung on the general
        owners = possessors(s, head)
        verb = s.heads[head]
        if s.deps[head] == "pobj":  # "in exchange for supplying": whoever the clause is about
            verb = s.heads[verb]
        if s.among(head, "charge_nouns") and s.is_verb(verb):
            return _charged(of, verb, head)
        return of.surface(verb) if not owners and s.is_verb(verb) else owners
    if s.tags[head].startswith("RB") and s.is_verb(s.heads[head]):  # "stopped short of"
        return of.surface(s.heads[head])
    return of.copular(head) if s.tags[head].startswith("JJ") else []


def _charged(of: Arguments, verb: int, noun: int) -> list[int]:
    """Return who is charged: "held X on suspicion of", "X faces charges of"."""
    s = of.sentence
    against = prepositions(s, noun, "against") or prepositions(s, verb, "against")
    if against:
        return against
    objects = [k for k in of.objects(verb) if k != noun]
    held = s.among(verb, "facing_verbs")
    return objects or (of.surface(verb) if held or passive(s, verb) else [])


def _gerund_under_verb(of: Arguments, i: int, preposition: int, verb: int) -> list[int]:
    s = of.sentence
    above = s.heads[verb]
    if s.deps[verb] == "xcomp" and s.among(above, "forcing_verbs") and not passive(s, above):
        by = s.words[preposition].lower() == "by"  # "forced them to stop by threatening"
        return of.subjects(above) if by else of.surface(verb)
    told = of.surface(verb) if passive(s, verb) else of.objects(verb)
    objects = [k for k in told if k != i]
    if preposition and s.among(preposition - 1, "denying"):
        return of.surface(verb)
    beside = stands_beside(s, preposition) and s.words[preposition].lower() != "with"
    blamed = s.among(verb, "blaming_verbs") and not beside
    governs = s.among(preposition, "object_gerund_prepositions") or blamed
    governs |= s.words[preposition].lower() == "as"  # "described them as seeking refuge"
    return objects if governs and objects else of.surface(verb)


def _under_noun(of: Arguments, i: int, head: int) -> list[int]:
    """Return the subject of a clause under a noun: "rebels fighting …", "a plan to attack"."""
    s = of.sentence
    if s.tags[i] == "VBG" and not has_to(s, i):
        writing = _writing(s, i, head)
        p = s.heads[head]
        if s.is_proper(head) and s.deps[head] == "pobj" and s.among(p, "location_prepositions"):
            up = s.heads[p]  # "seized a boat off Yemen carrying rifles"
            return s.conjuncts(up) if s.is_noun(up) else of.objects(up)
        return nouns_above(s, i, head) if writing is None else of.subjects(writing)
    if not has_to(s, i):
        return []
    if s.among(head, "asking_nouns"):
        for word in ADDRESSING:
            if asked := [k for k in prepositions(s, head, word) if k < i]:
                return asked
    owners = possessors(s, head) or prepositions(s, head, "by")
    if owners:
        return owners
    verb = s.heads[head]
    held = s.deps[head] in {"dobj", "attr", "nsubjpass"} and s.is_verb(verb)
    resisted = s.among(verb, "resisting_verbs") and not s.among(head, "asking_nouns")
    foiled = s.among(verb, "foiling_verbs") or s.among(verb, "finding_verbs") or resisted
    if held and not foiled:
        return of.subjects(verb)
    # whoever foils a plot to attack is the last to attack
    return [k for k in modifiers(s, head) if s.is_proper(k) or s.tags[k] == "JJ"]


def _writing(s: Sentence, i: int, head: int) -> int | None:
    """Return the verb of whoever wrote "to the ministries urging them", hung on the ministries."""
    to = s.heads[head]
    if not s.among(i, "written_appeals") or s.deps[head] != "pobj" or s.words[to].lower() != "to":
        return None
    above = s.heads[to]
    if s.among(above, "letters"):
        above = s.heads[above]
    elif not any(s.among(k, "letters") for k in s.kids(above, "dobj")) and not s.among(
        above, "writing_verbs"
    ):
        return None
    return above if s.is_verb(above) else None
