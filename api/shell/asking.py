"""`newsgraph ask`: the GraphQL field `ask`, in process. `ask.graphql` holds an operation for each kind of answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from api.ask import understand
from api.plan.run import Service
from api.schema import build
from api.shell.facts import Json, blocks
from api.shell.terminal import show_json, show_line, tell
from graph import errors
from graph.errors import Ambiguous, NewsgraphError, NotUnderstood
from graph.store import Store

OPERATIONS = Path(__file__).with_name("ask.graphql")
_COUNTED = ("people", "sources", "months")
_NOTHING = {"path": "They are not connected in as few as four steps."}


@dataclass(slots=True)
class Answered:
    """An answer as GraphQL gives it.

    `kind`: the field of the answer that is filled, or the facet that was asked for: people, sources, months.
    `found`: the objects of all pages, a list, or (network, path) the one object. `total`: how many a facet counted.
    `why`: why there is none. `cut`: whether a list of links is not whole.
    """

    question: str
    understood: str
    kind: str
    found: list[Json] | Json | None
    why: Json | None = None
    total: int | None = None
    cut: bool = False


def ask_in_words(store: Store, question: str) -> Answered:
    """All that the graph answers to a question in words, page by page. Raises AskDifferently and its kin."""
    asked = understand(question)
    kind = asked.facet or asked.kind
    service, operations = Service(build()), OPERATIONS.read_text(encoding="utf-8")
    found: list[Json] = []
    after: str | None = None
    cut = False
    while True:
        response = service.answer(store, operations, {"question": question, "after": after}, kind).response
        for error in response.get("errors", ()):
            raise _ours(error["message"], error.get("extensions") or {})
        answer = response["data"]["ask"]
        cut = cut or "extensions" in response
        answered = Answered(question, answer["understood"], kind, None, answer["why"], cut=cut)
        if kind in _COUNTED:
            page = answer["quotes"] or answer["articles"]
            answered.found, answered.total = page["facets"][kind], page["totalCount"]
            answered.why = page["why"]
            return answered
        part = answer[kind]
        if part is None or "pageInfo" not in part:
            answered.found = part
            return answered
        found += part["nodes"]
        answered.found, answered.why = found, part["why"]
        if not part["pageInfo"]["hasNextPage"]:
            return answered
        after = part["pageInfo"]["endCursor"]


def show_answer(answered: Answered, *, as_json: bool) -> int:
    """An answer for a person: how it was understood, then each fact with its sentence and article."""
    if as_json:
        shape: dict[str, object] = {
            "question": answered.question, "understood": answered.understood, answered.kind: answered.found,
        }  # fmt: skip
        more = {"total": answered.total, "why": answered.why, "cut": answered.cut or None}
        show_json(shape | {name: value for name, value in more.items() if value is not None})
        return 0
    tell(answered.understood)
    facts = [list(block) for block in blocks(answered.kind, answered.found)]
    for lines in facts:
        show_line()
        for line in lines:
            show_line(line)
    if not facts:
        show_line(_reason(answered))
    elif answered.total is not None:
        show_line(f"{answered.total:>6}  in all")
    if answered.cut:
        tell("Some of these lists have more; they are shown as far as their first 100.")
    return 0


def _reason(answered: Answered) -> str:
    """Why there is no answer; of names that are spelt nearly so, the likeliest is in the message."""
    if answered.why is None:
        return _NOTHING.get(answered.kind, "The graph has nothing on it.")
    message, near = str(answered.why["message"]), answered.why["suggestions"]
    if answered.why["code"] == "NO_SUCH_NAME" and len(near) > 1:
        return f"{message} Or {', '.join(near[1:])}?"
    return message


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
