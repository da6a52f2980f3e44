"""What hangs on a word by preposition, as possessor, as modifier; what relatives stand for."""

from __future__ import annotations

from reportedly.coding.grammar.agreement import agreeing
from reportedly.coding.sentences.sentence import Sentence

#: how many digits a year has
YEAR = 4


def prepositions(s: Sentence, i: int, word: str) -> list[int]:
    """Return the objects of preposition word under token i ("to" also where it is a dative)."""
    found: list[int] = []
    if word not in s.forms:
        return found
    for p in s.kids(i, "prep", "dative", "agent"):
        if s.words[p].lower() == word:
            found += [c for k in s.kids(p, "pobj", "pcomp") for c in s.conjuncts(k)]
            for more in s.kids(p, "conj"):
                found += [c for k in s.kids(more, "pobj") for c in s.conjuncts(k)]
        elif s.among(p, "adjunct_heads"):
            continue
        elif s.deps[p] == "prep" and s.kid(p, "pobj") is None:
            found += prepositions(s, p, word)  # "out of", "according to", "along with"
    return found


def antecedents(s: Sentence, k: int) -> list[int]:
    """Return k and its coordinates, a relative pronoun replaced by the noun it stands for."""
    if s.among(k, "relative_pronouns") and s.tags[k] in {"WDT", "WP", "WP$", "IN", "DT"}:
        for up in s.path(k):
            if s.deps[up] == "relcl":
                top = _extraposed(s, k, s.heads[up])
                top = agreeing(s, top, up, k)
                named = s.deps[top] == "appos" and s.is_proper(s.heads[top])
                return nouns_above(s, up, s.heads[top] if named else top, k)
    return s.conjuncts(k)


def nouns_above(s: Sentence, clause: int, top: int, opens: int | None = None) -> list[int]:
    """Return whom the clause under noun top tells of: top and what is named with it before.

    "a clerk backing Ana and a driver": the driver backs nobody. "Chad and Niger, which has": only
    Niger. opens: the relative pronoun, where there is one.
    """
    if (opens is not None and _either(s, top, opens)) or _disowned(s, top):
        return []
    named = _bearer(s, top, opens)
    if opens is not None and named == top:
        named = _act_above(s, top, opens, clause)
    found = [k for k in s.conjuncts(named) if k < clause]
    finite = [k for k in (clause, *s.kids(clause, "aux", "auxpass")) if s.tags[k] != "MD"]
    one = any(s.tags[k] == "VBZ" or s.words[k].lower() == "was" for k in finite)
    subject = opens is not None and s.deps[opens] in {"nsubj", "nsubjpass"}
    return found[-1:] if one and subject else found or [named]


def not_such(s: Sentence, top: int) -> int | None:
    """Return the "be" that denies somebody is of a kind: "Togo is not a state that bombs others",
    "Juma is no minister who resigned". What the clause tells was not done, by them at least.
    """
    if s.deps[top] != "attr" or s.lemmas[s.heads[top]] != "be":
        return None
    be = s.heads[top]
    set_apart = any(s.lemmas[k] == "it" for k in s.kids(be, "nsubj")) and s.tags[be] == "VBD"
    marks = s.kids(top, "det", "predet", "poss", "nummod")
    some = any(s.among(k, "indefinite_articles") or s.words[k].lower() == "any" for k in marks)
    plain = not marks and s.tags[top] in {"NN", "NNS"}
    denied = _is_denied(s, be) or has_no(s, top)
    ranked = any(s.among(k, "ranks") for k in s.kids(top, "amod"))
    kind = s.among(top, "kind_nouns") or plain or some or has_no(s, top)
    return be if denied and kind and not ranked and not set_apart else None


def _is_denied(s: Sentence, be: int) -> bool:
    return any(s.among(k, "negations") for k in s.kids(be, "neg", "advmod"))


