"""By what an event hangs on the word above it, and what its own phrase says of it."""

from __future__ import annotations

from reportedly.coding.grammar.passive import passive
from reportedly.coding.grammar.phrases import has_to, verdicts
from reportedly.coding.sentences.sentence import Sentence

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_OPENING = frozenset({"“", "``"})
_QUOTES = frozenset({'"', "“", "”", "``", "''"})
_PHRASE = ("det", "poss", "amod", "compound", "nummod", "prep")


def relation_of(s: Sentence, i: int, label: str) -> str:
    """Return the relation by which i hangs on its head, in the words of the operators' `reach`."""
    if label in {"dobj", "nsubjpass", "attr", "oprd"}:
        return "object"
    if label == "nsubj" and passive(s, s.heads[i]):
        return "object"
    if label in {"nsubj", "csubj"}:
        return "subject"
    reduced = label == "acl" and s.tags[i] in {"VBN", "VBG"}
    reduced = reduced and s.kid(i, "mark", "aux", "nsubj") is None
    if label in {"xcomp", "ccomp", "acl", "csubjpass"} and not reduced:
        return "complement"  # "sanctions imposed on", "reports reaching Oslo" are no contents
    far = (
        label == "advcl"
        and s.tags[i] == "VB"
        and has_to(s, i)
        and s.among(s.heads[i], "infinitive_takers")
    )
    return "complement" if far and s.kid(s.heads[i], "xcomp", "ccomp") is None else label


def doer_before(s: Sentence, i: int) -> int | None:
    """Return the noun right before gerund i that does it: "opposes rebels attacking it", or None.

    The parser hangs the gerund on it, or beside it on the verb.
    """
    up = s.heads[i]
    if s.tags[i] != "VBG" or s.kid(i, "aux", "mark") is not None or s.words[max(i - 1, 0)] == ",":
        return None
    if s.deps[i] == "acl":
        return up
    beside = s.kids(up, "dobj") if s.deps[i] == "advcl" and s.is_verb(up) else []
    return next((k for k in beside if s.subtree(k)[-1] == i - 1), None)


def preposition_of(s: Sentence, i: int, doer: int) -> int | None:
    """Return the preposition before the doer of gerund i: "the prospect of rebels attacking it".

    The parser hangs the gerund on the doer, or on the noun above both.
    """
    below = [
        p for p in s.kids(doer, "prep") for k in s.kids(p, "pobj") if s.subtree(k)[-1] == i - 1
    ]
    p = below[0] if below else s.heads[doer]
    return p if s.deps[p] == "prep" and (below or s.deps[doer] == "pobj") else None


def governor(s: Sentence, top: int) -> int:
    """Return the verb that a phrase under top belongs to, where the parser hung it lower.

    "cleared [the mayor] of attacking", "found [guilty] of killing".
    """
    up = s.heads[top]
    beside = s.tags[top].startswith("RB") and s.deps[top] in {"advmod", "prt"} and s.is_verb(up)
    if beside and not s.among(top, "denying"):
        return up  # "held back from shelling it"
    if s.deps[top] == "dobj" and s.among(up, "blaming_verbs"):
        return up
    above = (up, s.heads[up]) if s.among(top, "verdict_words") else ()
    return next((v for v in above if s.is_verb(v) and top in verdicts(s, v)), top)


def instead_of(s: Sentence, p: int) -> bool:
    """Return whether preposition p is "instead of", "short of", "far from", "rather than", or
    "nowhere near"."""
    word = s.words[p].lower()
    if word in {"than", "near"}:
        return s.among(max(p - 1, 0), "denying_adverbs")
    if word not in {"of", "from"}:
        return False
    near = (s.heads[p], *s.children[p], max(p - 1, 0))
    return any(s.among(k, "denying") for k in near)


def is_definite(s: Sentence, i: int) -> bool:
    """Return whether noun i speaks of something known: "the raid", "its raid"."""
    return any(
        s.deps[k] == "poss" or s.words[k].lower() in _DEFINITE for k in s.kids(i, "det", "poss")
    )


def names_an_act(s: Sentence, i: int) -> bool:
    """Return whether noun i has a phrase of its own: then its act is taken for granted.

    The parser takes some commands for nouns: "contact the office".
    """
    if s.tags[i] not in {"NN", "NNS"} or s.kid(i, "dobj", "nsubj") is not None:
        return False
    return s.kid(i, *_PHRASE) is not None


def is_aside(s: Sentence, i: int) -> bool:
    """Return whether i is a participle that tells what came before: "will appear, accused of"."""
    alone = s.tags[i] == "VBN" and s.kid(i, "aux", "auxpass", "mark", "advmod") is None
    return alone and not has_to(s, s.heads[i])  # "to have been packed, loaded and sold"


def gives_reason(s: Sentence, i: int) -> bool:
    """Return whether i is a participle set behind its clause: "did not attend, blaming Chad"."""
    behind = s.tags[i] == "VBG" and s.heads[i] < i and s.kid(i, "mark", "aux", "nsubj") is None
    return behind and any(s.words[k] == "," for k in range(s.heads[i], i))


