"""From rows to the answer, the fast way and the way of the stock executor."""

from __future__ import annotations

from typing import Any

import pytest

from api.as_json import plain, write
from api.plan.complete import (
    Checked,
    Completer,
    Constant,
    Entry,
    Layout,
    Leaf,
    LinksOf,
    ListOf,
    Made,
    Ranked,
    Run,
    Shape,
    Source,
    Through,
)
from api.plan.written import MOST_LOOPS, Unusual, Writing, written
from graph.errors import FixInput

NAME, KIND = Leaf(required=True), Leaf(required=True, names=frozenset({"direct", "indirect"}))
MAYBE, MAYBE_KIND = Leaf(required=False), Leaf(required=False, names=frozenset({"direct", None}))


def layout(*entries: Entry, required: bool = True) -> Layout:
    return Layout({"Quote": Shape("Quote", entries)}, labelled=False, required=required)


STRAIGHT = layout(Entry("text", 0, NAME), Entry("kind", 1, KIND), Entry("cue", 2, MAYBE))
LATER = layout(Entry("kind", 1, KIND), Entry("cue", 2, MAYBE))
CROOKED = layout(Entry("cue", 2, MAYBE), Entry("text", 0, NAME), Entry("again", 0, NAME))
LABELLED = Layout(
    {
        "Person": Shape("Person", [Entry("__typename", 0, NAME), Entry("name", 1, NAME)]),
        "Place": Shape("Place", [Entry("name", 1, NAME), Entry("country", 2, MAYBE)]),
    },
    labelled=True, required=False,
)  # fmt: skip


ALONE = layout(Entry("text", None, NAME), Entry("again", None, NAME))
RANKED = Ranked(lambda found: [one[-1] for one in sorted(found)], ListOf(ALONE, most=2))


def completed(completer: Completer, value: Any) -> Any:
    return plain(written(completer)(value, Run([])))


def unusual(completer: Completer, value: Any) -> bool:
    try:
        written(completer)(value, Run([]))
    except Unusual:
        return True
    return False


@pytest.mark.parametrize(
    ("completer", "row", "made"),
    [
        (STRAIGHT, ["a", "direct", None], {"text": "a", "kind": "direct", "cue": None}),
        (LATER, ["a", "direct", None], {"kind": "direct", "cue": None}),
        (CROOKED, ["a", "direct", "said"], {"cue": "said", "text": "a", "again": "a"}),
        (LABELLED, ["Person", "Ana", None], {"__typename": "Person", "name": "Ana"}),
        (LABELLED, ["Place", "Sandhaven", None], {"name": "Sandhaven", "country": None}),
        (LABELLED, None, None),
        (ListOf(STRAIGHT), [["a", "direct", None]], [{"text": "a", "kind": "direct", "cue": None}]),
        (ListOf(LABELLED), [["Person", "Ana", None], None], [{"__typename": "Person", "name": "Ana"}, None]),
        (ListOf(layout(Entry("a", 0, NAME), required=False)), [["a"], None, ["b"]], [{"a": "a"}, None, {"a": "b"}]),
        (ListOf(ListOf(NAME)), [["a", "b"], [], ["c"]], [["a", "b"], [], ["c"]]),
        (layout(Entry("a", 0, STRAIGHT)), [["a", "direct", None]], {"a": {"text": "a", "kind": "direct", "cue": None}}),
        (
            ListOf(layout(Entry("id", 0, NAME), Entry("texts", 1, ListOf(NAME)), Entry("of", 2, Constant("Quote")))),
            [["a", ["x", "y"], None], ["b", [], None]],
            [{"id": "a", "texts": ["x", "y"], "of": "Quote"}, {"id": "b", "texts": [], "of": "Quote"}],
        ),
        (Made("Why", [Entry("code", "code", NAME)], required=False), {"code": "END"}, {"code": "END"}),
        (Made("Why", [Entry("code", "code", NAME)], required=False), None, None),
        (Through(lambda value, _: value[1:], ListOf(NAME)), ["a", "b"], ["b"]),
        (LinksOf(ListOf(NAME), 2), [2, ["a", "b"]], ["a", "b"]),
        (LinksOf(ListOf(NAME), 2), [None, []], []),
        (ListOf(NAME, required=False), None, None),
        (ListOf(ALONE), ["a", "b"], [{"text": "a", "again": "a"}, {"text": "b", "again": "b"}]),
        (layout(Entry("of", None, LABELLED)), ["Place", "B", None], {"of": {"name": "B", "country": None}}),
        (RANKED, [], []), (RANKED, ["a"], [{"text": "a", "again": "a"}]),
        (RANKED, [[2, "b"], [1, "a"]], [{"text": "a", "again": "a"}, {"text": "b", "again": "b"}]),
        (MAYBE_KIND, None, None),
        (Checked(0, NAME), "a", "a"),
    ],
)  # fmt: skip
def test_rows_become_the_answer(completer: Completer, row: Any, made: Any) -> None:
    assert completed(completer, row) == made