def _disowned(s: Sentence, top: int) -> bool:
    """Return whether noun top is what somebody is said not to be: "Juma is not the man who shot",
    "it was not the army that fired". What the clause tells was done, and nobody is told to do it.

    Who is not the first to sign has signed.
    """
    if not_such(s, top) is not None:
        return False
    be = s.heads[top]
    denied = s.deps[top] == "attr" and s.lemmas[be] == "be" and _is_denied(s, be)
    return denied and not any(s.among(k, "ranks") for k in s.kids(top, "amod"))


def _bearer(s: Sentence, top: int, opens: int | None) -> int:
    """Return the noun that a relative clause tells of, which the parser hung on a name below it.

    Nobody says "Chad that …" of the Chad, and "who" is no town: "a woman from Lund, who", "the
    campaign against Chad that was backed by Mali".
    """
    if opens is None or s.deps[top] != "pobj":
        return top
    p = s.heads[top]
    above = s.heads[p]
    if s.tags[opens] == "WP" and s.among(p, "during_prepositions") and s.is_noun(above):
        whom = s.among(top, "people_nouns") or s.tags[top] in {"NNS", "NNPS"}
        named = s.deps[above] == "appos" and s.is_proper(s.heads[above])
        return top if whom else s.heads[above] if named else above
    if not s.is_proper(top) or s.kid(top, "det"):
        return top
    commas = any(s.words[k] in {",", "–", "—", "-"} for k in range(top + 1, opens))
    bare = s.words[opens].lower() == "that" and not commas
    place = s.tags[opens] == "WP" and (s.among(p, "within") or s.words[p].lower() == "from")
    return above if (bare or place) and s.is_noun(above) else top


def _act_above(s: Sentence, top: int, opens: int, clause: int) -> int:
    """Return the act that "which" tells of, hung on whom or where it befell: "the shooting of a
    boy, which led to riots", "an attack on the town of Harim, which killed nine"."""
    if s.words[opens].lower() != "which" or s.deps[opens] not in {"nsubj", "nsubjpass"}:
        return top
    deadly = s.among(clause, "effect_verbs") or s.among(clause, "setting_off_verbs")
    k = top
    while s.deps[k] == "pobj" and _befallen(s, k, anything=deadly):
        above = s.heads[s.heads[k]]
        if not s.is_noun(above):
            return top
        k = above
    return k


def _befallen(s: Sentence, k: int, *, anything: bool) -> bool:
    """Return whether noun k is people, and no "which"; with anything, also a name or a place."""
    people = s.among(k, "people_nouns") and not s.is_proper(k)
    place = s.is_proper(k) or s.among(k, "place_nouns") or s.among(k, "kinds_of_place")
    return people or (anything and place)


def _either(s: Sentence, top: int, opens: int) -> bool:
    """Return whether "who" behind a comma may be whoever is described, or whom that names: "Ana
    Holm, a former aide to President Mora, who advised"."""
    first = next((k for k in s.conjuncts(top) if s.deps[k] == "pobj"), top)
    p = s.heads[first]
    described = s.heads[p]
    whom = (
        s.deps[first] == "pobj" and s.is_proper(top) and s.words[p].lower() in {"to", "of", "for"}
    )
    aside = s.deps[described] == "appos" and s.is_proper(s.heads[described])
    return whom and aside and s.tags[opens] == "WP" and s.words[opens - 1] == ","


def _extraposed(s: Sentence, k: int, top: int) -> int:
    """Return the noun that "who" at k means where the parser hung its clause on a day: "freed two
    men on Monday who had struck"."""
    if not s.among(top, "weekdays") or s.tags[k] != "WP":
        return top
    verb = next((up for up in s.path(top) if s.is_verb(up)), top)
    before = [t for t in s.kids(verb, "dobj", "nsubjpass", "nsubj") if t < top]
    return before[-1] if before else top


def says_when(s: Sentence, k: int) -> bool:
    """Return whether token k is a day, a month or a year: "launched a rocket on Monday"."""
    year = s.tags[k] == "CD" and len(s.words[k]) == YEAR and s.words[k].isdigit()
    return (
        year
        or s.among(k, "weekdays")
        or s.among(k, "months")
        or s.among(k, "weekends")
        or s.among(k, "day_parts")
    )


