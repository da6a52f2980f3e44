"""`reportedly serve`: the desk in a browser."""

from __future__ import annotations

import secrets
from pathlib import Path

import click

from reportedly.cli.inputs import tell
from reportedly.cli.options import poll_option
from reportedly.errors import UsageError
from reportedly.reading.watching import Watched, is_address
from reportedly.store import Store


@click.command()
@click.argument(
    "store",
    type=click.Path(path_type=Path, dir_okay=False),
    default="reportedly.duckdb",
    envvar="REPORTEDLY_STORE",
    metavar="[STORE]",
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar="ADDRESS",
    help="Where to listen. Anywhere but on this machine alone a token is asked for.",
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8020,
    show_default=True,
    metavar="N",
    help="Port; 0 takes a free one.",
)
@click.option(
    "--token",
    envvar="REPORTEDLY_TOKEN",
    show_envvar=True,
    metavar="WORDS",
    help="What a browser must show. Made up and printed where one is needed and none is given.",
)
@click.option(
    "--read-only", is_flag=True, help="Nothing can be added or judged; no button says so."
)
@click.option(
    "--watch",
    multiple=True,
    metavar="FOLDER_OR_FEED",
    help="Add the pages of this folder, or the entries of this RSS or Atom feed, as they come; the"
    " first screen shows their events. May be given several times.",
)
@poll_option
def serve(
    store: Path,
    host: str,
    port: int,
    token: str | None,
    read_only: bool,
    watch: tuple[str, ...],
    poll: float,
) -> None:
    """Open STORE in a browser: claims with their sentences, articles, timeline, dossiers,
    ledger, network, map, series, sources, problems; the same as JSON under /api. Pages are
    added by paste, dropped files or address, claims judged field by field.

    STORE is a DuckDB file, by default $REPORTEDLY_STORE, else reportedly.duckdb. The desk reads
    from a copy, so that `add` in another terminal goes on working; what it adds is there at the
    next click. Ctrl-C ends it.

    \b
    Example:
        reportedly serve news.duckdb --port 8021
    """
    import uvicorn  # here: no other command needs the server

    from reportedly.desk.app import create_app
    from reportedly.desk.guard import is_loopback
    from reportedly.desk.office import Settings

    if not store.is_file():
        Store.open(store, read_only=True).close()  # says what is wrong with the path
    if token is None and not is_loopback(host):
        token = secrets.token_urlsafe(24)
    if token is not None and len(token) < 12:
        raise UsageError("a token has at least 12 characters")
    if watch and read_only:
        raise UsageError("--watch adds what comes, --read-only adds nothing; give one of them")
    for one in watch:
        if not is_address(one):
            Watched(Path(one))  # says what is wrong with it
    settings = Settings(
        path=store, host=host, token=token, read_only=read_only, watch=watch, poll=poll
    )
    app = create_app(settings)
    server = uvicorn.Server(
        uvicorn.Config(app, host=host, port=port, log_level="warning", server_header=False)
    )
    with server.config.bind_socket() as socket:
        number = socket.getsockname()[1]
        tell(f"{store}: http://{_shown(host)}:{number}/{f'?token={token}' if token else ''}")
        tell("Ctrl-C ends it.")
        server.run(sockets=[socket])


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host