@pytest.mark.parametrize(
    ("completer", "value"),
    [
        (NAME, None), (KIND, "sung"), (KIND, None), (MAYBE_KIND, "sung"),
        (STRAIGHT, None), (STRAIGHT, [None, "direct", None]), (STRAIGHT, ["a", None, None]),
        (STRAIGHT, ["a", "sung", None]), (LATER, [None, None, None]), (CROOKED, [None, "direct", None]),
        (LABELLED, ["Person", None, None]), (LABELLED, ["Ghost", "Ana", None]),
        (ListOf(STRAIGHT), None), (ListOf(STRAIGHT), [None]), (ListOf(STRAIGHT), [["a", "direct", None], None]),
        (ListOf(STRAIGHT), [["a", "direct", None], [None, "direct", None]]),
        (ListOf(STRAIGHT), [["a", "direct", None], ["a", "sung", None]]),
        (ListOf(ListOf(NAME)), [["a"], [None]]), (ListOf(ListOf(NAME)), [["a"], None]),
        (ListOf(NAME, most=1), ["a", "b"]), (LinksOf(ListOf(NAME), 1), [2, ["a"]]),
        (ListOf(ListOf(NAME, most=1)), [["a"], ["a", "b"]]),
        (ALONE, None), (ListOf(ALONE), ["a", None]), (RANKED, [None]), (RANKED, [[2, None], [1, "a"]]),
        (RANKED, [[1, "a"], [2, "b"], [3, "c"]]),
        (Made("Why", [Entry("code", "code", NAME)]), None), (Made("Why", [Entry("code", "code", NAME)]), {}),
    ],
)  # fmt: skip
def test_what_an_answer_without_errors_has_not_is_left_to_the_stock_executor(completer: Completer, value: Any) -> None:
    assert unusual(completer, value)


def test_a_field_whose_arguments_cannot_be_used_raises_where_it_is_reached() -> None:
    wrong = FixInput("first: -1 is no size.", "Give another.")
    checked = Checked(3, NAME)
    failed = Run([], {3: wrong})
    for many in (False, True):
        with pytest.raises(Unusual):
            written(ListOf(checked) if many else checked)(["a", "b"] if many else "a", failed)
    assert written(ListOf(checked))([], failed) == []
    with pytest.raises(FixInput):
        checked.wrap("a", failed, [])
    assert written(Checked(4, NAME))("a", failed) == "a"


def test_an_error_of_ours_is_the_fields() -> None:
    def work(value: Any, run: Run) -> Any:
        raise FixInput("That is none.", "Give another.")

    for way in (written(Through(work, NAME)), lambda value, run: Through(work, NAME).wrap(value, run, [])):
        with pytest.raises(FixInput):
            way("a", Run([]))


