"""Signs on the map stand beside their place, or a line leads to it."""

from __future__ import annotations

import re

import pytest

from reportedly.desk.screens.map_room import HEIGHT, WIDTH, Spot, leader, placed

MIDDLE = (WIDTH / 2, HEIGHT / 2)


def spot(x, y, signs=1, name=40.0):
    return Spot(x, y, signs, name)


def far(one, box):
    """Return how far the place is from the nearest of its signs."""
    near = min(max(one.x, box.signs), box.signs + 36 * one.signs)
    across = abs(near - one.x)
    down = max(box.top - one.y, one.y - box.top - 20, 0)
    return (across**2 + down**2) ** 0.5


def test_alone_signs_stand_beside_their_place():
    (box,) = placed([spot(*MIDDLE)])
    assert leader(spot(*MIDDLE), box) is None
    assert far(spot(*MIDDLE), box) < 10


def test_left_of_it_the_signs_end_where_the_place_is():
    edge = spot(WIDTH - 2, HEIGHT / 2, name=200.0)
    (box,) = placed([edge])
    assert box.anchor == "end"
    assert far(edge, box) < 10


@pytest.mark.parametrize("number", [2, 4, 6])
def test_crowded_places_have_signs_beside_them_or_a_line(number):
    spots = [spot(MIDDLE[0] + n, MIDDLE[1] + n, 2, 90.0) for n in range(number)]
    boxes = list(placed(spots))
    assert None not in boxes
    led = [leader(one, box) for one, box in zip(spots, boxes, strict=True)]
    for one, box, line in zip(spots, boxes, led, strict=True):
        assert line or far(one, box) < 25
        if line:
            assert box.left <= line[0] <= box.right
            assert box.top <= line[1] <= box.bottom
    assert (sum(map(bool, led)) > 0) is (number > 2)


def test_without_any_room_there_is_none():
    assert list(placed([spot(*MIDDLE, name=2 * WIDTH)])) == [None]


def test_the_map_draws_the_line(desk, monkeypatch):
    from reportedly.desk.screens import map as screen

    assert 'class="ax leader"' not in desk.get("/map").text
    monkeypatch.setattr(screen, "leader", lambda _, box: (box.left, box.top))
    found = desk.get("/map").text
    assert (
        len(re.findall(r'<path class="ax leader" d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+"/>', found)) == 2
    )
    assert 'class="ax leader"' in desk.get("/map.svg").text
