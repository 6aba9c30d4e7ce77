"""How sure a doing is: what is left of a statement under each force that stands over it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from loaders.extract.clauses.governors import Force
from loaders.extract.reading import Assertion, Status

_STATUS: dict[str, Status] = {
    "true": "happened", "attributed": "alleged", "denied": "denied", "planned": "planned", "open": "hypothetical",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Standing:
    """`force`: true, attributed, denied, planned, open. `by`: entity id of who vouches, where not the article."""

    force: str = "true"
    by: str | None = None

    @property
    def assertion(self) -> Assertion:
        """Hearsay without a source is no more than a hypothesis: nobody in the graph would vouch for it."""
        if self.force == "attributed":
            return "attributed" if self.by else "hypothetical"
        return {"true": "asserted", "denied": "negated"}.get(self.force, "hypothetical")  # type: ignore[return-value]  # literals of the table

    @property
    def status(self) -> Status:
        return _STATUS[self.force]

    def under(self, force: Force, by: str | None = None) -> Standing:
        """What remains of this standing under a governor of that force. Denied, planned and open stay as they are."""
        if force in ("said", "accused"):
            if self.force == "true":
                return Standing("attributed", by)
            return self if self.by else replace(self, by=by)
        if force in ("denied", "failed"):
            # What is said not to have been ruled out is open, not true.
            return Standing("open" if self.force in ("denied", "open") else "denied", self.by or by)
        if force == "true" or self.force in ("denied", "open"):
            return self
        return Standing(force, self.by)
