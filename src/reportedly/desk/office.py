"""The desk itself: a store, how it may be used, and what every screen says of it."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reportedly.desk.phrases import moment
from reportedly.desk.snapshot import Copy, Snapshots
from reportedly.reading.watching import POLL
from reportedly.store import Limits, Store

type Room = tuple[str, str, bool]
#: address and name of each screen; True: a new group begins
ROOMS: tuple[Room, ...] = (
    ("/", "Today", False),
    ("/articles", "Articles", False),
    ("/events", "Events", False),
    ("/claims", "Claims", False),
    ("/timeline", "Timeline", False),
    ("/dossier", "Dossier", True),
    ("/ledger", "Ledger", False),
    ("/network", "Network", False),
    ("/map", "Map", False),
    ("/series", "Series", False),
    ("/promises", "Promises", True),
    ("/sources", "Sources", False),
    ("/copies", "Copies", False),
    ("/problems", "Problems", False),
    ("/correct", "Correct", False),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How a desk is opened. token: None asks for none; read_only: nothing can be changed;
    watch: folders whose new pages, and feeds whose new entries, are added as they come;
    poll: seconds between two questions to a feed."""

    path: Path
    host: str = "127.0.0.1"
    token: str | None = None
    read_only: bool = False
    watch: tuple[str, ...] = ()
    poll: float = POLL


@dataclass(frozen=True, slots=True)
class RoomShown:
    """A screen in the navigation."""

    href: str
    name: str
    gap: bool


@dataclass(frozen=True, slots=True)
class DeskShown:
    """What stands on every page. taken: of when the store is; behind: it has gone on since.

    form_token  what a form must send back: a page of another site cannot know it
    """

    name: str
    articles: int
    claims: int
    taken: str
    behind: bool
    read_only: bool
    rooms: tuple[RoomShown, ...]
    form_token: str = ""


class Office:
    """One desk: its settings and its copies of the store."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.snapshots = Snapshots(settings.path)
        self.form_token = secrets.token_urlsafe(24)

    @contextmanager
    def reading(self) -> Iterator[Store]:
        """Lend the newest copy of the store."""
        with self.snapshots.reading() as copy:
            yield copy.store

    @contextmanager
    def open(self) -> Iterator[tuple[Store, DeskShown]]:
        """Lend the newest copy of the store, and what every page says of it."""
        with self.snapshots.reading() as copy:
            yield copy.store, self._shown(copy)

    @contextmanager
    def writing(self, patience: float = 20.0) -> Iterator[Store]:
        """Open the store itself, waiting so many seconds while another process has it.

        Raises StoreBusy when it is still taken then.
        """
        with (
            self.snapshots.file,
            Store.open(self.settings.path, limits=Limits(patience=patience)) as store,
        ):
            yield store
        self.snapshots.refresh()

    def close(self) -> None:
        """Remove the copies."""
        self.snapshots.close()

    def _shown(self, copy: Copy) -> DeskShown:
        counts = copy.counts
        return DeskShown(
            name=self.settings.path.name,
            articles=counts.articles,
            claims=counts.claims - counts.comment_claims,
            taken=moment(copy.taken.isoformat()) + " UTC",
            behind=self.snapshots.behind is not None,
            read_only=self.settings.read_only,
            rooms=tuple(RoomShown(*room) for room in ROOMS),
            form_token=self.form_token,
        )
