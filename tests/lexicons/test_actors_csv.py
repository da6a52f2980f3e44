"""The user's own actors: who they are in a text of which date, and what each slip says."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

import reportedly
from reportedly import Coder, lexicons
from reportedly.coding.coder import bare_article
from reportedly.errors import ActorsError, LexiconError
from reportedly.lexicons import Organisation, Person, State
from reportedly.lexicons.actors_csv import read_lines
from reportedly.records import Actor, Article, DateBasis, Dated

HEAD = "name,aliases,country,sector,role,from,to"
MORE = HEAD + ",kind,adjectives,capital"

ACTORS = f"""\
{MORE}
Gondor,Realm of Gondor;South-kingdom,GON,,,,,state,Gondorian,Minas Tirith
Rohan,,ROH,,,,,state,Rohirrim|Rohirric,Edoras
Faramir Hurinson,Captain Faramir,GON,MIL,captain,2010,2014-05,,,
Faramir Hurinson,,,GOV/ELI,steward,2014-06-01,2019-12-31,,,
Grishna Bolgsdottir,,ROH,REB,rebel leader,,,,,
Dorwin Vale,,GON,,finance minister,2012,,,,
Iron Hills Guard,IHG|Hill Guard,GON,PRM MIL,,2012,2016,,,
Westfold Ministry of Grain,Grain Ministry,ROH,GOV,ministry,,,,,
Order of the Lamp,,,REL,,,,,,
Likud,,GON,REB,,,,,,
Cirth Herald,Reuters,GON,JRN,,,,,,
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("own") / "arda.csv"
    path.write_text(ACTORS, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def arda(file: Path) -> Coder:
    return reportedly.load(actors=(file,))


def dated(text: str, day: str | None) -> Article:
    article = bare_article(text)
    if day is None:
        return article
    return msgspec.structs.replace(article, published=Dated(value=day, basis=DateBasis.STATED))


def told(actors: tuple[Actor, ...]) -> list[str]:
    """Return the actors as "name COUNTRY SECTOR/SECTOR role", what is unknown left out."""
    return [
        " ".join(
            part
            for part in (one.name, one.country, "/".join(one.sectors or ()), one.role)
            if part
        )
        for one in actors
    ]  # fmt: skip


FARAMIR = "Faramir Hurinson visited France."
GUARD = "The Iron Hills Guard condemned Iran."
# text, date of the article, actors, recipients
CASES = [
    (
        "Gondorian police arrested Rohirrim activists.", None,
        ["Gondorian police GON COP police"], ["Rohirrim activists ROH SOC activist"],
    ),
    ("Gondor attacked Rohan.", None, ["Gondor GON"], ["Rohan ROH"]),
    ("Minas Tirith condemned Iran.", None, ["Gondor GON GOV"], ["Iran IRN"]),
    ("Iran condemned the South-kingdom.", None, ["Iran IRN"], ["Gondor GON"]),
    ("The Gondorians attacked Rohan.", None, ["Gondor GON"], ["Rohan ROH"]),
    (FARAMIR, None, ["Faramir Hurinson GON"], ["France FRA"]),
    (FARAMIR, "2009-12-31", ["Faramir Hurinson GON"], ["France FRA"]),
    (FARAMIR, "2010-01-01", ["Faramir Hurinson GON MIL captain"], ["France FRA"]),
    (FARAMIR, "2014-05-31", ["Faramir Hurinson GON MIL captain"], ["France FRA"]),
    (FARAMIR, "2014-06-01", ["Faramir Hurinson GON GOV/ELI steward"], ["France FRA"]),
    (FARAMIR, "2020-01-01", ["Faramir Hurinson GON ELI"], ["France FRA"]),
    ("Captain Faramir visited France.", "2011-03-04",
     ["Faramir Hurinson GON MIL captain"], ["France FRA"]),
    ("Grishna Bolgsdottir visited France.", None,
     ["Grishna Bolgsdottir ROH REB rebel leader"], ["France FRA"]),
    ("Dorwin Vale visited France.", "2013-01-01",
     ["Dorwin Vale GON GOV finance minister"], ["France FRA"]),
    (GUARD, None, ["Iron Hills Guard GON"], ["Iran IRN"]),
    (GUARD, "2011-12-31", ["Iron Hills Guard GON"], ["Iran IRN"]),
    (GUARD, "2012-01-01", ["Iron Hills Guard GON PRM/MIL"], ["Iran IRN"]),
    (GUARD, "2016-12-31", ["Iron Hills Guard GON PRM/MIL"], ["Iran IRN"]),
    (GUARD, "2017-01-01", ["Iron Hills Guard GON"], ["Iran IRN"]),
    ("The IHG condemned Iran.", "2015-01-01", ["Iron Hills Guard GON PRM/MIL"], ["Iran IRN"]),
    ("The Grain Ministry condemned Iran.", None,
     ["Westfold Ministry of Grain ROH GOV ministry"], ["Iran IRN"]),
    ("Iran condemned the Order of the Lamp.", None, ["Iran IRN"], ["Order of the Lamp REL"]),
    ("Likud attacked Iran.", None, ["Likud GON REB"], ["Iran IRN"]),
]  # fmt: skip


@pytest.mark.parser
@pytest.mark.parametrize(("text", "day", "actors", "recipients"), CASES)
def test_who_they_are(
    arda: Coder, text: str, day: str | None, actors: list[str], recipients: list[str]
) -> None:
    claims = arda.code(dated(text, day))

    assert [(told(c.actors), told(c.recipients)) for c in claims] == [(actors, recipients)]


@pytest.mark.parser
@pytest.mark.parametrize(
    ("day", "former"), [("2009-06-01", False), ("2012-06-01", False), ("2021-06-01", True)]
)
def test_only_who_was_in_office_is_former(arda: Coder, day: str, former: bool) -> None:
    (claim,) = arda.code(dated(FARAMIR, day))

    assert claim.actors[0].former is former


@pytest.mark.parser
def test_the_same_in_several_processes(arda: Coder) -> None:
    article = dated("Gondorian police arrested Rohirrim activists.", None)

    (one,), (two,) = (list(arda.code_many([article], processes=n)) for n in (1, 2))

    assert one == two
    assert one[1]


def named[E: (State, Organisation, Person)](actors: Path, table: type[E], name: str) -> list[E]:
    return [one for one in lexicons.load((), (actors,)).table(table) if one.name == name]


def test_entries(file: Path) -> None:
    (state,), (person,) = named(file, State, "Gondor"), named(file, Person, "Faramir Hurinson")

    assert (state.id, state.people, state.source) == ("state.gon", ("Gondorians",), "arda.csv")
    assert person.id == "person.faramir_hurinson"
    assert [office.start for office in person.offices] == ["2010-01-01", "2014-06-01"]
    assert [office.end for office in person.offices] == ["2014-05-31", "2019-12-31"]


def test_a_built_in_actor_of_the_same_name_goes_and_keeps_its_id(file: Path) -> None:
    (own,) = named(file, Organisation, "Likud")
    alone = [one for one in lexicons.load().table(Organisation) if one.name == "Likud"]

    assert own.id == alone[0].id
    assert (own.country, own.sector, own.names) == ("GON", ("REB",), ())


def test_an_alias_is_taken_from_built_in_actors(file: Path) -> None:
    bodies = lexicons.load((), (file,)).table(Organisation)

    assert [b.name for b in bodies if "Reuters" in (b.name, *b.names)] == ["Cirth Herald"]


def test_a_later_file_replaces_an_earlier_one(tmp_path: Path, file: Path) -> None:
    later = tmp_path / "later.csv"
    later.write_text(f"{HEAD}\nLikud,,ROH,PTY,,,\n", encoding="utf-8")

    bodies = lexicons.load((), (file, later)).table(Organisation)

    assert [body.country for body in bodies if body.name == "Likud"] == ["ROH"]


def test_the_digest_changes_with_the_content_alone(tmp_path: Path) -> None:
    path, other = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_text(f"{HEAD}\nGamgee Post,,GON,JRN,,,\n", encoding="utf-8")
    other.write_bytes(path.read_bytes())
    first = lexicons.load((), (path,)).digest

    assert lexicons.load((), (other,)).digest == first != lexicons.load().digest

    path.write_text(f"{HEAD}\nGamgee Post,,ROH,JRN,,,\n", encoding="utf-8")

    assert lexicons.load((), (path,)).digest != first


KINDS = [
    ("Anna Keller,,GON,GOV,prime minister,,", Person),
    ("Aragorn,,GON,GOV,king,,", Person),
    ("Anna Keller,,GON,GOV,,2010,", Person),
    ("Mithril,,GON,BUS,,2010,", Organisation),
    ("Anna Keller,,GON,GOV,,,", Organisation),
    ("Lamp Party,,GON,PTY,,2010,", Organisation),
    ("Westmarch,,GON,GOV,ministry,,", Organisation),
    ("Anna Keller,,GON,,,,,person", Person),
    ("Lamp Party,,GON,PTY,,2010,,person", Person),
    ("Anna Keller,,GON,,,,,state", State),
]


@pytest.mark.parametrize(("row", "table"), KINDS)
def test_kind(tmp_path: Path, row: str, table: type[Person]) -> None:
    path = tmp_path / "own.csv"
    path.write_text(f"{HEAD},kind\n{row}\n", encoding="utf-8")

    assert len(named(path, table, row.partition(",")[0])) == 1


def test_the_order_of_columns_is_free_and_blank_lines_do_not_count() -> None:
    text = '\ufeffTo,Name,country\r\n\r\n2014,"Vale, Dorwin  Esq",XKX\r\n'
    (line,) = read_lines("own.csv", text.encode(), {})

    assert (line.name, line.end, line.country) == ("Vale, Dorwin Esq", "2014-12-31", "KOS")
    assert line.number == 3


ROW = f"{HEAD}\nAnna Keller,,GON,GOV,minister,2010,2012\n"
# file, line, column, part of the message
SLIPS = [
    ("sector", ROW.replace("GOV", "GVO"), 2, "sector", "Did you mean 'GOV'"),
    ("a word for a sector", ROW.replace("GOV", "police"), 2, "sector", "Did you mean 'COP'"),
    ("date", ROW.replace("2012", "2012-13"), 2, "to", "'2012-13' is no ISO date"),
    ("day", ROW.replace("2012", "2012-02-30"), 2, "to", "no ISO date"),
    ("order of a date", ROW.replace("2012", "31.5.2012"), 2, "to", "mean '2012-05-31'"),
    ("from after to", ROW.replace("2012", "2009-05"), 2, "from", "2010 is after to, 2009-05"),
    ("no name", ROW.replace("Anna Keller", " "), 2, "name", "is missing"),
    ("no column for names", ROW.replace("name,", "", 1), 1, "name", "missing in the header"),
    ("column", ROW.replace("aliases", "alias"), 1, "alias", "Did you mean 'aliases'"),
    ("column twice", ROW.replace("aliases", "name"), 1, "name", "stands twice"),
    ("country's name", ROW.replace("GON", "Russia"), 2, "country", "Did you mean 'RUS'"),
    ("small letters", ROW.replace("GON", "gon"), 2, "country", "Did you mean 'GON'"),
    ("kind", f"{HEAD},kind\nBree,,BRE,,,,,stat\n", 2, "kind", "Did you mean 'state'"),
    ("a state without code", f"{HEAD},kind\nBree,,,,,,,state\n", 2, "country", "needs its code"),
    ("a state in time", f"{HEAD},kind\nBree,,BRE,,,1,,state\n", 2, "from", "no ISO date"),
    ("a state with dates", f"{HEAD},kind\nBree,,BRE,,,2001,,state\n", 2, "from", "no dates"),
    ("two sectors of a state", f"{HEAD},kind\nBree,,BRE,GOV PRE,,,,state\n", 2, "sector", "one"),
    ("adjective of a person", f"{MORE}\nBree,,BRE,,,,,,Breeish,\n", 2, "adjectives", "states"),
    ("a date for nothing", f"{HEAD}\nAnna Keller,,GON,,,2010,\n", 2, "from", "needs a sector"),
    ("two countries", ROW + "Anna Keller,,ROH,,chair,2013,\n", 3, "country", "'GON' for"),
    ("a name for two", ROW + "Bo Keller,Anna Keller,ROH,GOV,,,\n", 3, "aliases", "in line 2"),
    ("too many cells", ROW.replace("2012", "2012,x"), 2, "", "8 cells under 7 columns"),
    ("semicolons", ROW.replace(",", ";"), 1, "", "not separated by commas"),
    ("open quotation mark", ROW + '"Bo', 3, "", "not CSV"),
    ("empty", "", 0, "", "no header"),
]


@pytest.mark.parametrize(
    ("text", "line", "column", "message"), [s[1:] for s in SLIPS], ids=[s[0] for s in SLIPS]
)
def test_slip(tmp_path: Path, text: str, line: int, column: str, message: str) -> None:
    path = tmp_path / "own.csv"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(LexiconError) as caught:
        lexicons.load((), (path,))

    assert isinstance(caught.value, ActorsError)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert message in str(caught.value)
    assert "own.csv" in str(caught.value)


def test_what_is_no_text_and_what_is_not_there(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_bytes(f"{HEAD}\nM\xfcller".encode("latin-1"))

    with pytest.raises(ActorsError, match="line 2: not UTF-8"):
        lexicons.load((), (path,))
    with pytest.raises(ActorsError, match="No such file"):
        lexicons.load((), (tmp_path / "none.csv",))
