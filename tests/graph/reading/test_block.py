from __future__ import annotations

import doctest

import pytest

from graph.reading import block as module
from graph.reading.block import Block, Names, fill


def test_examples_hold() -> None:
    assert doctest.testmod(module).failed == 0


def test_a_hole_without_a_name_is_a_mistake() -> None:
    with pytest.raises(KeyError):
        fill("MATCH (<it>)", {})


def test_no_variable_is_given_out_twice() -> None:
    outer = Block(Names())
    inner = outer.inside()
    given = [outer.fresh("n"), inner.fresh("n"), outer.inside().fresh("n")]
    assert given == ["n1_", "n2_", "n3_"]
    assert (outer.visible, inner.visible) == (["n1_"], ["n2_"])


def test_a_subquery_gets_what_it_uses_of_the_block_and_no_more() -> None:
    block = Block(Names())
    a, b = block.fresh("n"), block.fresh("n")
    found = block.fresh("v")
    block.call(f"MATCH ({a})-->(m) WHERE m.id = $n2_ AND m.n2_ > 0 RETURN count(m) AS {found}", found)
    assert block.text().startswith(f"CALL ({a}) {{\n")
    assert block.used(f"size({b}.ids) > 0 AND {a} IN [{found}]") == [a, b, found]
    inside = block.inside()
    inside.add("WITH <it> RETURN 1 AS one", it=b)
    block.call(inside, "one")
    assert block.text().endswith(f"CALL ({b}) {{\nWITH {b} RETURN 1 AS one\n}}")
    assert block.visible == [a, b, found, "one"]
