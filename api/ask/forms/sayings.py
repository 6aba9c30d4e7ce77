"""What was said: by whom, to whom, about what; denied, promised, claimed."""

from __future__ import annotations

from api.ask.forms.form import WHEN, Form

_ABOUT = "(?:about|on the subject of)"
_ANYBODY = "(?:people|anybody|anyone|they|everybody|everyone)"
_OTHERS = "(?:others|other people|the others|everybody else|everyone else)"
_QUOTES = "(?:quotes|quotations|words)"

SAYINGS: tuple[Form, ...] = (
    Form(
        "claimed_about",
        "claims",
        (
            f"what (?:is|was|are|has been) (?:claimed|alleged|said to be true) (?:about|of|against) <who>{WHEN}",
            f"(?:all )?(?:the )?(?:claims|allegations) (?:about|against) <who>{WHEN}",
        ),
        "What is claimed about {who} without being stated as a fact{ when}.",
        "what is claimed about Ivan Example",
        ("allegations against Ivan Example",),
    ),
    Form(
        "claimed_by",
        "claims",
        (
            f"what (?:does|did|has|do|have) <who> (?:claim|claimed|allege|alleged)(?: about <about>)?{WHEN}",
            f"(?:all )?(?:the )?(?:claims|allegations) (?:by|of|from) <who>{WHEN}",
        ),
        "What {who} claims{ about} without its being stated as a fact{ when}.",
        "what does Ivan Example claim",
        ("what did Ivan Example claim about Ada Example", "claims by Ivan Example"),
    ),
    Form(
        "did_act",
        "quotes",
        (f"what (?:did|has|have|does|do) <who> <act>(?: (?:about|in the matter of) <about>)?{WHEN}",),
        "What {who} said as a {act}{ about}{ when}.",
        "what did Ivan Example deny",
        (
            "what has Ivan Example promised about the harbour",
            "what does Ivan Example warn of",
            "what did Ivan Example demand in 2021",
        ),
    ),
    Form(
        "others_about",
        "quotes",
        (
            f"what (?:did|do|have|has) {_OTHERS} (?:say|said) {_ABOUT} <about>{WHEN}",
            f"{_QUOTES} (?:of|by|from) others {_ABOUT} <about>{WHEN}",
        ),
        "What others said about {about}{ when}.",
        "what did others say about Ivan Example",
        ("what have others said about Ivan Example since March 2021", "quotes by others about Ivan Example"),
        {"others": True},
    ),
    Form(
        "anybody_about",
        "quotes",
        (
            f"what (?:did|do|has|have|does) {_ANYBODY} (?:say|said|think) {_ABOUT} <about>{WHEN}",
            f"what (?:is|was|has been|is being) said {_ABOUT} <about>{WHEN}",
        ),
        "What anybody said about {about}{ when}.",
        "what do people say about the harbour",
        ("what was said about the harbour on 3 March 2021",),
    ),
    Form(
        "said_to",
        "quotes",
        (
            f"what (?:did|has|have|does) <who> (?:say|said) to <to>(?: {_ABOUT} <about>)?{WHEN}",
            f"what (?:did|has|have|does) <who> (?:tell|told) <to>(?: {_ABOUT} <about>)?{WHEN}",
        ),
        "What {who} said to {to}{ about}{ when}.",
        "what did Ivan Example say to Ada Example",
        ("what did Ivan Example tell reporters about the harbour on 3 March 2021",),
    ),
    Form(
        "did_say_about",
        "quotes",
        (
            f"what (?:did|has|have|does|do) <who> (?:say|said) {_ABOUT} <about>{WHEN}",
            f"what (?:did|does|do) <who> think (?:about|of) <about>{WHEN}",
        ),
        "Everything that {who} said about {about}{ when}.",
        "what did Ivan Example say about the harbour on 2021-03-03",
        (
            "What has Ivan Example said about the harbour?",
            "what did Ivan Example say about the harbour between 1 March 2021 and 5 March 2021",
            "what does Ivan Example think of the harbour",
        ),
    ),
    Form(
        "did_say",
        "quotes",
        (f"what (?:did|has|have|does|do) <who> (?:say|said){WHEN}",),
        "Everything that {who} said{ when}.",
        "what did Ivan Example say",
        ("what did Ivan Example say on March 3, 2021", "what did Ivan Example say in March 2021"),
    ),
    Form(
        "said_about",
        "quotes",
        (
            "(?:everything|all|anything|what)(?: that| which)? <who> (?:has |have )?(?:ever )?(?:said|says|say|told) "
            f"{_ABOUT} <about>{WHEN}",
        ),
        "Everything that {who} said about {about}{ when}.",
        "everything Ivan Example said about talks",
        (
            "everything that Ivan Example has said about talks on 3 March 2021",
            "everything Ivan Example said about talks before 3 March 2021",
        ),
    ),
    Form(
        "said",
        "quotes",
        (f"(?:everything|all|anything)(?: that| which)? <who> (?:has |have )?(?:ever )?(?:said|says|say){WHEN}",),
        "Everything that {who} said{ when}.",
        "everything Ivan Example said",
        ("everything Ivan Example has ever said since 2021",),
    ),
    Form(
        "who_said_words",
        "quotes",
        (f"who (?:has )?(?:said|says)(?: that)?:? [\"“‘']<about>[\"”’']{WHEN}",),
        "Who said “{about}”{ when}.",
        'who said "the harbour stays open"',
        ("who said “the harbour stays open” on 3 March 2021",),
    ),
    Form(
        "who_said",
        "quotes",
        (
            "who (?:has |have )?(?:said|spoke|spoken|talked|says|speaks|talks)(?: something| anything| what)? "
            f"{_ABOUT} <about>{WHEN}",
        ),
        "What anybody said about {about}{ when}.",
        "who said something about the harbour",
        ("who spoke about the harbour", "who talked about the harbour in March 2021"),
    ),
    Form(
        "quotes_by",
        "quotes",
        (f"(?:all )?(?:the )?(?:latest )?{_QUOTES} (?:by|of|from) <who>(?: {_ABOUT} <about>)?{WHEN}",),
        "Everything that {who} said{ about}{ when}.",
        "quotes by Ivan Example",
        ("quotes by Ivan Example about the harbour", "the latest quotes by Ivan Example"),
    ),
    Form(
        "quotes_about",
        "quotes",
        (f"(?:all )?(?:the )?(?:latest )?{_QUOTES} {_ABOUT} <about>{WHEN}",),
        "What anybody said about {about}{ when}.",
        "quotes about the harbour",
        ("all quotes about the harbour until 3 March 2021",),
    ),
)
