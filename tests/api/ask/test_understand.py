from __future__ import annotations

import re
import time
from contextlib import suppress
from pathlib import Path

import pytest

from api.ask import Understood, understand
from api.ask.forms import FORMS
from api.ask.verbs import ACTS, HARM, VERBS
from graph.errors import NotUnderstood

DOCUMENTED = (Path(__file__).parent.parent.parent.parent / "docs/graphql.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "example"), [(f.name, e) for f in FORMS for e in (f.example, *f.more)])
def test_each_form_understands_its_examples(name: str, example: str) -> None:
    assert understand(example).form == name
    assert understand(f"  {example.replace(' ', '  ')} ?").form == name
    assert understand(example.upper()).form == name


def test_every_pattern_of_a_form_is_shown_by_an_example() -> None:
    """The examples document the grammar: a pattern without one is a sentence that nobody would know to put."""
    from api.ask.understand import _compiled, _timeless

    idle = [
        pattern
        for form in FORMS
        for pattern in form.patterns
        if not any(_compiled(pattern).fullmatch(_timeless(e.rstrip("?"))[0]) for e in (form.example, *form.more))
    ]
    assert idle == []


@pytest.mark.parametrize(
    ("question", "understood"),
    [
        (
            "everything Peskov said about talks",
            Understood("said_about", "quotes", "Everything that Peskov said about talks.", who="Peskov", about="talks"),
        ),
        (
            "What did Mr. Peskov say about the talks on 9 May 2031?",
            Understood(
                "did_say_about", "quotes", "Everything that Mr. Peskov said about talks on 2031-05-09.",
                who="Mr. Peskov", about="talks", day="2031-05-09",
            ),
        ),
        (
            "what did Peskov say between 6 and 9 May 2031",
            Understood(
                "did_say", "quotes", "Everything that Peskov said from 2031-05-06 to 2031-05-09.",
                who="Peskov", since="2031-05-06", until="2031-05-09",
            ),
        ),
        (
            "what did Peskov say about the talks before May 2031",
            Understood(
                "did_say_about", "quotes", "Everything that Peskov said about talks up to 2031-04-30.",
                who="Peskov", about="talks", until="2031-04-30",
            ),
        ),
        (
            "what did Peskov say to the dockers about the talks",
            Understood(
                "said_to", "quotes", "What Peskov said to dockers about talks.",
                who="Peskov", to="dockers", about="talks",
            ),
        ),
        (
            "what did Peskov deny since 2031",
            Understood(
                "did_act", "quotes", "What Peskov said as a denial since 2031-01-01.",
                who="Peskov", acts=("denial",), since="2031-01-01",
            ),
        ),
        (
            "what did others say about Ana Peskova",
            Understood(
                "others_about", "quotes", "What others said about Ana Peskova.", about="Ana Peskova", others=True
            ),
        ),
        (
            "Whom did Ana Peskova accuse?",
            Understood(
                "whom_did", "relationships", "Whom Ana Peskova accused.", who="Ana Peskova", types=("ACCUSED",)
            ),
        ),
        (
            "who  met the Peskovs ?",
            Understood("who_did", "relationships", "Who met Peskovs.", whom="Peskovs", types=("MET",)),
        ),
        (
            "who met with the Peskovs",
            Understood("who_did", "relationships", "Who met with Peskovs.", whom="Peskovs", types=("MET",)),
        ),
        (
            "what does Peskova accuse Peskov of",
            Understood(
                "accused_of", "relationships", "What Peskova accused Peskov of.",
                who="Peskova", whom="Peskov", types=("ACCUSED",),
            ),
        ),
        (
            "what happened on May 6, 2031",
            Understood("happened_on", "events", "What happened on 2031-05-06.", day="2031-05-06"),
        ),
        (
            "what happened in May 2031",
            Understood(
                "happened_on", "events", "What happened from 2031-05-01 to 2031-05-31.",
                since="2031-05-01", until="2031-05-31",
            ),
        ),
        (
            "how many workers were hurt at the docks",
            Understood(
                "how_many", "events", "How many were injured in docks: the figures that articles give.",
                about="docks", figures=("injured",),
            ),
        ),
        (
            "how are Peskov and Peskova connected",
            Understood("connected", "path", "The shortest way from Peskov to Peskova.", who="Peskov", whom="Peskova"),
        ),
        (
            "who is quoted with Peskov",
            Understood(
                "quoted_with", "network", "Who is quoted in the same articles as Peskov.",
                who="Peskov", network="quoted",
            ),
        ),
        (
            "when was Peskov in the news",
            Understood("in_the_news", "timeline", "When articles mention Peskov, month by month.", who="Peskov"),
        ),
        (
            "which papers write about Peskov",
            Understood(
                "which_papers", "counts", "Which papers write about Peskov, counted in articles.",
                about="Peskov", counted="articles", facet="sources",
            ),
        ),
        (
            "articles in the Example Wire about the talks",
            Understood(
                "articles_by", "articles", "Articles of Example Wire about talks.", source="Example Wire", about="talks"
            ),
        ),
        (
            "what is claimed about Peskov",
            Understood(
                "claimed_about", "claims", "What is claimed about Peskov without being stated as a fact.", who="Peskov"
            ),
        ),
        (
            "who is the spokesman of the Union of Ports",
            Understood(
                "who_is_title", "roles", "Who is or was spokesman of Union of Ports.",
                of="Union of Ports", title="spokesman", types=("HOLDS_ROLE",),
            ),
        ),
        ("who is Ana Peskova", Understood("who_is", "entities", "Who or what Ana Peskova is.", who="Ana Peskova")),
    ],
)  # fmt: skip
def test_sentences_are_taken_apart(question: str, understood: Understood) -> None:
    assert understand(question) == understood


@pytest.mark.parametrize(
    ("question", "form"),
    [
        ("what happened between 6 and 9 May 2031", "happened_on"),
        ("what happened between Peskov and Peskova", "did_to"),
        ("what happened in Sandhaven in May 2031", "happened_in"),
        ("what happened to Sandhaven", "happened_to"),
        ("who spoke about Peskov", "who_said"),
        ("who spoke to Peskov", "who_did"),
        ("who spoke for Peskov", "speaks_for"),
        ("who spoke most about Peskov", "who_most"),
        ("who talks with Peskov", "who_did"),
        ("who was at the talks", "took_part"),
        ("who was in the talks", "took_part"),
        ("who was in the news most", "mentioned_most"),
        ("who was accused", "was_done"),
        ("who was accused by Peskova", "done_by"),
        ("who was accused of stalling by Peskova", "done_by"),
        ("who was Ana Peskova", "who_is"),
        ("who was the spokesman of the ports", "who_is_title"),
        ("what is the Union of Ports", "who_is"),
        ("who is Mohamed Quoted", "who_is"),
        ("who is Met Office", "who_is"),
        ("who is Theresa May", "who_is"),
        ("what did May say", "did_say"),
        ("what did others say about Peskov", "others_about"),
        ("what did people say about Peskov", "anybody_about"),
        ("what did Peskov say about others", "did_say_about"),
        ("what did Peskov say to Peskova", "said_to"),
        ("what did Peskov do to Peskova", "did_to"),
        ("what did Peskov criticise", "did_act"),
        ("whom did Peskov criticise", "whom_did"),
        ("who criticised Peskov", "who_did"),
        ("did Peskov criticise Peskova", "did_whom"),
        ("when did Peskov meet Peskova", "did_whom"),
        ("when did the talks take place", "when_was"),
        ("when was Peskov mentioned", "in_the_news"),
        ("who is mentioned with Peskov", "mentioned_with"),
        ("who is mentioned most", "mentioned_most"),
        ("who is quoted with Peskov", "quoted_with"),
        ("who is quoted most", "who_most"),
        ("quotes about the talks", "quotes_about"),
        ("quotes of others about the talks", "others_about"),
        ("quotes by Peskov about the talks", "quotes_by"),
        ("articles about the talks", "articles_about"),
        ("articles by Example Wire", "articles_by"),
        ("claims about Peskov", "claimed_about"),
        ("claims by Peskov", "claimed_by"),
        ("what does Peskov hold", "roles_of"),
        ("what roles does Peskov hold", "roles_of"),
        ("who holds which role in the ports", "who_holds"),
        ("what is the latest about Peskov", "latest"),
    ],
)
def test_sentences_that_are_nearly_alike_are_told_apart(question: str, form: str) -> None:
    assert understand(question).form == form


@pytest.mark.parametrize(
    "question",
    [
        "", "?", "sing me a song", "x" * 10_000, "what did Peskov say on 2031-02-30", "who accused", "what happened",
        "who is", "who is mentioned with", "who was killed in the flood", "who was mentioned in the paper",
        "how are Peskov and Peskova", "how is Peskov connected", "how are you", "what did Peskov accuse Peskova",
        "what did Peskov do", "what did Peskov say to", "when did Peskov", "where is Peskov",
        "when was the quay opened",
        "how many ships sank in the harbour", "how many were killed", "which papers", "articles", "latest", "timeline",
        "what is claimed", "who said", "who speaks for", "roles", "what did Peskov tell", "\0", "what did \0 say",
    ],
)  # fmt: skip
def test_other_sentences_are_answered_with_the_forms(question: str) -> None:
    with pytest.raises(NotUnderstood) as refused:
        understand(question)
    assert refused.value.forms == tuple(form.example for form in FORMS)


@pytest.mark.parametrize("day", ["on Tuesday", "yesterday", "last week", "in May", "since June"])
def test_a_day_without_a_date_is_asked_back(day: str) -> None:
    for question in (f"what did Peskov say about talks {day}?", f"what did Peskov say {day}"):
        with pytest.raises(NotUnderstood, match="Which day"):
            understand(question)


def test_a_range_that_ends_before_it_begins_is_refused() -> None:
    with pytest.raises(NotUnderstood, match="ends before it begins"):
        understand("what did Peskov say between 9 May 2031 and 6 May 2031")


@pytest.mark.parametrize(
    "words",
    ["who ", "what did a say about b on ", "say to about ", "and ", "between 1 and ", "meet meet ", "who was a by "],
)
def test_no_sentence_takes_long(words: str) -> None:
    understand("who is Peskov")  # patterns are compiled once
    started = time.process_time()
    for start in ("what did ", "who is ", "how are ", "did ", "articles in "):
        question = f"{start}{words * 100}"[:299]
        with suppress(NotUnderstood):
            understand(question)
    assert time.process_time() - started < 0.5


def test_verbs_are_of_the_model() -> None:
    from api.types.kinds import SpeechAct
    from graph.reading.walks import TYPES
    from loaders.extract.events.harm import HARM as FIGURES

    assert {verb.type for verb in VERBS} <= set(TYPES)
    assert set(ACTS.values()) <= {act.value for act in SpeechAct}
    assert set(HARM.values()) <= set(FIGURES.values())


def test_forms_have_names_of_their_own() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS) >= 32


def test_the_grammar_is_documented() -> None:
    rows = re.findall(r"^\| ([^|]+) \| (\w+) \|$", DOCUMENTED, re.MULTILINE)
    assert rows == [(form.example, form.kind) for form in FORMS]
