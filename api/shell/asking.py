"""`newsgraph ask`: the GraphQL field `ask`, in process, as a person reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from api.plan.run import Service
from api.schema import build
from api.shell.terminal import show_json, show_line, tell
from graph import errors
from graph.errors import Ambiguous, NewsgraphError, NotUnderstood
from graph.store import Store

_ASK = """
query Ask($question: String!, $after: String) {
  ask(question: $question, first: 100, after: $after) {
    understood
    quotes {
      edges { node {
        id text kind saidOn
        speakers { id name }
        about { basis node { id ... on Entity { name } ... on Event { label } } }
        evidence { sentence start end article { id headline url published source } }
      } }
      pageInfo { hasNextPage endCursor }
      why { message suggestions }
    }
    entities { __typename id name aliases }
    events {
      edges { node {
        id type label date status
        places { id name }
        evidence { sentence start end article { id headline url published source } }
      } }
      pageInfo { hasNextPage endCursor }
      why { message suggestions }
    }
    relationships {
      edges { node {
        id type verb on
        subject { id ... on Entity { name } }
        object { id ... on Entity { name } ... on Event { label } }
        evidence { sentence start end article { id headline url published source } }
      } }
      pageInfo { hasNextPage endCursor }
      why { message suggestions }
    }
    why { message suggestions }
  }
}
"""
_PAGED = ("quotes", "events", "relationships")

Json = Mapping[str, Any]  # as GraphQL answers: its shape is the operation's above


@dataclass(slots=True)
class Answered:
    """An answer. `kind`: quotes, events, relationships or entities; `why`: why there is none, with suggestions."""

    question: str
    understood: str
    kind: str = ""
    rows: list[Json] = field(default_factory=list)
    why: Json | None = None


def ask_in_words(store: Store, question: str) -> Answered:
    """All that the graph answers to a question in words, page by page. Raises AskDifferently and its kin."""
    service = Service(build())
    answered = Answered(question, "")
    after: str | None = None
    while True:
        response = service.answer(store, _ASK, {"question": question, "after": after}).response
        for error in response.get("errors", ()):
            raise _ours(error["message"], error.get("extensions") or {})
        answer = response["data"]["ask"]
        answered.understood = answer["understood"]
        answered.why = answer["why"]
        if answer["entities"] is not None:
            answered.kind, answered.rows = "entities", answer["entities"]
            return answered
        answered.kind = next(kind for kind in _PAGED if answer[kind] is not None)
        page = answer[answered.kind]
        answered.rows += [edge["node"] for edge in page["edges"]]
        answered.why = page["why"] or answered.why
        if not page["pageInfo"]["hasNextPage"]:
            return answered
        after = page["pageInfo"]["endCursor"]


def show_answer(answered: Answered, *, as_json: bool) -> int:
    """An answer for a person: how it was understood, then each fact with its sentence and article."""
    if as_json:
        shape = {"question": answered.question, "understood": answered.understood, answered.kind: answered.rows}
        show_json(shape if answered.why is None else {**shape, "why": answered.why})
        return 0
    tell(answered.understood)
    if not answered.rows:
        why = answered.why or {"message": "The graph has nothing on it.", "suggestions": []}
        near = f" Nearly so are called: {', '.join(why['suggestions'])}." if why["suggestions"] else ""
        show_line(f"{why['message']}{near}")
    for row in answered.rows:
        show_line()
        for line in _lines(answered.kind, row):
            show_line(line)
    return 0


def _lines(kind: str, row: Json) -> Iterator[str]:
    if kind == "entities":
        called = f", also {', '.join(row['aliases'])}" if row["aliases"] else ""
        yield f"{row['name']} ({row['__typename']}){called}"
        yield f"    {row['id']}"
    elif kind == "quotes":
        said = row["text"] if row["kind"] == "indirect" else f"“{row['text']}”"
        who = " and ".join(s["name"] for s in row["speakers"]) or "(speaker not known)"
        yield said
        yield f"    {who}, {row['saidOn'] or 'day not known'}"
    elif kind == "events":
        where = f", {', '.join(p['name'] for p in row['places'])}" if row["places"] else ""
        yield f"{row['date'] or 'day not known'}  {row['label']}{where}"
    else:
        whom = row["object"]
        yield f"{row['on'] or 'day not known'}  {row['subject']['name']} – {row['verb'] or row['type']} – {_name(whom)}"
    # the pieces of an interrupted quote stand in one sentence, which is shown once
    shown = {(each["article"]["id"], each["sentence"]): each for each in row.get("evidence", ())}
    for evidence in shown.values():
        article = evidence["article"]
        origin = [article["headline"] or article["id"], article["source"], article["published"]]
        yield f"    {' '.join(evidence['sentence'].split())}"
        yield f"    ({', '.join(filter(None, origin))})"


def _name(node: Json) -> str:
    return str(node.get("name") or node.get("label") or node["id"])


def _ours(message: str, extensions: Mapping[str, Any]) -> NewsgraphError:
    """The error that GraphQL carried, as it was."""
    remedy = str(extensions.get("remedy", ""))
    plain = message.removesuffix(remedy).strip()
    kinds = [k for k in vars(errors).values() if isinstance(k, type) and issubclass(k, NewsgraphError)]
    kind = next((k for k in kinds if k.code == extensions.get("code")), NewsgraphError)
    if kind is Ambiguous:
        return Ambiguous(plain, remedy, extensions.get("candidates", ()))
    if kind is NotUnderstood:
        return NotUnderstood(plain, remedy, extensions.get("forms", ()))
    return kind(plain, remedy)
