"""The shape of every lexicon entry: one dataclass a table, and what its words may be.

Allowed keys are the dataclass's fields; nothing is listed twice. `docs/lexicons.md` says
what each key means to the person who edits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportedly.records import ClaimKind

Slots = tuple[str, ...]
Conditions = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What every entry has; see docs/lexicons.md."""

    id: str
    source: str
    yes: tuple[str, ...]
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordClass(Entry):
    """Words of one meaning, which lists name as "@name".

    words   lemmas in lower case; "@other" stands for the words of another class. One with a
            capital letter counts only as it is written
    values  instead of words: each word with what it says ("dozen" = "12"), where that is asked
    pos     what the words are where they count; None: anything
    """

    name: str
    words: tuple[str, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    pos: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class State(Entry):
    """A state, or a breakaway region coded as one.

    not_in  here and below: phrases, as written, in which it is something else ("Swiss cheese")
    wikidata  here and below: its item, "Q39"; None where no source of facts gives one
    """

    code: str
    name: str
    names: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capital: str | None = None
    seats: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    sector: str | None = None
    not_in: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office that a person held; from and to are ISO dates, open where null.

    role, sector  empty where it is not known
    also          further sectors
    always        it holds in articles without a date, too
    """

    role: str
    sector: str
    also: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    always: bool = False

    @property
    def sectors(self) -> tuple[str, ...]:
        """All sectors, the primary first; () where none is known."""
        return (self.sector, *self.also) if self.sector else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation(Entry):
    """An organisation, armed group, party, company or medium.

    offices  what it was when; where there are any, they say the sector, not `sector`
    """

    name: str
    names: tuple[str, ...] = ()
    country: str | None = None
    sector: tuple[str, ...] = ()
    kind: str = "other"
    needs_context: bool = False
    offices: tuple[Office, ...] = ()
    not_in: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person(Entry):
    """A person much in the news. gender: "m" or "f", None where either can be meant."""

    name: str
    names: tuple[str, ...] = ()
    short: str | None = None
    gender: str | None = None
    country: str | None
    offices: tuple[Office, ...] = ()
    not_in: tuple[str, ...] = ()
    wikidata: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Role(Entry):
    """A common noun that makes somebody an actor."""

    name: str
    names: tuple[str, ...] = ()
    plural: str | None = None
    sector: tuple[str, ...] = ()
    collective: bool = False
    named: bool = True
    person: bool = True
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Good(Entry):
    """What is given, sought, sold or withheld."""

    name: str
    names: tuple[str, ...] = ()
    category: str
    mass: bool = False
    units: tuple[str, ...] = ()
    not_in: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate(Entry):
    """One sense of a word that presents an event, a want, a constraint or a consequence.

    cameo     the CAMEO code where it says more than type and mode do (163: sanctions)
    transfer  which side ends up with the goods; None leaves it to the type
    """

    lemma: str
    pos: str
    particle: str | None = None
    kind: ClaimKind = ClaimKind.EVENT
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    actor: Slots | None = None
    recipient: Slots | None = None
    goods: Slots | None = None
    transfer: str | None = None
    content: Slots = ("object", "complement")
    needs: Conditions = field(default_factory=dict)
    not_with: Conditions = field(default_factory=dict)
    over: tuple[str, ...] = ()
    reciprocal: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue(Entry):
    """Words that report what somebody says, believes, fears or plans.

    lemma   head word; particle or preposition that belongs to it in `particle`
    pos     verb, noun, adjective, or phrase ("according to")
    effect  what the reporting does to what is reported
    negated what it does when the cue itself is negated ("did not confirm")
    slots   where the source stands; content is a clause, a quotation, or `content` slots
    hidden  whether a passive without "by" speaks for a source that the text hides ("is said to")
    speech  whether the source says that the content is so; False for attitudes and acts of
            speech about a thing ("criticized", "called for"), which bring no voice to a claim
    deed    what is done to somebody, with no word said: a voice for the claims in it, but no
            attribution of the article ("charged with", "arrested for")
    plural  whether only the plural reports ("charges of", but not "in charge of")
    unreported  slots whose content nobody reports by it, so that it brings no voice to a claim: it
            is asked for, promised, announced as a thing to come ("a visit"), or known and seen
    """

    lemma: str
    pos: str = "verb"
    particle: str | None = None
    effect: str = "keep"
    negated: str = "uncommitted"
    slots: Slots = ("subject",)
    content: Slots = ("complement",)
    hidden: bool = True
    speech: bool = True
    deed: bool = False
    plural: bool = False
    unreported: Slots = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operator(Entry):
    """A word that changes how an event in its reach is presented.

    reach    relations by which the event hangs on it: complement, object, subject, a preposition
    effect   what it does; negated: what it does when it is negated itself
    particle  of a noun that judges its subject, the preposition before it: "is off the table"
    unknown  whether nouns that speak of something known stay as they are: "opposition to the war"
    """

    lemma: str
    pos: str = "verb"
    particle: str | None = None
    effect: str
    negated: str = "negated"
    reach: Slots = ("complement", "object")
    unknown: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Support(Entry):
    """A verb that lends its subject, tense and negation to an event noun.

    noun    the slot in which the event noun stands: object, subject, or a preposition
    effect  what the verb does to the event beyond its own tense ("cancel": negated)
    negated what it does when it is negated itself ("did not rule out": possible); None where the
            negation only turns round
    lends   what its subject is to the event: actor ("hold"), recipient ("face"), nobody ("foil")
    types   only for event nouns of these types; under: that govern such a preposition, or
            with "@none" nothing; else all
    """

    lemma: str
    particle: str | None = None
    noun: str = "object"
    under: tuple[str, ...] = ()
    effect: str = "keep"
    negated: str | None = None
    lends: str = "actor"
    types: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Composition(Entry):
    """What a matrix predicate makes of the event in its complement.

    matrix      types of the matrix predicate; lemmas narrows to some of its words
    complement  types of the event in the complement; empty: where no event stands there
    words       lemmas of what stands in the complement instead; goods: something is asked for
    type, mode  what the matrix claim becomes; null keeps its own
    cameo       the CAMEO code where it says more than type and mode (035: intends to yield)
    embedded    drop, or the effect under which the event in the complement is kept
    """

    matrix: tuple[str, ...]
    lemmas: tuple[str, ...] = ()
    complement: tuple[str, ...]
    words: tuple[str, ...] = ()
    goods: bool = False
    type: str | None = None
    mode: str | None = None
    cameo: str | None = None
    embedded: str = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stance(Entry):
    """Words by which a reader's comment shows where it stands. Found as written, in any case,
    without a parse: comments are no tidy sentences. Apostrophes do not count ("dont").

    words    words and phrases, every form by itself
    stance   one of STANCES; `negation` marks the words that turn a stance around
    negated  the stance that it shows behind a negation ("not happy"); None: none at all
    """

    stance: str
    words: tuple[str, ...]
    negated: str | None = None


#: table name in the files → class
TABLES: dict[str, type[Entry]] = {
    "class": WordClass,
    "state": State,
    "organisation": Organisation,
    "person": Person,
    "role": Role,
    "good": Good,
    "predicate": Predicate,
    "cue": Cue,
    "operator": Operator,
    "support": Support,
    "composition": Composition,
    "stance": Stance,
}