def stands_apart(s: Sentence, i: int) -> bool:
    """Return whether clause i is a sentence of its own before a semicolon: "it left; they stayed".

    The parser makes it what the clause behind says.
    """
    up = s.heads[i]
    return s.deps[i] == "ccomp" and any(i < k < up and s.words[k] == ";" for k in s.children[up])


def takes_for_granted(s: Sentence, i: int) -> bool:
    """Return whether question i takes its act for granted: "Why did Lima close the port?"."""
    asked = [k for k in s.children[i] if s.tags[k] in {"WRB", "WP"}]
    helped = [k for k in s.kids(i, "aux", "auxpass") if s.tags[k] != "TO"]
    told = any(s.tags[k] == "VBD" or s.lemmas[k] == "have" for k in (helped or [i]))
    return bool(asked) and told


def in_quotes(s: Sentence, i: int) -> bool:
    """Return whether token i stands in quotation marks that this sentence opens."""
    marks = [s.words[k] for k in range(i) if s.words[k] in _QUOTES]
    return bool(marks) and (marks[-1] in _OPENING or (marks[-1] == '"' and len(marks) % 2 == 1))


def speaks_by_wishing(s: Sentence, i: int, up: int) -> bool:
    """Return whether clause i is what a speaker wishes to say: "I want to say that they left"."""
    wish = s.heads[up]
    told = s.deps[i] == "ccomp" and s.kid(i, "nsubj", "nsubjpass") is not None
    said = s.deps[up] == "xcomp" and has_to(s, up) and s.among(up, "uttering_verbs")
    first = any(s.among(k, "first_pronouns") for k in s.kids(wish, "nsubj"))
    return told and said and first and s.kid(wish, "neg") is None


def is_purpose(s: Sentence, i: int) -> bool:
    """Return whether clause i is an infinitive that says what a thing is for.

    "a show to be held in May", "talks to end the war"; not "it is a mistake to go".
    """
    noun = s.heads[i]
    return has_to(s, i) and (s.tags[i] == "VBN" or s.deps[noun] != "attr" or is_ranked(s, noun))


def says_what(s: Sentence, i: int) -> bool:
    """Return whether clause i is what its noun says: "a lie that they left", "lies that hurt"."""
    mark = [k for k in s.kids(i, "mark", "advmod") if s.words[k].lower() == "that"]
    return bool(mark) and s.kid(i, "nsubj", "nsubjpass") is not None


def is_any(s: Sentence, i: int) -> bool:
    """Return whether noun i is told of as whatever may come: "any attack on the port".

    What is denied has "any" for "a": "did not make any arrests".
    """
    return any(s.words[k].lower() == "any" for k in s.kids(i, "det"))


def leads(s: Sentence, i: int) -> bool:
    """Return whether noun i is a subject, or hangs on one, of a verb that is not denied."""
    top = i
    while s.deps[top] in {"pobj", "prep", "conj"} and s.heads[top] != top:
        top = s.heads[top]
    verb = s.heads[top]
    denied = s.is_verb(verb) and (s.kid(verb, "neg") is not None or s.among(verb, "denying_verbs"))
    return s.deps[top] in {"nsubj", "nsubjpass"} and not denied


def is_free(s: Sentence, i: int) -> bool:
    """Return whether noun i stands for whoever or whatever may come: "anyone who attacks it"."""
    return is_any(s, i) or s.among(i, "free_choice_words")


def is_ranked(s: Sentence, noun: int) -> bool:
    """Return whether a noun is the first or last of its kind: "the first of the states to"."""
    above = s.heads[s.heads[noun]] if s.deps[noun] == "pobj" else noun
    near = (noun, *(k for up in (noun, above) for k in s.children[up]))
    return any(s.among(k, "ranks") for k in near)  # "the first to", "the first state to"


def set_for_later(s: Sentence, noun: int) -> bool:
    """Return whether a noun's own phrase says that it will be: "talks to be held in June", "a
    hearing set for June"."""
    if any(s.among(k, "setting_verbs") and _has_for(s, k) for k in s.kids(noun, "acl")):
        return True
    if any(s.words[k].lower() == "ahead" and k == noun + 1 for k in s.kids(noun, "advmod")):
        return True  # "more protests ahead"
    owner = [k for p in s.kids(noun, "poss") for k in s.kids(p, "amod")]
    if not s.among(noun, "scheduled_events"):
        return False
    if any(s.words[k].lower() == "next" for k in (*owner, *s.kids(noun, "amod"))):
        return True  # "next week's talks"
    return any(has_to(s, k) and s.tags[k] == "VBN" for k in s.kids(noun, "acl", "relcl"))


def _has_for(s: Sentence, verb: int) -> bool:
    set_for = any(s.words[p].lower() == "for" for p in s.kids(verb, "prep"))
    return s.tags[verb] == "VBN" and set_for


def asks_other(s: Sentence, i: int, mark: int) -> bool:
    """Return whether a question mark ends another clause than that of verb i.

    'One called me and said, "Are you their father?"'; "they would obey, but who feeds the cows?"
    """
    if in_quotes(s, mark) and not in_quotes(s, i):
        return True
    later = (k for k in s.kids(i, "conj", "ccomp", "parataxis") if i < k < mark and s.is_verb(k))
    return any(s.tags[t] in {"WP", "WRB"} for k in later for t in s.children[k] if t > i)
