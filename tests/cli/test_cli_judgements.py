"""`reportedly judgements` prints what readers judged."""

from __future__ import annotations

import json

from reportedly.store import Store
from reportedly.store.judging import Judgement, judge, of_claim, standing, withdraw


def test_one_line_a_judgement(run, store):
    with Store.open(store) as opened:
        first = next(iter(opened.claims()))
        given = {"made": "2024-01-01T00:00:00+00:00", "who": "Ann", "says": "happened"}
        judge(
            opened,
            [Judgement(**given, **of_claim(first), field="status", verdict="wrong", rather="x")],
        )
    result = run("judgements", "--store", store)
    assert result.exit_code == 0
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [(one["who"], one["field"], one["rather"]) for one in found] == [("Ann", "status", "x")]
    assert found[0]["sentence"] == first.sentence.text
    assert "Ann" in run("judgements", "--store", store, "--format", "table").stdout
    with Store.open(store) as opened:
        assert withdraw(opened, [], "2024-01-02") == 0
        assert withdraw(opened, standing(opened), "2024-01-02") == 1
    assert run("judgements", "--store", store).stdout == ""
    every = run("judgements", "--store", store, "--withdrawn").stdout.splitlines()
    assert [json.loads(line)["verdict"] for line in every] == ["wrong", "withdrawn"]
