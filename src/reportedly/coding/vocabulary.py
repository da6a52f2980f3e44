"""Look-up of lexicon data by word: what a word presents, reports, changes or carries."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly import ontology
from reportedly.coding.sentences.sentence import Sentence
from reportedly.lexicons import Composition, Cue, Lexicons, Operator, Predicate, Support
from reportedly.lexicons.ties import ordered
from reportedly.records import Relation

Word = tuple[str, str]
#: words that open a range or a part of a scale word: "from 3 to 5", "a million", "half a dozen"
RANGE_OPENERS = frozenset({"between", "from"})
PART_OPENERS = frozenset({"a", "an", "half"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Numerals:
    """What number and currency words say.

    scales, small, fractions  word → number: "million", "seven", "half"
    plurals             scale words that give no number: "dozens", "thousands"
    vague               words before a scale word that make it one of these: "several hundred"
    openers, closers    phrases around a number → about, low or high: "at least", "or so"
    beginnings          first words of these phrases
    first_words         words that a number may begin with, beside digits and signs
    signs, currencies   → ISO 4217, or the word itself where several states have the currency
    codes               ISO 4217 of these
    """

    scales: Mapping[str, float]
    small: Mapping[str, float]
    fractions: Mapping[str, float]
    plurals: frozenset[str]
    vague: frozenset[str]
    openers: Mapping[tuple[str, ...], str]
    closers: Mapping[tuple[str, ...], str]
    beginnings: frozenset[str]
    first_words: frozenset[str]
    signs: Mapping[str, str]
    currencies: Mapping[str, str]
    codes: frozenset[str]

    @staticmethod
    def of(lexicons: Lexicons) -> Numerals:
        """Return the numerals of these lexicons."""
        scales, small = (
            _numbers(lexicons.values("scales")),
            _numbers(lexicons.values("small_numbers")),
        )
        fractions = _numbers(lexicons.values("fractions"))
        signs, currencies = lexicons.values("currency_signs"), lexicons.values("currencies")
        openers = _phrases(lexicons.values("number_openers"))
        closers = _phrases(lexicons.values("number_closers"))
        beginnings = frozenset(phrase[0] for phrase in (*openers, *closers))
        plurals = frozenset({f"{word}s" for word in scales if len(word) > 3} | {"tens"})
        vague = frozenset(lexicons.words("vague_counts"))
        codes = (code for code in (*signs.values(), *currencies.values()) if code.isupper())
        return Numerals(
            scales=scales,
            small=small,
            fractions=fractions,
            plurals=plurals,
            vague=vague,
            openers=openers,
            closers=closers,
            beginnings=beginnings,
            first_words=beginnings.union(
                plurals, vague, small, fractions, RANGE_OPENERS, PART_OPENERS
            ),
            signs=signs,
            currencies=currencies,
            codes=frozenset(codes),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The entries of the lexicons by what they are looked up with; a word is (lemma, pos).

    predicates    senses by word, in the order in which they are tried
    support       verbs that carry event nouns, by lemma; those for some types only come first
    operators     what changes how an event is presented, by word
    cues          what reports that something is so, by word
    layouts       words of those that are no verb, noun or adjective: "according", ":"
    attitudes     cues that do not say that their content is so; they change no status
    types         type of a word's first sense, where it needs no particle
    talks         words of meeting and calling
    compositions  what a matrix makes of the event in its complement
    sport_phrases phrases by which a sentence tells of a game, in lower case between spaces
    accidents     phrases by which it tells of an accident, in lower case
    leisure       words of sport and show business, and words of public affairs; every form
    plots         words of novels, films and plays, and words of public affairs; every form
    calamity      words of disasters and accidents, and words of attacks; every form
    campaign      words of campaigns before elections, and words of wars and terror; every form
    contexts      PLOVER contexts that a lemma brings
    link_marks    word that opens a clause → how the claim outside is linked to those inside
    link_phrases  words that govern a phrase → the same
    """

    predicates: Mapping[Word, Sequence[Predicate]] = field(default_factory=dict)
    support: Mapping[str, Sequence[Support]] = field(default_factory=dict)
    operators: Mapping[Word, Sequence[Operator]] = field(default_factory=dict)
    cues: Mapping[Word, Sequence[Cue]] = field(default_factory=dict)
    layouts: frozenset[str] = frozenset()
    attitudes: Mapping[Word, Sequence[Cue]] = field(default_factory=dict)
    types: Mapping[Word, str] = field(default_factory=dict)
    talks: frozenset[str] = frozenset()
    compositions: Sequence[Composition] = ()
    sport_phrases: tuple[str, ...] = ()
    accidents: tuple[str, ...] = ()
    leisure: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    plots: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    calamity: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    campaign: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    contexts: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    link_marks: Mapping[str, Relation] = field(default_factory=dict)
    link_phrases: Mapping[tuple[str, ...], Relation] = field(default_factory=dict)

    @staticmethod
    def of(lexicons: Lexicons) -> Vocabulary:
        """Return the vocabulary of these lexicons."""
        predicates = lexicons.table(Predicate)
        cues = lexicons.table(Cue)
        marks, phrases = lexicons.values("link_marks"), lexicons.values("link_phrases")
        plain = [e for e in predicates if e.type and e.particle is None]
        return Vocabulary(
            predicates={
                word: tuple(ordered(found)) for word, found in _by_word(predicates).items()
            },
            support=_by_lemma(lexicons.table(Support)),
            operators=_by_word(lexicons.table(Operator)),
            cues=_by_word(cue for cue in cues if cue.speech),
            layouts=frozenset(cue.lemma for cue in cues if cue.speech and cue.pos == "phrase"),
            attitudes=_by_word(cue for cue in cues if not cue.speech),
            types={(e.lemma, e.pos): str(e.type) for e in reversed(plain)},
            talks=frozenset(e.lemma for e in predicates if e.type == "CONSULT"),
            compositions=lexicons.table(Composition),
            sport_phrases=tuple(f" {phrase} " for phrase in lexicons.words("sport_phrases")),
            accidents=tuple(lexicons.words("accident_phrases")),
            leisure=(
                _forms(lexicons.words("leisure_terms")),
                _forms(lexicons.words("public_terms")),
            ),
            plots=(
                _forms(lexicons.words("plot_terms")),
                _forms(lexicons.words("public_terms")),
            ),
            calamity=(
                _forms(lexicons.words("calamity_terms")),
                _forms(lexicons.words("attack_words")),
            ),
            campaign=(
                _forms(lexicons.words("campaign_terms")),
                _forms(lexicons.words("terms_of_war")),
            ),
            contexts=_context_words(),
            link_marks={word: Relation(says) for word, says in marks.items()},
            link_phrases={words: Relation(says) for words, says in _phrases(phrases).items()},
        )

    def senses(self, sentence: Sentence, i: int) -> Sequence[Predicate]:
        """Return the senses of token i's lemma, in the order in which they are tried."""
        kind = predicate_pos(sentence, i)
        if kind is None and sentence.tags[i] == "NNP" and title_case(sentence):
            kind = "noun"
        return self.predicates.get((sentence.lemmas[i], kind), ()) if kind else ()

    def knows(self, lemma: str, kind: str) -> bool:
        """Return whether any table of predicates, cues, operators or support has the word."""
        key = (lemma, kind)
        return bool(
            self.predicates.get(key)
            or self.support.get(lemma)
            or self.cues.get(key)
            or self.attitudes.get(key)
            or self.operators.get(key)
        )