def test_the_stock_executor_gets_objects_and_is_told_what_was_cut() -> None:
    run = Run([])
    pilots = ListOf(layout(Entry("id", 0, NAME), Entry("texts", 1, ListOf(NAME, most=1))), most=2)
    found = pilots.wrap([["a", ["x"]], ["b", ["y", "z"]], ["c", []]], run, ["pilots"])
    assert [type(each) for each in found] == [Source, Source]
    assert [each.typename for each in found] == ["Quote", "Quote"]
    shown = [
        (each.field("id", ["pilots", i, "id"]), each.field("texts", ["pilots", i, "texts"]))
        for i, each in enumerate(found)
    ]
    assert shown == [("a", ["x"]), ("b", ["y"])]
    assert run.cut == [{"path": ["pilots"], "links": 2}, {"path": ["pilots", 1, "texts"], "links": 1}]
    LinksOf(ListOf(NAME), 1).wrap([2, ["a"]], run, ["roles"])
    assert run.cut[2:] == [{"path": ["roles"], "links": 1}]
    person = LABELLED.wrap(["Person", None, None], run, [])
    assert (person.typename, person.field("name", ["name"])) == ("Person", None)
    assert (LABELLED.wrap(None, run, []), ListOf(NAME).wrap(None, run, [])) == (None, None)
    alone = RANKED.wrap([[2, "b"], [3, "c"], [1, "a"]], run, ["alone"])
    assert [each.field("again", ["again"]) for each in alone] == ["a", "b"]
    assert run.cut[3:] == [{"path": ["alone"], "links": 2}]
    why = Made("Why", [Entry("of", None, Constant("Why")), Entry("code", "code", NAME)]).wrap({"code": "END"}, run, [])
    assert (why.typename, why.field("of", ["of"]), why.field("code", ["code"])) == ("Why", "Why", "END")


def test_lists_in_lists_may_be_deeper_than_loops_may() -> None:
    deep = ListOf(NAME)
    value: list[Any] = ["a", "b"]
    for _ in range(2 * MOST_LOOPS):
        deep, value = ListOf(deep), [value]
    completer = ListOf(layout(Entry("deep", 0, deep)))
    assert completed(completer, [[value]]) == [{"deep": value}]
    assert unusual(completer, [[None]])


def test_what_objects_of_several_types_share_is_written_once() -> None:
    """Else nesting would multiply it: this has two types in each other thirty times."""

    class Counted(Through):
        times = 0

        def write(self, into: Writing, value: str) -> str:
            Counted.times += 1
            return super().write(into, value)

    inner: Completer = Counted(lambda value, _: value, NAME)
    value: Any = "a"
    for _ in range(30):
        shapes = {name: Shape(name, [Entry("of", 1, inner)]) for name in ("Person", "Place")}
        inner, value = Layout(shapes, labelled=True, required=True), ["Place", value]
    made = completed(inner, value)
    for _ in range(30):
        made = made["of"]
    assert (made, Counted.times) == ("a", 1)


def test_response_keys_are_no_code() -> None:
    keys = ("__class__", "import", "f1", "f0", "_f3", "a'b", "{run}", "k0", "value", *(f"a{i}" for i in range(500)))
    completer = layout(*(Entry(key, i, NAME) for i, key in enumerate(keys)))
    assert completed(completer, list(keys)) == {key: key for key in keys}


def test_an_answer_is_json_of_its_keys_in_their_order() -> None:
    entries = Entry("z", 0, NAME), Entry("a", 1, ListOf(ALONE)), Entry("__typename", None, Constant("Quote"))
    made = written(ListOf(layout(*entries)))([['say "talks"', ["é"]]], Run([]))
    assert write({"data": made}).decode() == (
        '{"data":[{"z":"say \\"talks\\"","a":[{"text":"é","again":"é"}],"__typename":"Quote"}]}'
    )


def test_work_is_done_once_and_also_for_what_is_always_the_same() -> None:
    seen = []

    def work(value: Any, run: Run) -> Any:
        seen.append(value)
        return [value]

    both = layout(Entry("name", 0, Through(work, ListOf(NAME))), Entry("type", 1, Through(work, Constant("Why"))))
    assert completed(both, ["a", "b"]) == {"name": ["a"], "type": "Why"}
    assert seen == ["a", "b"]