def possessors(s: Sentence, i: int) -> list[int]:
    """Return whose noun i is: "Togo's raid"; a coordinated noun shares its first one's."""
    found = [c for k in s.kids(i, "poss") for c in antecedents(s, k)]
    if not found and s.deps[i] == "conj" and s.is_noun(s.heads[i]):
        return possessors(s, s.heads[i])
    return found


def modifiers(s: Sentence, i: int) -> list[int]:
    """Return the words that modify noun i before it, and theirs, in text order."""
    found = [c for k in s.kids(i, "amod", "compound", "nmod") for c in s.conjuncts(k)]
    found = [k for k in found if not _taken_against(s, k)]
    for k in list(found):
        found += [m for m in s.kids(k, "amod", "compound", "nmod", "npadvmod") if m not in found]
    return sorted(found)


def _taken_against(s: Sentence, k: int) -> bool:
    """Return whether a prefix makes word k whom something is for or against: "anti-Mora march"."""
    return k > 1 and s.words[k - 1] == "-" and s.words[k - 2].lower() in {"anti", "pro"}


def has_to(s: Sentence, i: int) -> bool:
    """Return whether verb i is a to-infinitive."""
    return any(s.tags[k] == "TO" for k in s.kids(i, "aux"))


def unsaid(s: Sentence, i: int) -> list[int]:
    """Return the "to" of what somebody is to do and nobody says again: "ordered her to"."""
    if s.kid(i, "dobj", "nsubjpass") is None or s.deps[i] == "relcl":
        return []
    return [k for k in s.kids(i, "xcomp", "prep", "dative") if k > i and is_bare_to(s, k)]


def is_bare_to(s: Sentence, i: int) -> bool:
    """Return whether token i is a "to" with nothing behind it: "told him not to"."""
    return s.words[i].lower() == "to" and all(s.deps[k] == "neg" for k in s.kids(i))


def has_perfect(s: Sentence, i: int) -> bool:
    """Return whether verb i stands under the auxiliary "have": "should have left"."""
    return any(s.lemmas[k] == "have" for k in s.kids(i, "aux"))


def extraposed(s: Sentence, i: int) -> list[int]:
    """Return the clause that predicate i judges, hung on "be": "it is a crime to export it"."""
    be = s.heads[i]
    judged = s.deps[i] in {"acomp", "attr"} and s.lemmas[be] == "be"
    if not judged or not any(s.words[k].lower() == "it" for k in s.kids(be, "nsubj", "expl")):
        return []
    return [k for k in s.kids(be, "xcomp", "ccomp", "csubj", "advcl") if k > i and has_to(s, k)]


def stands_beside(s: Sentence, p: int) -> bool:
    """Return whether a gerund under preposition p stands beside the main event."""
    return s.among(p, "sharing_prepositions") or s.among(p, "presupposing_prepositions")


def has_no(s: Sentence, i: int) -> bool:
    """Return whether noun i is denied by its own determiner: "no evidence"."""
    return any(s.among(k, "no_determiners") for k in s.kids(i, "det", "neg", "advmod"))


def verdicts(s: Sentence, verb: int) -> list[int]:
    """Return the verdicts that verb brings: "found him guilty", "held Chad responsible"."""
    found = s.kids(verb, "acomp", "oprd", "ccomp")
    found += [a for k in s.kids(verb, "dobj") for a in s.kids(k, "amod") if a > k]
    return [k for k in found if s.among(k, "verdict_words")]


def hyphened(s: Sentence, i: int) -> list[int]:
    """Return the word that a hyphen glues before verb i: "test-fired", however it is hung."""
    glued = i > 1 and s.words[i - 1] == "-" and s.ends[i - 2] == s.starts[i - 1]
    return [i - 2] if glued and s.ends[i - 1] == s.starts[i] else []