def pos(sentence: Sentence, i: int) -> str:
    """Return verb, noun, adjective, adverb or modal for token i, else ""."""
    tag = sentence.tags[i]
    if tag == "MD":
        return "modal"
    return {"V": "verb", "N": "noun", "J": "adjective", "R": "adverb"}.get(tag[0], "")


def predicate_pos(sentence: Sentence, i: int) -> str | None:
    """Return verb, noun, adjective or modal for a token that can be a predicate, else None."""
    tag = sentence.tags[i]
    if tag.startswith("VB"):
        bare = sentence.deps[i] in {"aux", "auxpass", "amod", "compound"}
        tells = sentence.kid(i, "agent") is not None or before_noun(sentence, i)
        return None if bare and not tells else "verb"
    if tag in {"NN", "NNS"}:
        return "noun"
    if tag == "MD":
        return "modal"
    if tag.startswith("JJ") and sentence.deps[i] in {"acomp", "ROOT", "conj", "oprd", "ccomp"}:
        return "adjective"
    return None


def before_noun(sentence: Sentence, i: int) -> bool:
    """Return whether participle i tells what was done to the noun behind it: "a jailed editor"."""
    up = sentence.heads[i]
    beside = sentence.deps[i] == "amod" and sentence.tags[i] == "VBN" and i < up
    return beside and sentence.is_noun(up) and sentence.among(i, "telling_participles")


def title_case(sentence: Sentence) -> bool:
    """Return whether the sentence is set Like a Title, so that tags cannot tell a name."""
    long = [word for word in sentence.words if len(word) > 4 and word.isalpha()]
    return len(long) > 2 and all(word[0].isupper() for word in long)


def _by_word[E: (Predicate, Cue, Operator)](entries: Iterable[E]) -> dict[Word, tuple[E, ...]]:
    table: dict[Word, list[E]] = {}
    for entry in entries:
        table.setdefault((entry.lemma, entry.pos), []).append(entry)
    return {word: tuple(found) for word, found in table.items()}


def _by_lemma(verbs: Iterable[Support]) -> dict[str, tuple[Support, ...]]:
    table: dict[str, list[Support]] = {}
    for verb in sorted(verbs, key=lambda verb: not verb.types):
        table.setdefault(verb.lemma, []).append(verb)
    return {lemma: tuple(found) for lemma, found in table.items()}


def _forms(words: Iterable[str]) -> frozenset[str]:
    """Return the words and their plurals."""
    return frozenset(form for word in words for form in (word, f"{word}s"))


def _phrases(values: Mapping[str, str]) -> dict[tuple[str, ...], str]:
    return {tuple(words.split()): says for words, says in values.items()}


def _numbers(values: Mapping[str, str]) -> dict[str, float]:
    return {word: float(says) for word, says in values.items()}


def _context_words() -> dict[str, tuple[str, ...]]:
    table: dict[str, list[str]] = {}
    for context, words in ontology.load().contexts.items():
        for word in words:
            table.setdefault(word, []).append(context)
    return {word: tuple(sorted(found)) for word, found in table.items()}
