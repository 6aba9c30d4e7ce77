"""What a subscription reads: the same as the page with the same arguments, in the order of arrival, each once."""

from __future__ import annotations

import json
from itertools import islice
from typing import Any

import pytest

from api.live.subscription import Subscription, Told, prepare
from api.plan.arriving import Stretch
from api.plan.run import Answer, Service
from bench.graphs.plan import Plan
from bench.graphs.stories import Stories
from graph.arrivals import Newest, newest
from graph.errors import AskDifferently, FixInput
from graph.store import Store
from graph.testing import empty
from graph.write import write_all
from tests.graph.stories import harbour, reply, strike

pytestmark = pytest.mark.store


@pytest.fixture(scope="module")
def before(newsgraph_store: Store) -> Newest:
    """The newest number before anything arrived. Only for tests that do not write."""
    empty(newsgraph_store)
    there = newest(newsgraph_store)
    write_all(newsgraph_store, [harbour(), strike(), reply()])
    write_all(newsgraph_store, list(islice(Stories(Plan(1_000)), 60)))
    return there


def subscribed(service: Service, store: Store, query: str, **variables: Any) -> Subscription:
    found = prepare(service, store, {"query": query, "variables": variables})
    assert isinstance(found, Subscription), found
    return found


def told(subscription: Subscription, store: Store, after: int, most: int = 1_000) -> list[dict[str, Any]]:
    """All responses after a number, statement by statement."""
    there, responses = newest(store), []
    while after < there.number:
        found: Told = subscription.read(store, Stretch(after, there.number, most, there.graph), there.seen)
        assert len(found.responses) <= most
        assert after < found.upto <= there.number
        responses += [json.loads(each) for each in found.responses]
        after = found.upto
    return responses


QUOTES = [
    "", 'speaker: "Lindholm"', 'speaker: "nobody at all"', 'speakerId: "person/vera-lindholm"', 'about: "talks"',
    'about: "delay"', 'about: "summit"', 'speaker: "Lindholm", about: "talks"', 'to: "Lindholm"', "kind: [indirect]",
    'saidOn: {since: "2020-01-01"}', 'source: "Velmora Post"', "minConfidence: 0.95",
    'where: {or: [{words: "delayed"}, {aboutId: ["event/agreement-velmora"]}], not: {kind: [indirect]}}',
    'aboutId: "event/agreement-velmora"', 'speakerId: "person/vera-lindholm", about: "event/agreement-velmora"',
]  # fmt: skip


@pytest.mark.parametrize("arguments", QUOTES)
def test_quotes_are_those_of_the_page(arguments: str, before: Newest, newsgraph_store: Store, service: Service) -> None:
    page = f"{{ quotes(first: 1000, {arguments}) {{ nodes {{ id text speakers {{ name }} }} }} }}"
    wanted = service.answer(newsgraph_store, page).response["data"]["quotes"]["nodes"]
    given = f"({arguments})" if arguments else ""
    operation = f"subscription {{ quoteSaid{given} {{ cursor quote {{ id text speakers {{ name }} }} }} }}"
    subscription = subscribed(service, newsgraph_store, operation)
    found = told(subscription, newsgraph_store, before.number)
    assert found == told(subscription, newsgraph_store, before.number, most=7)
    quotes = [each["data"]["quoteSaid"]["quote"] for each in found]
    assert sorted(quotes, key=lambda q: q["id"]) == sorted(wanted, key=lambda q: q["id"])
    order = newsgraph_store.read("MATCH (q:Quote) RETURN q.id AS id ORDER BY q.arrived")
    ids = {quote["id"] for quote in quotes}
    assert [quote["id"] for quote in quotes] == [row["id"] for row in order if row["id"] in ids]


EVENTS = [
    "", "type: [Talks]", 'place: "Farland"', 'participant: "Lindholm"', 'about: "talks"', "status: [happened]",
    'on: {since: "2025-01-01"}', 'source: "Velmora Post"', "minConfidence: 0.95", 'where: {figure: ["injured"]}',
]  # fmt: skip


@pytest.mark.parametrize("arguments", EVENTS)
def test_events_are_those_of_the_page_once_for_each_report(
    arguments: str, before: Newest, newsgraph_store: Store, service: Service
) -> None:
    page = f"{{ events(first: 1000, {arguments}) {{ nodes {{ id evidence {{ article {{ id }} }} }} }} }}"
    wanted = service.answer(newsgraph_store, page).response["data"]["events"]["nodes"]
    given = f"({arguments})" if arguments else ""
    operation = (
        f"subscription {{ eventReported{given} {{ isNew event {{ id }} article {{ id }} evidence {{ sentence }} }} }}"
    )
    subscription = subscribed(service, newsgraph_store, operation)
    found = [each["data"]["eventReported"] for each in told(subscription, newsgraph_store, before.number)]
    reports = [(event["id"], report["article"]["id"]) for event in wanted for report in event["evidence"]]
    assert sorted((each["event"]["id"], each["article"]["id"]) for each in found) == sorted(reports)
    assert all(len(each["evidence"]) == 1 for each in found)
    assert sum(each["isNew"] for each in found) == len(wanted)


def test_only_new_events_may_be_asked_for(before: Newest, newsgraph_store: Store, service: Service) -> None:
    operation = "subscription { eventReported(isNew: %s) { isNew } }"
    for value in ("true", "false"):
        found = told(subscribed(service, newsgraph_store, operation % value), newsgraph_store, before.number)
        assert {each["data"]["eventReported"]["isNew"] for each in found} == {value == "true"}


