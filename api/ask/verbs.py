"""The verbs that questions are asked with: of doings, of what is done by saying something, and of harm."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb for a direct relationship: plain form, past, the type, and the participle where the past is none."""

    plain: str
    past: str
    type: str
    participle: str = ""

    @property
    def third(self) -> str:
        """As in "who backs it": `talks with` of `talk with`."""
        first, *rest = self.plain.split()
        return " ".join((f"{first}s", *rest))

    @property
    def passive(self) -> str:
        """As in "who was accused"."""
        return self.participle or self.past


VERBS: tuple[Verb, ...] = (
    Verb("meet", "met", "MET"),
    Verb("meet with", "met with", "MET"),
    Verb("talk with", "talked with", "TALKED_WITH"),
    Verb("talk to", "talked to", "TALKED_WITH"),
    Verb("speak with", "spoke with", "TALKED_WITH", "spoken with"),
    Verb("speak to", "spoke to", "TALKED_WITH", "spoken to"),
    Verb("accuse", "accused", "ACCUSED"),
    Verb("blame", "blamed", "ACCUSED"),
    Verb("visit", "visited", "VISITED"),
    Verb("urge", "urged", "URGED"),
    Verb("call on", "called on", "URGED"),
    Verb("threaten", "threatened", "THREATENED"),
    Verb("reject", "rejected", "REJECTED"),
    Verb("support", "supported", "SUPPORTED"),
    Verb("back", "backed", "SUPPORTED"),
    Verb("criticise", "criticised", "CRITICISED"),
    Verb("criticize", "criticized", "CRITICISED"),
    Verb("condemn", "condemned", "CRITICISED"),
    Verb("agree with", "agreed with", "AGREED_WITH"),
    Verb("aid", "aided", "AIDED"),
    Verb("help", "helped", "AIDED"),
    Verb("sanction", "sanctioned", "SANCTIONED"),
    Verb("attack", "attacked", "ATTACKED"),
    Verb("control", "controlled", "CONTROLS"),
    Verb("withdraw from", "withdrew from", "RETREATED_FROM", "withdrawn from"),
    Verb("retreat from", "retreated from", "RETREATED_FROM"),
    Verb("detain", "detained", "DETAINED"),
    Verb("arrest", "arrested", "DETAINED"),
    Verb("deport", "deported", "DEPORTED"),
    Verb("protest against", "protested against", "PROTESTED_AGAINST"),
    Verb("appoint", "appointed", "APPOINTED"),
    Verb("elect", "elected", "APPOINTED"),
    Verb("abstain from", "abstained from", "ABSTAINED_FROM"),
    Verb("trade with", "traded with", "TRADED_WITH"),
)

ACTS: dict[str, str] = {
    "deny": "denial", "denied": "denial",
    "promise": "promise", "promised": "promise", "pledge": "promise", "pledged": "promise",
    "demand": "demand", "demanded": "demand", "call for": "demand", "called for": "demand",
    "warn of": "warning", "warned of": "warning", "warn about": "warning", "warned about": "warning",
    "warn against": "warning", "warned against": "warning",
    "doubt": "doubt", "doubted": "doubt",
    "ask": "question", "asked": "question",
    "praise": "praise", "praised": "praise",
    "criticise": "criticism", "criticised": "criticism", "criticize": "criticism", "criticized": "criticism",
    "threaten": "threat", "threatened": "threat",
}  # fmt: skip
"""What is done by saying something (GraphQL's `SpeechAct`), by the verb in "what did she promise"."""

HARM: dict[str, str] = {
    "killed": "killed", "died": "killed", "dead": "killed",
    "injured": "injured", "wounded": "injured", "hurt": "injured",
    "missing": "missing", "displaced": "displaced", "homeless": "homeless", "arrested": "arrested",
    "detained": "arrested", "trapped": "trapped", "evacuated": "evacuated", "fled": "fled", "deported": "deported",
    "kidnapped": "kidnapped",
}  # fmt: skip
"""What befell people, by the word that a question has for it: the kind of an event's figure."""
