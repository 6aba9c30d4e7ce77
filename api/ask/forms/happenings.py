"""What happened: when, where, with whom, and how many suffered. Slots: `about` are words for an event."""

from __future__ import annotations

from api.ask.forms.form import WHEN, Form

_TAKE_PLACE = "(?:take place|happen|occur)"

HAPPENINGS: tuple[Form, ...] = (
    Form(
        "happened_on",
        "events",
        ("what (?:has )?happened <when>",),
        "What happened {when}.",
        "what happened on 3 March 2021",
        ("what happened in March 2021", "what happened between 1 and 5 March 2021"),
    ),
    Form(
        "happened_to",
        "events",
        (f"what (?:has )?happened to <who>{WHEN}", f"what (?:did|has) <who> (?:take|taken) part in{WHEN}"),
        "The events that {who} took part in{ when}.",
        "what happened to Ivan Example",
        ("what did Ivan Example take part in", "what happened to Ivan Example since March 2021"),
    ),
    Form(
        "happened_in",
        "events",
        (f"what (?:has )?happened (?:in|at|near) <place>{WHEN}",),
        "What happened in {place}{ when}.",
        "what happened in Exampleville",
        ("what happened in Exampleville on 3 March 2021", "what has happened near Exampleville since 2021"),
    ),
    Form(
        "took_part",
        "events",
        (
            f"who (?:took part in|takes part in|participated in) <about>{WHEN}",
            f"who (?:was|were) (?:at|in) (?!the (?:news|papers))<about>{WHEN}",
        ),
        "The events called {about}, with those who took part{ when}.",
        "who took part in the talks in Exampleville",
        ("who was at the talks", "who participated in the strike on 3 March 2021"),
    ),
    Form(
        "where_was",
        "events",
        (
            f"where (?:did|do|does|will) <about> {_TAKE_PLACE}{WHEN}",
            f"where (?:was|were|is|are) <about> held{WHEN}",
        ),
        "The events called {about}, with where they took place{ when}.",
        "where did the talks take place",
        ("where were the talks held", "where did the explosion happen on 3 March 2021"),
    ),
    Form(
        "when_was",
        "events",
        (
            f"when (?:did|do|does|will) <about> (?:{_TAKE_PLACE}|start|begin){WHEN}",
            f"when (?:was|were|is|are) <about> held{WHEN}",
        ),
        "The events called {about}, with their days{ when}.",
        "when did the talks take place",
        ("when were the talks held", "when did the strike begin"),
    ),
    Form(
        "how_many",
        "events",
        (
            r"how many(?: people| persons| civilians| workers| soldiers| children)?"
            rf"(?: were| was| are| is| have been| had to be| have| went| got)? <harm> "
            f"(?:in|by|at|during|from) <about>{WHEN}",
        ),
        "How many were {harm} in {about}{ when}: the figures that articles give.",
        "how many were killed in the explosion",
        ("how many people died in the flood", "how many were injured in the crash on 3 March 2021"),
    ),
)
