"""Who somebody is, and which offices are held."""

from __future__ import annotations

from api.ask.forms.form import WHEN, Form

_ROLES = "(?:roles?|offices?|posts?|positions?|jobs?|titles?)"

NAMES: tuple[Form, ...] = (
    Form(
        "roles_of",
        "roles",
        (
            f"(?:which|what) {_ROLES} (?:does|did|has|have|do) <who> (?:hold|held|have|had){WHEN}",
            f"what (?:does|did) <who> hold{WHEN}",
            f"(?:the |all )?{_ROLES} (?:of|held by) <who>{WHEN}",
        ),
        "The roles that {who} holds or held{ when}.",
        "which roles did Ivan Example hold",
        ("what office does Ivan Example hold", "roles of Ivan Example", "what does Ivan Example hold"),
        {"types": ("HOLDS_ROLE",)},
    ),
    Form(
        "speaks_for",
        "roles",
        (
            f"who (?:speaks|spoke|has spoken) for <of>{WHEN}",
            f"(?:the )?(?:spokespeople|spokespersons|spokesmen|spokeswomen) (?:of|for) <of>{WHEN}",
        ),
        "Who speaks or spoke for {of}{ when}.",
        "who speaks for the Example Union",
        ("spokespeople of the Example Union",),
        {"types": ("SPEAKS_FOR",)},
    ),
    Form(
        "members_of",
        "roles",
        (
            f"who (?:belongs|belonged) to <of>{WHEN}",
            f"(?:who (?:is|are|was|were) )?(?:the |all |a )?members? of <of>{WHEN}",
        ),
        "The members of {of}{ when}.",
        "who belongs to the Example Union",
        ("members of the Example Union", "who is a member of the Example Union"),
        {"types": ("MEMBER_OF",)},
    ),
    Form(
        "who_holds",
        "roles",
        (
            f"who (?:holds|held|has|had) (?:which|what|a|an|any|the) {_ROLES} (?:in|at|of|for|with) <of>{WHEN}",
            f"who (?:works|worked) (?:for|at) <of>{WHEN}",
        ),
        "Who holds or held which role in {of}{ when}.",
        "who holds which role in the Example Union",
        ("who works for the Example Union", "who held which office in Exampleland in 2021"),
        {"types": ("HOLDS_ROLE",)},
    ),
    Form(
        "who_is_title",
        "roles",
        (f"who (?:is|was|are|were) the <title> (?:of|for) <of>{WHEN}",),
        "Who is or was {title} of {of}{ when}.",
        "who is the mayor of Exampleville",
        ("who was the spokesman for the Example Union in March 2021",),
        {"types": ("HOLDS_ROLE",)},
    ),
    Form(
        "who_is",
        "entities",
        # What befell somebody is no name: "who was killed in the flood"; nor is what another form asks in other words.
        (
            "(?:who|what)(?: is| are| was|'s) "
            "(?!(?:<harm>|<passive>|mentioned|named|quoted) (?:by|in|at|on|for|to|during|with|of)\\b)"
            "(?!(?:said|claimed|alleged|most|new|in|at|with|by)\\b)<who>",
        ),
        "Who or what {who} is.",
        "who is Ivan Example",
        ("what is the Example Union",),
    ),
)
"""The last is the widest: it stands at the end of all forms."""
