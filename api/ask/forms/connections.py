"""Who did what to whom, who stands beside whom, and how two are connected."""

from __future__ import annotations

from api.ask.forms.form import WHEN, Form

_LINKED = "(?:connected|linked|related)"

CONNECTIONS: tuple[Form, ...] = (
    Form(
        "connected",
        "path",
        (
            f"how (?:are|is|were|was) <who> and <whom> {_LINKED}",
            f"how (?:are|is|were|was) <who> {_LINKED} (?:to|with) <whom>",
            "(?:what|which) (?:connects|links) <who> (?:and|with|to) <whom>",
            "(?:what is )?the (?:connection|link|path) (?:between|from) <who> (?:and|to) <whom>",
        ),
        "The shortest way from {who} to {whom}.",
        "how are Ivan Example and Ada Example connected",
        (
            "how is Ivan Example linked to Ada Example",
            "what connects Ivan Example and Ada Example",
            "the connection between Ivan Example and Ada Example",
        ),
    ),
    Form(
        "mentioned_with",
        "network",
        (
            f"who(?:m)? (?:is|are|was|were|has been) (?:mentioned|named)(?: together| alongside)? with <who>{WHEN}",
            f"with whom (?:is|are|was|were) <who> (?:mentioned|named){WHEN}",
            f"who(?:m)? (?:is|are|was|were|has|have) <who> (?:been )?(?:mentioned|named) with{WHEN}",
            f"who (?:appears|appeared) (?:together |alongside )?with <who>{WHEN}",
        ),
        "Who is mentioned in the same articles as {who}{ when}.",
        "who is mentioned with Ivan Example",
        (
            "with whom was Ivan Example mentioned in March 2021",
            "who appears with Ivan Example",
            "who has Ivan Example been mentioned with",
        ),
        {"network": "mentioned"},
    ),
    Form(
        "quoted_with",
        "network",
        (
            f"who(?:m)? (?:is|are|was|were|has been) quoted (?:together |along |alongside )?with <who>{WHEN}",
            f"with whom (?:is|are|was|were) <who> quoted{WHEN}",
            f"who(?:m)? (?:is|are|was|were|has|have) <who> (?:been )?quoted with{WHEN}",
        ),
        "Who is quoted in the same articles as {who}{ when}.",
        "who is quoted with Ivan Example",
        (
            "who was quoted together with Ivan Example since 2021",
            "with whom is Ivan Example quoted",
            "who was Ivan Example quoted with",
        ),
        {"network": "quoted"},
    ),
    Form(
        "done_by",
        "relationships",
        (f"(?:who|whom) (?:was|were|is|are|has been|have been) <passive>(?: (?:of|for|over) .+?)? by <who>{WHEN}",),
        "Whom {who} {past}{ when}.",
        "who was accused by Ivan Example",
        ("who was arrested by the police on 3 March 2021",),
    ),
    Form(
        "accused_of",
        "relationships",
        (f"what (?:does|did|has|have|do) <who> (?:accuse|accused|blame|blamed) <whom> (?:of|for){WHEN}",),
        "What {who} accused {whom} of{ when}.",
        "what does Ivan Example accuse Ada Example of",
        ("what has Ivan Example blamed the city for",),
        {"types": ("ACCUSED",)},
    ),
    Form(
        "who_did",
        "relationships",
        (
            f"who (?:has |have )?<past> <whom>{WHEN}",
            f"who <third> <whom>{WHEN}",
            f"by whom (?:was|were|is|are) <whom> <passive>{WHEN}",
        ),
        "Who {past} {whom}{ when}.",
        "who accused Ivan Example",
        (
            "who met Ivan Example",
            "who backs the strike",
            "who visited Exampleville in March 2021",
            "by whom was Ivan Example accused",
        ),
    ),
    Form(
        "whom_did",
        "relationships",
        (f"who(?:m)? (?:did|does|has|have) <who> (?:<plain>|<past>){WHEN}",),
        "Whom {who} {past}{ when}.",
        "whom did Ivan Example accuse",
        ("who did Ivan Example talk with", "whom has Ivan Example met since March 2021"),
    ),
    Form(
        "did_whom",
        "relationships",
        (f"(?:when |where |how often |why )?(?:did|has|have|does) <who> (?:<plain>|<past>) <whom>{WHEN}",),
        "Where it is told that {who} {past} {whom}{ when}.",
        "when did Ivan Example meet Ada Example",
        ("did Ivan Example criticise the harbour board", "has Ivan Example met Ada Example"),
    ),
    Form(
        "did_to",
        "relationships",
        (
            f"what (?:did|has|does) <who> (?:do|done) to <whom>{WHEN}",
            f"what (?:has )?happened between <who> and <whom>{WHEN}",
        ),
        "What {who} did to {whom}{ when}.",
        "what did Ivan Example do to Ada Example",
        ("what happened between Ivan Example and Ada Example",),
    ),
    Form(
        "was_done",
        "relationships",
        (f"who (?:was|were|is|are|has been|have been) <passive>{WHEN}",),
        "Who was {passive}{ when}.",
        "who was arrested",
        ("who was accused in March 2021",),
    ),
)
