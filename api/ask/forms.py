"""The sentences that are understood. Each form is a pattern with an example, and is tested by it.

Slots: `who` speaks or acts, `whom` is acted on, `about` is a topic, `place`, `day`, and `verb` of `VERBS`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal["quotes", "entities", "events", "relationships"]


@dataclass(frozen=True, slots=True)
class Form:
    """A sentence form. `pattern` is a regular expression for the sentence without its question mark; `<who>` and the
    like stand for the slots.
    `reads`: how it says that it understood. `example` is listed to those who ask otherwise."""

    name: str
    kind: Kind
    pattern: str
    reads: str
    example: str
    more: tuple[str, ...] = ()
    """Other ways to put it."""


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb for a direct relationship: its plain form, its past, and the type."""

    plain: str
    past: str
    type: str


VERBS: tuple[Verb, ...] = (
    Verb("meet", "met", "MET"),
    Verb("talk with", "talked with", "TALKED_WITH"),
    Verb("talk to", "talked to", "TALKED_WITH"),
    Verb("accuse", "accused", "ACCUSED"),
    Verb("visit", "visited", "VISITED"),
    Verb("urge", "urged", "URGED"),
    Verb("threaten", "threatened", "THREATENED"),
    Verb("reject", "rejected", "REJECTED"),
    Verb("support", "supported", "SUPPORTED"),
    Verb("back", "backed", "SUPPORTED"),
    Verb("criticise", "criticised", "CRITICISED"),
    Verb("criticize", "criticized", "CRITICISED"),
    Verb("condemn", "condemned", "CRITICISED"),
    Verb("agree with", "agreed with", "AGREED_WITH"),
    Verb("aid", "aided", "AIDED"),
    Verb("sanction", "sanctioned", "SANCTIONED"),
    Verb("attack", "attacked", "ATTACKED"),
    Verb("detain", "detained", "DETAINED"),
    Verb("arrest", "arrested", "DETAINED"),
    Verb("deport", "deported", "DEPORTED"),
    Verb("protest against", "protested against", "PROTESTED_AGAINST"),
    Verb("appoint", "appointed", "APPOINTED"),
    Verb("trade with", "traded with", "TRADED_WITH"),
)

FORMS: tuple[Form, ...] = (
    Form(
        "did_say_about",
        "quotes",
        r"what (?:did|has|have|does) <who> (?:say|said) (?:about|on the subject of) <about>(?: on <day>)?",
        "Everything that {who} said about {about}{on}.",
        "what did Ivan Example say about the harbour on 2021-03-03",
        ("What has Ivan Example said about the harbour?",),
    ),
    Form(
        "did_say",
        "quotes",
        r"what (?:did|has|have|does) <who> (?:say|said)(?: on <day>)?",
        "Everything that {who} said{on}.",
        "what did Ivan Example say",
        ("what did Ivan Example say on March 3, 2021",),
    ),
    Form(
        "said_about",
        "quotes",
        r"(?:everything|all|anything|what)(?: that| which)? <who> (?:has |have )?(?:ever )?(?:said|says|say|told) "
        r"(?:about|on the subject of) <about>(?: on <day>)?",
        "Everything that {who} said about {about}{on}.",
        "everything Ivan Example said about talks",
        ("everything that Ivan Example has said about talks on 3 March 2021",),
    ),
    Form(
        "said",
        "quotes",
        r"(?:everything|all|anything)(?: that| which)? <who> (?:has |have )?(?:ever )?(?:said|says|say)(?: on <day>)?",
        "Everything that {who} said{on}.",
        "everything Ivan Example said",
    ),
    Form(
        "who_said",
        "quotes",
        r"who (?:has )?(?:said|spoke|spoken|talked)(?: something| anything| what)? about <about>(?: on <day>)?",
        "What anybody said about {about}{on}.",
        "who said something about the harbour",
        ("who spoke about the harbour",),
    ),
    Form(
        "quotes_by",
        "quotes",
        r"(?:all )?(?:quotes|quotations|words) (?:by|of|from) <who>(?: about <about>)?(?: on <day>)?",
        "Everything that {who} said{about_clause}{on}.",
        "quotes by Ivan Example",
        ("quotes by Ivan Example about the harbour",),
    ),
    Form(
        "quotes_about",
        "quotes",
        r"(?:all )?(?:quotes|quotations) about <about>(?: on <day>)?",
        "What anybody said about {about}{on}.",
        "quotes about the harbour",
    ),
    Form(
        "who_is", "entities", r"(?:who|what)(?: is| are| was|'s) <who>", "Who or what {who} is.", "who is Ivan Example"
    ),
    Form(
        "happened_in",
        "events",
        r"what (?:has )?happened (?:in|at|near) <place>(?: on <day>)?",
        "What happened in {place}{on}.",
        "what happened in Exampleville",
        ("what happened in Exampleville on 3 March 2021",),
    ),
    Form(
        "happened_on",
        "events",
        r"what (?:has )?happened on <day>",
        "What happened on {day}.",
        "what happened on 3 March 2021",
    ),
    Form(
        "who_did",
        "relationships",
        r"who (?:has )?<past> <whom>",
        "Who {past} {whom}.",
        "who accused Ivan Example",
        ("who met Ivan Example",),
    ),
    Form(
        "whom_did",
        "relationships",
        r"who(?:m)? did <who> <plain>",
        "Whom {who} {past}.",
        "whom did Ivan Example accuse",
        ("who did Ivan Example talk with",),
    ),
)
"""In this order: the first that fits is taken."""
