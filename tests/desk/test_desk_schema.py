"""What the API answers is what its description says, for whatever one asks: schemathesis."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from desk_store import desk_on, fill
from reportedly.desk.app import create_app
from reportedly.desk.office import Settings
from reportedly.store import Store

schemathesis = pytest.importorskip("schemathesis", reason="no schemathesis: make setup")
checks = pytest.importorskip("schemathesis.specs.openapi.checks")
#: a name that no claim has is refused with 422 and the nearest ones: no schema can know it
EXCEPT = [checks.positive_data_acceptance]
QUIET = list(HealthCheck)
PATHS = sorted(create_app(Settings(path=None)).openapi()["paths"])


@pytest.fixture(scope="module")
def client(tmp_path_factory):
    path = tmp_path_factory.mktemp("schema") / "news.duckdb"
    with Store.open(path) as store:
        fill(store)
    with desk_on(path) as found:
        yield found


@pytest.fixture(scope="module")
def described(client):
    return schemathesis.openapi.from_dict(client.get("/api/openapi.json").json())


@pytest.mark.parametrize("path", PATHS)
def test_answers_are_as_described(described, client, path):
    @given(case=described[path]["GET"].as_strategy())
    @settings(
        max_examples=15,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=QUIET,
    )
    def answers(case):
        asked = case.as_transport_kwargs(base_url="http://127.0.0.1")
        more = {name: asked.get(name) for name in ("params", "headers")}
        answer = client.request(asked["method"], asked["url"], **more)
        case.validate_response(answer, excluded_checks=EXCEPT)

    answers()
