"""Documents and plans that are kept, and what an operation with sizes in variables costs."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest

from api.plan.complete import Run
from api.plan.knows import Knows
from api.plan.operation import KEPT_DOCUMENTS, LONGEST, LONGEST_TEXT, MOST_TOKENS, Documents, Plan
from api.schema import build
from graph.errors import TooMuch

SCHEMA = build()


def planned(documents: Documents, text: str, **variables: Any) -> tuple[Plan, Run]:
    operation = documents.get(text).operation(None)
    coerced = operation.variables(variables)
    assert not isinstance(coerced, list)
    return operation.planned(coerced)


def given(plan: Plan, run: Run) -> dict[str, Any]:
    """The values of a run, which the database gets as one parameter."""
    (values,) = plan.parameters(run).values()
    assert isinstance(values, dict)
    return values


ASKED = """query ($about: String, $after: String, $kind: [QuoteKind!], $ids: [ID!], $n: Int, $only: Boolean! = false) {
  quotes(about: $about, after: $after, kind: $kind, first: $n, where: {speakerId: $ids}) {
    totalCount nodes { text cue @skip(if: $only) } } }"""


def test_other_values_take_no_other_plan() -> None:
    documents = Documents(SCHEMA, Knows())
    plan, run = planned(documents, ASKED, about="talks", ids=["person/a"], n=3)
    again, other = planned(documents, ASKED, about="the weather", ids=["person/b", "person/c"], n=200)
    assert again is plan
    assert "talks" not in plan.statement
    one, two = given(plan, run), given(plan, other)
    assert one.keys() == two.keys()
    assert [value for value in one.values() if value in (3, ["person/a"])] == [["person/a"], 3]
    assert [value for value in two.values() if value in (200, ["person/b", "person/c"])] == [
        ["person/b", "person/c"],
        200,
    ]


@pytest.mark.parametrize(
    "variables",
    [
        {}, {"about": "event/talks"}, {"about": "talks", "kind": ["direct"]}, {"about": "talks", "only": True},
        {"about": "talks", "after": "x"}, {"about": "talks", "ids": []}, {"about": "talks", "ids": ["person/a"]},
        {"about": "talks", "kind": ["direct", "mixed"]},
    ],
)  # fmt: skip
def test_another_form_takes_another_plan(variables: dict[str, Any]) -> None:
    documents = Documents(SCHEMA, Knows())
    plan, _ = planned(documents, ASKED, about="talks")
    other, _ = planned(documents, ASKED, **variables)
    assert other.statement != plan.statement
    assert planned(documents, ASKED, **variables)[0] is other
    assert planned(documents, ASKED, about="rain")[0] is plan


def test_no_value_stands_in_a_statement() -> None:
    text = """{ quotes(speaker: "Gwendolen", about: "zeppelins", source: "Gazette", minConfidence: 0.625,
      where: {text: {in: ["airship", "balloon"]}, saidOn: {since: "1931-05-06"}, words: "hangar",
        cue: {contains: "mutter"}}) {
      totalCount facets(first: 77) { people { count } } nodes { id } why { code } } }"""
    plan, run = planned(Documents(SCHEMA, Knows()), text)
    values = ("Gwendolen", "zeppelin", "Gazette", "0.625", "airship", "1931", "hangar", "mutter", "77")
    assert [value for value in values if value.casefold() in plan.statement.casefold()] == []
    assert {77, "Gazette", 0.625} <= {
        value for value in given(plan, run).values() if isinstance(value, str | int | float)
    }


def test_a_field_that_cannot_be_used_fails_alone() -> None:
    plan, run = planned(
        Documents(SCHEMA, Knows()), "{ a: quotes(first: -1) { totalCount } b: quotes(first: 1) { totalCount } }"
    )
    plan.parameters(run)
    assert {number: str(error) for number, error in run.failed.items()} == {
        0: "first: -1 is no size for a page. Give a number from 0 to 1000."
    }


def test_documents_are_kept_but_not_endless_ones_nor_what_is_refused() -> None:
    documents = Documents(SCHEMA, Knows())
    text = "{ quotes { totalCount } }"
    assert documents.get(text) is documents.get(text)
    long = text + " " * (LONGEST - len(text) + 1)
    assert documents.get(long) is not documents.get(long)
    wrong = "{ quotes { nothing } }"
    assert documents.get(wrong) is not documents.get(wrong)
    for i in range(20):
        documents.get(text + " " * (KEPT_DOCUMENTS // 12 + i))
    assert documents.kept.weight <= KEPT_DOCUMENTS
    assert len(documents.kept) == 11


def test_a_trusted_document_is_kept_whatever_others_ask() -> None:
    documents = Documents(SCHEMA, Knows())
    text = "{ quotes { totalCount } }"
    pinned = documents.pin(text)
    for i in range(20):
        documents.get(text + " " * (KEPT_DOCUMENTS // 12 + i))
    assert documents.get(text) is pinned


def test_plans_are_kept_within_a_budget_that_all_documents_share() -> None:
    documents = Documents(SCHEMA, Knows())
    text = "query ($a: Boolean!, $b: Boolean!) { quotes { totalCount @skip(if: $a) nodes { id @skip(if: $b) } } }"
    plans = [planned(documents, text, a=a, b=b)[0] for a in (True, False) for b in (True, False) for _ in range(2)]
    assert (len({id(plan) for plan in plans}), len(documents.plans), len(documents.selections)) == (4, 4, 4)
    assert documents.plans.weight == sum(100 + len(plan.statement) for plan in plans[::2])


@pytest.mark.parametrize(
    "text",
    [
        "{", "{ nothing }", "mutation { quotes }", "{ quotes " + "{ nodes " * 3000 + "}" * 3001, "subscription { a }",
        "{ " + " ".join(f"a{i}: people {{ totalCount }}" for i in range(MOST_TOKENS // 4)) + " }",
        "{ quotes { ...a } } fragment a on QuoteConnection { ...a }",
    ],
)  # fmt: skip
def test_what_is_no_operation_is_known_before_anything_is_read(text: str) -> None:
    document = Documents(SCHEMA, Knows()).get(text)
    assert document.errors
    assert document.operations == {}


SIZED = """query ($a: Int, $b: Int = 10) { quotes(first: $a) { nodes { speakers { quotes(last: $b) { nodes {
  about { node { ... on Event { quotes(first: 20) { nodes { id } } } } } } } } } } }"""


def test_sizes_in_variables_are_reckoned_with_their_values() -> None:
    """1,000 quotes, two speakers of each, 10 quotes of each, two topics of each, 20 quotes of each: 1.2 million."""
    documents = Documents(SCHEMA, Knows())
    for few in ({}, {"a": 100}, {"a": 1, "b": 1000}, {"a": None, "b": None}, {"a": 1000, "b": 0}):
        planned(documents, SIZED, **few)
    for many in ({"a": 1000}, {"a": 100, "b": 1000}, {"a": 9999, "b": 10}):
        with pytest.raises(TooMuch, match="more than 500,000 objects"):
            planned(documents, SIZED, **many)


def test_a_text_that_is_longer_than_any_name_is_refused() -> None:
    query = "query ($w: ArticleFilter) { articles(where: $w) { totalCount } }"
    operation = Documents(SCHEMA, Knows()).get(query).operation(None)
    given = {"w": {"and": [{"source": {"eq": "x" * LONGEST_TEXT}}]}}
    assert not isinstance(operation.variables(given), list)
    given["w"]["and"][0]["source"]["eq"] += "x"
    (error,) = operation.variables(given)  # type: ignore[misc]  # a list of errors
    assert error.message == "A text among the variables is longer than 10,000 characters. Shorten it."


def test_what_the_database_would_plan_for_long_is_refused() -> None:
    page = """quotes(first: 2) { nodes { text kind saidOn speakers { id name } about { basis score node { id } }
      evidence { article { headline url source published } text sentence start end } } }"""
    documents = Documents(SCHEMA, Knows())
    plan, run = planned(documents, f"{{ {page} }}")
    assert run.cost > len(plan.statement)
    assert planned(documents, f"{{ {page} }}")[1].cost == run.cost - len(plan.statement)
    with pytest.raises(TooMuch, match="The operation is too large for one statement"):
        planned(documents, "{ " + " ".join(f"a{i}: {page}" for i in range(40)) + " }")


def test_a_statement_grows_by_the_same_with_each_level() -> None:
    documents = Documents(SCHEMA, Knows())

    def size(levels: int) -> int:
        inside = "label"
        for _ in range(levels):
            inside = f"label places {{ name }} parts {{ {inside} }}"
        plan, _ = planned(documents, f"{{ events {{ nodes {{ {inside} }} }} }}")
        return len(plan.statement)

    sizes = [size(levels) for levels in range(2, 7)]
    assert max(later - earlier for earlier, later in pairwise(sizes)) < 1.1 * (sizes[1] - sizes[0])