def test_a_stretch_is_one_statement(before: Newest, newsgraph_store: Store, service: Service) -> None:
    subscription = subscribed(service, newsgraph_store, DEEP)
    there = newest(newsgraph_store)
    reads = newsgraph_store.reads
    subscription.read(newsgraph_store, Stretch(before.number, there.number, 50, there.graph), there.seen)
    assert newsgraph_store.reads - reads == 1


DEEP = """
subscription Said($about: String, $after: String, $more: Boolean = true) {
  said: quoteSaid(about: $about, after: $after) {
    __typename
    at: cursor
    quote { ...Whole speakers @include(if: $more) { id quotes(first: 1) { totalCount } } }
  }
}
fragment Whole on Quote { text evidence { sentence article { headline } } about { basis node { __typename id } } }
"""


def test_those_who_differ_in_their_cursor_alone_are_told_together(
    before: Newest, newsgraph_store: Store, service: Service
) -> None:
    keys = [
        subscribed(service, newsgraph_store, DEEP, **variables).key
        for variables in (
            {"about": "talks"}, {"about": "talks", "after": "x"}, {"after": "y", "about": "talks"},
            {"about": "talks", "after": None}, {"about": "harbour"}, {"about": "talks", "more": False},
        )
    ]  # fmt: skip
    assert len(set(keys[:4])) == 1
    assert len(set(keys)) == 3
    assert subscribed(service, newsgraph_store, DEEP, after="x").after == "x"


TWICE = "subscription ($x: String) { quoteSaid(after: $x, about: $x) { cursor } }"


def test_a_cursor_that_is_used_elsewhere_keeps_them_apart(
    before: Newest, newsgraph_store: Store, service: Service
) -> None:
    keys = {subscribed(service, newsgraph_store, TWICE, x=x).key for x in ("a", "b")}
    assert len(keys) == 2


def test_an_error_of_one_arrival_is_its_own_and_tells_its_cursor(
    before: Newest, newsgraph_store: Store, service: Service
) -> None:
    operation = (
        "subscription { quoteSaid { cursor quote { id text speakers { quotes(first: -1) { nodes { id } } } } } }"
    )
    found = told(subscribed(service, newsgraph_store, operation), newsgraph_store, before.number)
    plain = told(
        subscribed(service, newsgraph_store, "subscription { quoteSaid { cursor } }"), newsgraph_store, before.number
    )
    assert len(found) == len(plain)
    for each, whole in zip(found, plain, strict=True):
        assert each["data"] is None
        assert each["errors"][0]["path"][:2] == ["quoteSaid", "quote"]
        assert each["errors"][0]["extensions"]["code"] == "BAD_INPUT"
        assert each["extensions"] == {"cursor": whole["data"]["quoteSaid"]["cursor"]}


@pytest.mark.parametrize(
    ("operation", "message"),
    [
        ("subscription { quoteSaid { cursor } eventReported { cursor } }",
         "Anonymous Subscription must select only one top level field."),
        ("subscription { __typename }", "Anonymous Subscription must not select an introspection top level field."),
        ("subscription ($no: Boolean = false) { quoteSaid @include(if: $no) { cursor } }",
         "Anonymous Subscription must not use `@skip` or `@include` directives in the top level selection."),
        ("subscription { quoteSaid { sung } }", "Cannot query field 'sung' on type 'QuoteSaid'."),
        ("subscription { quoteSaid(where: {sung: true}) { cursor } }",
         "Expected value of type 'QuoteFilter' not to include unknown field 'sung', found: { sung: true }."),
        ("subscription ($n: [QuoteKind!]!) { quoteSaid(kind: $n) { cursor } }",
         "Variable '$n' has invalid value: Expected a value of non-null type '[QuoteKind!]!' to be provided."),
        ("subscription {", "Syntax Error: Expected Name, found <EOF>."),
    ],
)  # fmt: skip
def test_what_cannot_be_subscribed_to_is_said(
    operation: str, message: str, newsgraph_store: Store, service: Service
) -> None:
    found = prepare(service, newsgraph_store, {"query": operation})
    assert isinstance(found, Answer)
    assert not found.executed
    assert [each["message"] for each in found.response["errors"]] == [message]
    assert found.response["errors"][0]["extensions"] == {"code": "BAD_REQUEST"}


def test_no_mutation_is_made(newsgraph_store: Store, service: Service) -> None:
    found = prepare(service, newsgraph_store, {"query": "mutation { __typename }"})
    assert isinstance(found, Answer)
    assert (found.executed, list(found.response)) == (False, ["errors"])


def test_a_query_is_answered(newsgraph_store: Store, service: Service) -> None:
    found = prepare(service, newsgraph_store, {"query": "query A { __typename }", "operationName": "A"})
    assert isinstance(found, Answer)
    assert (found.response, found.executed) == ({"data": {"__typename": "Query"}}, True)


def test_names_that_are_too_many_are_told_once(before: Newest, newsgraph_store: Store, service: Service) -> None:
    subscription = subscribed(service, newsgraph_store, "subscription { quoteSaid { cursor } }")
    (error,) = subscription.failure(FixInput("Too many answer.", "Give more of the name."))
    assert (error["message"], error["path"]) == ("Too many answer. Give more of the name.", ["quoteSaid"])
    (error,) = subscription.failure(AskDifferently("x"))
    assert error["extensions"]["code"] == "BAD_REQUEST"


def test_no_subscription_is_answered_over_http(newsgraph_store: Store, service: Service) -> None:
    answer = service.answer(newsgraph_store, "subscription { quoteSaid { cursor } }")
    assert not answer.executed
    assert answer.response["errors"][0]["message"] == (
        "Subscriptions are answered over WebSocket, by the protocol graphql-transport-ws."
    )
