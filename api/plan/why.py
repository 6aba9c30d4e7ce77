"""The reason for an empty page: read only where the page is empty."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from api.plan.complete import Completer, Leaf, ListOf, Run, Through
from api.plan.planning import Here
from api.plan.selection import Selected, Value
from graph.reading import names
from graph.reading.block import Block

NAMED = ("Person", "Organisation", "Place")


@dataclass(frozen=True, slots=True)
class Name:
    """A name that was asked for: the argument, the variable of the list of those who answer, and of which labels."""

    argument: str
    nodes: str
    labels: tuple[str, ...] = NAMED


@dataclass(frozen=True, slots=True)
class Why:
    """What may be the reason."""

    asked: tuple[Name, ...] = ()
    said: bool = False
    """Whether the page is of quotes."""
    about: str | None = None
    """The argument with the topic, where there is one."""
    alone: Callable[[Block, str], str] | None = None
    """Gives a condition for whether one word of several (a map as `names.topic` makes it) would find something."""


@dataclass(frozen=True, slots=True)
class Planned:
    """Expression for what the reason is made of, and what makes it."""

    expression: str
    work: Callable[[Any, Run], Mapping[str, Any] | None]
    here: Here

    def completer(self, child: Selected) -> Completer:
        made = self.here.plan.made(
            child, {"suggestions": lambda _: ListOf(Leaf(required=True))}, required=False
        )  # fmt: skip
        return Through(self.work, made)


def plan_why(here: Here, why: Why, found: str, turned: bool) -> Planned:
    """The reason for an empty page. `found`: the variable of its rows; `turned`: whether it was asked for with a
    cursor.
    """
    if turned:
        end = _why("END", "There is nothing on that side of the cursor.")
        return Planned(f"size({found})", lambda size, _: None if size else end, here)
    body = here.block.inside()
    body.add(f"UNWIND CASE WHEN size({found}) = 0 THEN [1] ELSE [] END AS empty")
    cells = ["COUNT { (:Article) }", "EXISTS { MATCH (a:Article) WHERE a.reader <> '' }"]
    for name in why.asked:
        words = here.args[name.argument]
        assert isinstance(words, Value), "a name that was given is a parameter"
        near = names.near(body, here.bind(words, names.nearly, ""), name.labels)
        cells.append(f"[size({name.nodes}), {near}]")
    if why.alone is not None and why.about is not None:
        cells.append(_alone(here, body, why))
    result = here.block.fresh("why")
    body.add(f"RETURN head(collect([{', '.join(cells)}])) AS {result}")
    here.block.call(body, result)
    return Planned(result, _made(here, why), here)


def _alone(here: Here, body: Block, why: Why) -> str:
    assert why.alone is not None
    assert why.about is not None
    value = here.args[why.about]
    assert isinstance(value, Value)
    each, found = body.inside(), body.fresh("alone")
    one = each.fresh("w")
    each.add(f"UNWIND {here.bind(value, names.alone, [])} AS {one}")
    holds = why.alone(each, one)
    each.add(f"RETURN collect(CASE WHEN {holds} THEN {one}.word END) AS {found}")
    body.call(each, found)
    return found


def _why(code: str, message: str, suggestions: list[str] | None = None) -> dict[str, Any]:
    return {"code": code, "message": message, "suggestions": suggestions or []}


def _made(here: Here, why: Why) -> Callable[[Any, Run], Mapping[str, Any] | None]:
    def work(value: Any, run: Run) -> Mapping[str, Any] | None:
        if value is None:
            return None
        articles, read, *rest = value
        if not articles:
            return _why("NO_ARTICLE", "The graph holds no article yet.")
        if not read:
            return _why("NO_ARTICLE_READ", "None of the articles in the graph could be read.")
        given = here.given(run)
        for name, (answer, near) in zip(why.asked, rest, strict=False):
            if not answer:
                return no_name(str(given[name.argument]), near)
        if not why.said:
            return _why("NOTHING_FOUND", "Nothing fits all that was asked for.")
        about, speaker = given.get("about"), given.get("speaker")
        if about is None:
            return _why("NOTHING_SAID", "No quote fits all that was asked for.")
        line = (
            f'No quote was found that "{speaker}" has said about "{about}"' if speaker
            else f'Nothing was said about "{about}"'
        )  # fmt: skip
        found = rest[-1] if why.alone is not None else []
        listed = " and about ".join(f'"{word}"' for word in found)
        more = f" There is something about {listed}." if found else ""
        return _why("NOTHING_SAID", f"{line}, as far as the other conditions go.{more}", found)

    return work


def no_name(words: str, near: list[str]) -> dict[str, Any]:
    """Nobody answers to a name: says what is spelt nearly so."""
    likely = list(dict.fromkeys(near))[:5]
    hint = f" Did you mean {likely[0]}?" if likely else ""
    return _why("NO_SUCH_NAME", f'Nobody and nothing answers to "{words}".{hint}', likely)
