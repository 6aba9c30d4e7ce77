"""The fields of `Mutation`: a change that is made, then one statement that reads what was asked of it.

graphql-core's own executor goes through the fields one by one, as the specification says, and completes each before the
next; so what a payload shows is the graph right after its own change.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from api.change.work import Change, Work
from api.plan.complete import Path, Run
from api.plan.conditions import same
from api.plan.operation import Plan, one_field
from api.plan.planning import Here, Planned
from api.plan.selection import Selection, Value
from graph.change.audit import Done

DONE = ""
"""Under which the arguments of a field hold what was done: no argument is called so."""
_READ = ("result", "change", "changes", "replayed")


@dataclass(frozen=True, slots=True)
class Payload:
    """A field that changes the graph. Its object's fields are read by `<result>`, the id of what was changed,
    `<change>`, that of the record, `<changes>`, a map of counts, and `<replayed>`.
    """

    change: Change

    def plan(self, here: Here) -> Planned:
        names = {name: here.bind(Value((DONE, name)), same) for name in _READ}
        return here.plan.object(here.block, names, here.field, required=here.required)


@dataclass(frozen=True, slots=True)
class Changing:
    """The root of a mutation on its way through the executor: each field is changed and read when it is reached."""

    selection: Selection
    args: list[Mapping[str, Any]]
    work: Work

    def typename(self, _value: object) -> str:
        return self.selection.root_type.name

    def field(self, _value: object, key: str, run: Run, path: Path) -> Any:
        selected = self.selection.root[key]
        assert selected is not None, "the executor knows the name of a type by itself"
        number = selected.number
        if number in run.failed:
            raise run.failed[number]
        assert selected.planned is not None
        payload = selected.planned.reader
        assert isinstance(payload, Payload)
        done = payload.change(self.work, self.args[number])
        self.args[number] = {**self.args[number], DONE: _told(done)}
        plan, completer = one_field(self.selection, self.args, selected)
        return completer.wrap(_read(self.work, plan, run), run, path)


def _told(done: Done) -> dict[str, object]:
    return {"result": done.result, "change": done.id, "changes": asdict(done.changes), "replayed": done.again}


def _read(work: Work, plan: Plan, run: Run) -> Any:
    row: Any = work.store.own(plan.statement, plan.parameters(run))
    return row[0]
