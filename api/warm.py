"""The documented questions asked once before anybody waits for them: a new server plans each statement the first time.

What is asked is taken from the graph, so that each statement finds something and leads to the next. It begins a little
after the start: who asks at once has the database for himself.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Any

from api.plan.run import Service
from graph.errors import RetryLater
from graph.store import Store

_FIND = """{
  quotes(first: 1) { edges { node {
    speakers { id name } about { node { ... on Entity { name } ... on Event { label } } } } } }
  events(first: 1) { edges { node { places { name } } } }
}"""
_EVIDENCE = "evidence { article { headline url source published } sentence text start end utf16Start utf16End }"
FIRST = 3.0
"""Seconds that the first visitor has before the warming begins."""
OPERATIONS = (
    # the page's own question
    """query ($name: String!, $about: String!) { quotes(speaker: $name, about: $about) { edges { node {
      text kind saidOn evidence { sentence start end } } } } }""",
    f"""query ($question: String!) {{ ask(question: $question) {{ understood
      quotes {{ edges {{ node {{
        speakers {{ id name }} about {{ basis score node {{ id }} }} {_EVIDENCE} }} }} }} }} }}""",
    f"""query ($id: ID!) {{ person(id: $id) {{ name aliases
      roles {{ title of {{ name }} evidence {{ sentence }} }} speaksFor {{ of {{ name }} }}
      quotes(first: 5) {{ totalCount edges {{ node {{ text saidOn }} }} }}
      quotesAbout(first: 5) {{ edges {{ node {{ text speakers {{ name }} }} }} }}
      relationships(first: 5) {{ edges {{ node {{ type {_EVIDENCE} }} }} }} }} }}""",
    """query ($place: String!) { events(place: $place) { edges { node { label date
      places { name country } participants { entity { name } } evidence { sentence } } } } }""",
    "query ($about: String!) { search(query: $about) { edges { score node { id } } } }",
    "{ quotes { totalCount edges { node { text } } } }",
    """query ($name: String!) { quotes(speaker: $name) { edges { node { text article { headline } } } }
      people(name: $name) { edges { node { name } } } }""",
    "{ articles { edges { node { headline quotes(first: 5) { edges { node { text } } } } } } }",
)


def plan_first(store: Store) -> None:
    """Have the database plan the page's own question, while the articles are being read: a new server takes seconds.

    What goes wrong is told to whoever asks.
    """
    from api.schema import build

    with suppress(Exception):
        Service(build()).answer(_Ended(store, Event()), OPERATIONS[0], {"name": "Peskov", "about": "talks"})


class _Ended:
    """A store in which nothing is read any more once it is over."""

    def __init__(self, store: Store, over: Event) -> None:
        self._store, self._over = store, over

    def one(self, statement: str, parameters: Mapping[str, object], *, request: str = "") -> object:
        try:
            if not self._over.is_set():
                return self._store.one(statement, parameters, request=request)
        except Exception:
            if not self._over.is_set():
                raise
        raise RetryLater("The service is closing.")


@contextmanager
def warming(service: Service, store: Store, after: float = FIRST) -> Iterator[Thread]:
    """Ask in the background, `after` seconds from now, for as long as the block lasts at most.

    What goes wrong is told to whoever asks next.
    """
    over = Event()
    thread = Thread(target=_ask, args=(service, store, over, after), name="warming", daemon=True)
    thread.start()
    try:
        yield thread
    finally:
        over.set()
        thread.join(1.0)  # a statement that the database still plans is left to itself


def _ask(service: Service, store: Store, over: Event, after: float) -> None:
    if over.wait(after):
        return
    with suppress(Exception):
        read = _Ended(store, over)
        values = _values(service.answer(read, _FIND).response.get("data") or {})
        for operation in OPERATIONS:
            if over.is_set():
                return
            service.answer(read, operation, {n: text for n, text in values.items() if f"${n}:" in operation})


def _values(found: dict[str, Any]) -> dict[str, str]:
    """The operations' variables: from the newest quote and event, else words that find nothing."""
    quote: dict[str, Any] = next((edge["node"] for edge in (found.get("quotes") or {}).get("edges", ())), {})
    event: dict[str, Any] = next((edge["node"] for edge in (found.get("events") or {}).get("edges", ())), {})
    speaker: dict[str, Any] = next(iter(quote.get("speakers", ())), {})
    topics = [each["node"].get("name") or each["node"].get("label") for each in quote.get("about", ())]
    name, about = speaker.get("name") or "Peskov", next(filter(None, topics), "talks")
    place = next((each["name"] for each in event.get("places", ())), "Kyiv")
    question = f"everything {name} said about {about}"
    return {
        "name": name,
        "about": about,
        "place": place,
        "question": question,
        "id": speaker.get("id") or "person/none",
    }
