"""Objects of rows, whatever the number of their keys."""

from __future__ import annotations

import pytest

from api.plan.objects import objects


@pytest.mark.parametrize("many", range(12))
def test_each_row_becomes_an_object(many: int) -> None:
    keys = tuple(f"key{i}" for i in range(many))
    rows = [[f"{row}-{i}" for i in range(many)] for row in range(3)]
    made = objects(keys, rows)
    assert made == [dict(zip(keys, row, strict=True)) for row in rows]
    assert [tuple(each) for each in made] == [keys] * 3


@pytest.mark.parametrize("many", range(12))
def test_a_row_of_another_length_is_a_mistake(many: int) -> None:
    with pytest.raises(ValueError, match=r"values to unpack|shorter|longer"):
        objects(tuple(f"key{i}" for i in range(many)), [list(range(many + 1))])
