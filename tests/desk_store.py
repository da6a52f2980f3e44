"""A store for the desk's tests: claims of every status, with and without voices, and comments."""

from __future__ import annotations

from fastapi.testclient import TestClient
from msgspec.structs import replace

from builders import CODER, article, claim
from reportedly.desk.app import create_app
from reportedly.desk.office import Settings
from reportedly.errors import CodingError
from reportedly.linking import stored
from reportedly.records import Place

MET = "Russia met North Korea on 12 September."
SHIP = "U.S. officials said North Korea has supplied shells to Russia."
NEVER = "Moscow denied that North Korea supplied shells to Russia."
DRILL = "Russia and North Korea may drill."
NEED = "Russia wants shells from North Korea."
RAIL = "A rail link limits what North Korea sends Russia."
BREACH = "Selling shells from North Korea to Russia would breach a resolution."
ALARM = "Japan condemned Russia and North Korea."
VISIT = "Japan will visit South Korea in October."
WORK = "Iran is repairing a bridge with Japan."
NOTE = "Russia attacked North Korea!"
TALKS = "Japan met Iran in the harbour on Monday."
SHELLS = [("shells", "arms.ammunition")]


def between(page, sentence, trigger, type=None, mode=None, **more):
    return claim(page, sentence, trigger, type, mode, actors=["North Korea"],
                 recipients=["Russia"], **more)  # fmt: skip


def place(page, words, name, latitude, longitude):
    """Return a place on words of the page."""
    start = page.text.index(words)
    return Place(start=start, end=start + len(words), text=words, name=name,
                 country={"Beijing": "CHN"}.get(name, "JPN"), latitude=latitude,
                 longitude=longitude, geonames_id=len(name))  # fmt: skip


def fill(store):
    """Add two articles and a problem; return the ids of the articles."""
    first = article(MET, SHIP, NEVER, DRILL, NEED, RAIL, BREACH, ALARM, comment=NOTE)
    both = ["Russia", "North Korea"]
    claims = [
        claim(first, MET, "met", "CONSULT", actors=["Russia"], recipients=["North Korea"],
              when=("2023-09-12", "2023-09-12")),
        between(first, SHIP, "supplied", "AID", goods=SHELLS, voices=[("U.S. officials", "said")],
                when=("2023-09-01", "2023-09-30")),
        between(first, NEVER, "supplied", "AID", goods=SHELLS, status="negated",
                voices=[("Moscow", "denied")]),
        claim(first, DRILL, "drill", "COOPERATE", actors=both, status="possible"),
        claim(first, NEED, "wants", kind="want", content="shells", actors=["Russia"],
              recipients=["North Korea"], goods=SHELLS),
        between(first, RAIL, "limits", kind="constraint", content="sends", status="ongoing"),
        between(first, BREACH, "breach", kind="consequence", content="a resolution",
                status="conditional"),
        claim(first, ALARM, "condemned", "ACCUSE", "disapprove", actors=["Japan"],
              recipients=["Russia", "North Korea"], when=("2023-09-13", "2023-09-13")),
        claim(first, NOTE, "attacked", "ASSAULT", actors=["Russia"], recipients=["North Korea"]),
    ]  # fmt: skip
    second = article(VISIT, WORK, title="Neighbours talk", publisher="Harbour Gazette")
    more = [
        claim(second, VISIT, "visit", "CONSULT", "visit", actors=["Japan"],
              recipients=["South Korea"], status="planned", when=("2023-10-01", "2023-10-31")),
        claim(second, WORK, "repairing", "COOPERATE", actors=["Iran"], recipients=["Japan"],
              status="ongoing", when=("2023-10-02", "2023-10-02")),
    ]  # fmt: skip
    claims[0] = replace(claims[0], place=place(first, "North Korea", "Beijing", 39.9, 116.4))
    claims[7] = replace(claims[7], place=place(first, "Japan", "Japan", 35.7, 139.7))
    store.add(first, claims, source="summit.html")
    store.add(second, more, source="neighbours.html")
    stored.update(store)
    store.add_problem("broken.html", "read", "holds no text", when="2024-01-01T00:00:00Z")
    return first.id, second.id


class FakeCoder:
    """Finds "X met Y" without a model; stumbles over a text that says "stumble"."""

    info = CODER

    def left_out(self, _article, _where=None):
        return []

    def try_many(self, articles, _processes=1):
        for one in articles:
            coded = replace(one, coder=CODER)
            if "stumble" in one.text:
                yield coded, CodingError(one.id, "stumbled")
            elif TALKS in one.text:
                yield coded, [claim(coded, TALKS, "met", "CONSULT", actors=["Japan"])]
            else:
                yield coded, []


def desk_on(path, load=FakeCoder, **settings):
    """Return a client of a desk; names itself as a browser on this machine does."""
    app = create_app(Settings(path=path, **settings), load)
    return TestClient(app, base_url="http://127.0.0.1", follow_redirects=False)
