"""What the papers write: when, how often, which of them, and the articles."""

from __future__ import annotations

from api.ask.forms.form import WHEN, Form

_PAPERS = "(?:papers?|newspapers?|media|outlets?|agenc(?:y|ies)|sources?)"
_WRITE = "(?:write|writes|wrote|report|reports|reported|have written|have reported|has written|has reported)"
_ARTICLES = "(?:articles|stories|reports|coverage)"

COVERAGE: tuple[Form, ...] = (
    Form(
        "in_the_news",
        "timeline",
        (
            "when (?:was|is|were|are|has|have) <who> (?:been )?"
            f"(?:in the (?:news|papers)|mentioned|written about){WHEN}",
            f"(?:the )?timeline (?:of|for) <who>{WHEN}",
        ),
        "When articles mention {who}, month by month{ when}.",
        "when was Ivan Example in the news",
        ("timeline of Ivan Example since 2021", "when has Ivan Example been written about"),
    ),
    Form(
        "who_most",
        "counts",
        (
            f"who (?:talks|talked|speaks|spoke|says|said|has said) (?:the )?most(?: (?:about|on|of) <about>)?{WHEN}",
            f"who (?:is|was) quoted (?:the )?most(?: often)?(?: (?:about|on) <about>)?{WHEN}",
            f"who (?:is|was) most (?:often )?quoted(?: (?:about|on) <about>)?{WHEN}",
        ),
        "Who said most{ about}{ when}, counted in quotes.",
        "who talks most about the harbour",
        (
            "who has said the most about the harbour since March 2021",
            "who is most quoted on the harbour",
            "who is quoted most",
        ),
        {"counted": "quotes", "facet": "people"},
    ),
    Form(
        "mentioned_most",
        "counts",
        (
            f"who (?:is|was|gets) (?:mentioned|named|in the news) (?:the )?most(?: often)?{WHEN}",
            f"who (?:is|was) (?:the )?most (?:often )?(?:mentioned|named)?(?: ?in the (?:news|papers))?{WHEN}",
        ),
        "Who is mentioned most{ when}, counted in articles.",
        "who is mentioned most",
        ("who was in the news most in March 2021", "who is most often mentioned"),
        {"counted": "articles", "facet": "people"},
    ),
    Form(
        "which_papers",
        "counts",
        (f"(?:which|what) {_PAPERS} {_WRITE} (?:the )?(?:most )?(?:about|on|of) <about>{WHEN}",),
        "Which papers write about {about}{ when}, counted in articles.",
        "which papers write about Ivan Example",
        ("which newspaper wrote most about the strike in 2021",),
        {"counted": "articles", "facet": "sources"},
    ),
    Form(
        "how_often",
        "counts",
        (
            "how (?:often|many times) (?:did|has|have|does) <who> "
            f"(?:speak|spoke|spoken|talk|talked|say something|said something) (?:about|of|on) <about>{WHEN}",
            f"how (?:often|many times) (?:was|is|were|has) <who> (?:been )?quoted(?: (?:about|on) <about>)?{WHEN}",
        ),
        "How often {who} said something{ about}{ when}, month by month.",
        "how often did Ivan Example speak about the harbour",
        ("how often was Ivan Example quoted", "how many times was Ivan Example quoted about the harbour in 2021"),
        {"counted": "quotes", "facet": "months"},
    ),
    Form(
        "articles_by",
        "articles",
        (
            f"(?:all )?(?:the )?{_ARTICLES} (?:in|by|from) <source>(?: (?:about|on|mentioning) <about>)?{WHEN}",
            f"what (?:did|does|has) <source> (?:write|wrote|written|publish|published)(?: about <about>)?{WHEN}",
        ),
        "Articles of {source}{ about}{ when}.",
        "articles in the Example Times about the harbour",
        ("articles by Example Wire", "what did the Example Times write about the harbour"),
    ),
    Form(
        "articles_about",
        "articles",
        (
            f"(?:all )?(?:the )?{_ARTICLES} (?:about|on|of|mentioning) <about>{WHEN}",
            f"(?:which|what) {_ARTICLES} (?:are|were)(?: there)? (?:about|on) <about>{WHEN}",
            f"(?:which|what) {_ARTICLES} mention <about>{WHEN}",
        ),
        "Articles about {about}{ when}.",
        "articles about the harbour",
        (
            "all articles about the harbour in March 2021",
            "which articles mention Ivan Example",
            "which articles are there about the harbour",
        ),
    ),
    Form(
        "latest",
        "articles",
        (
            "(?:what is |what's |what are )?(?:the )?(?:latest|newest|news)(?: news| articles)? "
            f"(?:about|on|from) <about>{WHEN}",
            f"(?:what is|what's) new (?:about|on|with|in) <about>{WHEN}",
        ),
        "The latest about {about}{ when}.",
        "latest about the harbour",
        ("what is the latest on the harbour", "news about Ivan Example", "what is new about Ivan Example"),
    ),
)
