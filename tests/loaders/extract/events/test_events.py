"""What the events of a text are: their mentions, days, places, people, figures, and how they stand."""

from __future__ import annotations

import pytest

from loaders.extract.events import find
from loaders.extract.reading import Event, Quote, SpeechAct
from tests.loaders.extract.clauses.stage import cast, days, document, quote


def read(text: str, *quotes: Quote) -> tuple[Event, ...]:
    return find(document(text), cast(text), days(text), quotes)


def brief(event: Event) -> tuple[str, str, str | None, tuple[str, ...], frozenset[tuple[str, str]]]:
    """Type, status, date, places, participants with their roles."""
    parts = frozenset((p.entity, p.role) for p in event.participants)
    return (event.type, event.status, event.date, event.places, parts)


def test_one_event_with_several_mentions() -> None:
    text = (
        "Norland and Sudria held face-to-face talks in Lima on Tuesday.\n\n"
        "Marlow called the Lima meeting useful.\n\n"
        "Still, the talks in Lima brought no treaty, and the talks will be remembered."
    )
    (event,) = read(text)
    assert brief(event) == (
        "Talks", "happened", "2031-05-06", ("Lima",),
        frozenset({("Norland", "participant"), ("Sudria", "participant")}),
    )  # fmt: skip
    assert [text[s.start : s.end] for s in event.mentions] == ["talks", "meeting", "talks", "talks"]
    assert event.label == "talks in Lima"


def test_other_people_on_the_same_day_are_another_event() -> None:
    text = "The talks in Lima were held on Tuesday. Talks between Marlow and Reyes ended on Tuesday."
    assert [brief(e) for e in read(text)] == [
        ("Talks", "happened", "2031-05-06", ("Lima",), frozenset()),
        (
            "Talks",
            "happened",
            "2031-05-06",
            (),
            frozenset({("Ann Marlow", "participant"), ("Tom Reyes", "participant")}),
        ),
    ]


def test_two_attacks_by_one_army_are_two() -> None:
    text = "Norland shelled Oslo on Monday. Norland shelled Lima on Tuesday."
    assert [(e.date, e.places) for e in read(text)] == [("2031-05-05", ("Oslo",)), ("2031-05-06", ("Lima",))]


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("Marlow said on Wednesday that Oslo was shelled by Norland.", "Oslo was shelled by Norland", None),
        ("On Wednesday, Marlow said rebels shelled Oslo.", "rebels shelled Oslo", None),
        (
            "Norlandic gunners shelled Oslo on Monday, Marlow said.",
            "Norlandic gunners shelled Oslo on Monday",
            "2031-05-05",
        ),
        ("On Monday rebels shelled Oslo, Marlow said on Wednesday.", "On Monday rebels shelled Oslo", "2031-05-05"),
        ("Marlow said on Wednesday the rebels shelled Oslo.", "the rebels shelled Oslo", None),
    ],
)
def test_the_day_of_a_statement_is_not_that_of_the_event(text: str, words: str, date: str | None) -> None:
    (event,) = read(text, quote(text, words, "Ann Marlow"))
    assert (event.type, event.status, event.date) == ("Attack", "alleged", date)


def test_a_week_has_its_first_and_last_day_and_its_words() -> None:
    (event,) = read("Ann Marlow will go this week to Lima.")
    assert (event.status, event.date, event.date_end, event.date_words) == (
        "planned", "2031-05-05", "2031-05-11", "this week",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Norland shelled Oslo.", "happened"),
        ("Norland allegedly shelled Oslo.", "alleged"),
        ("Norland denied shelling Oslo.", "denied"),
        ("Norland will shell Oslo.", "planned"),
        ("Norland cancelled the talks in Oslo.", "denied"),
        ("Norland plans talks with Sudria in Oslo.", "planned"),
        ("Norland called for talks with Sudria in Oslo.", "hypothetical"),
        ("Norland briefed Sudria on Ann Marlow's visit to Lima on Monday.", "happened"),
        ("A visit to Oslo by Ann Marlow is possible.", "hypothetical"),
        ("Sudria accused Norland of shelling Oslo.", "alleged"),
        ("Sudria will act if Norland and Reyes fail to sign a treaty in Oslo.", "hypothetical"),
        ("Reyes may resign now that Norland has shelled Oslo.", "happened"),
        ("The league may be slow to act while Norland negotiates with Sudria.", "happened"),
        ("Reyes may resign when Norland shells Oslo.", "hypothetical"),
        ("Reyes was not at home, because he is in jail, arrested on Monday.", "happened"),
        ("Making her first visit to Lima, Marlow is due to arrive at noon.", "planned"),
        ("Making her first visit to Lima, Marlow arrived at noon.", "happened"),
        ("Such a storm could result in the death of Tom Reyes in Lima.", "hypothetical"),
        ("The storm resulted in the death of Tom Reyes in Lima.", "happened"),
        ("A reward was offered for information leading to the arrest of Tom Reyes in Lima.", "hypothetical"),
        ("The two have a deal for the acquisition of Borealis by Acme Holdings.", "planned"),
    ],
)
def test_status(text: str, status: str) -> None:
    (event,) = (e for e in read(text) if e.type not in ("Sanctions", "Departure", "Agreement") or "treaty" in text)
    assert event.status == status


def test_a_planned_visit_is_not_proved_by_its_mention() -> None:
    text = "Ann Marlow will visit Lima this week. The visit is a first."
    assert [(e.status, len(e.mentions)) for e in read(text)] == [("planned", 2)]


@pytest.mark.parametrize(
    "text",
    [
        "Norland promised to reduce attacks.",
        "Marlow had a heart attack in her office.",
        "The company cut its price in a price war with rivals.",
        "The factory met demand.",
        "Marlow attacked the budget.",
        "Norland made its annual trip to the capital markets.",
        "Norland attacked plans to close the port.",
        "Talks are always useful.",
        "In case of a war with Sudria the port will close.",
        "Ann Marlow denied rumours that she had offered her resignation.",
        "We fought the battle.",
        "Ann Marlow fled from the police in Lima.",
        "Police raided a house in Lima on Monday.",
        "Ann Marlow retreated from her position on Monday.",
        "Tom Reyes wrote The Family War: A Guide in Lima.",
        "The war on drugs in Lima went on.",
        "Ann Marlow went to bed on Monday.",
        "Ann Marlow shot down rumors in Lima.",
        "Reyes won the award nomination in Lima on Monday.",
        "Ann Marlow withdrew from the race on Monday.",
        "Ann Marlow attacked Tom Reyes in the debate.",
        "Ann Marlow first met Tom Reyes in Lima.",
        "A race meeting in Lima was cancelled.",
        "Acme Holdings made a big deal of it in Lima.",
        "Voters dismissed Ann Marlow as a bore on Monday.",
    ],
)
def test_what_is_no_event(text: str) -> None:
    assert read(text) == ()


def test_a_boiler_is_no_bomb() -> None:
    text = "An explosion at a factory in Lima killed five workers."
    (event,) = read(text)
    assert (event.type, [(n.what, n.low, n.high) for n in event.numbers]) == ("Accident", [("killed", 5, 5)])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A crane collapsed in the port of Lima on Monday, killing three people.",
         [("Accident", "happened", "2031-05-05", ("Lima",))]),
        ("Three people were killed when a bus plunged into a ravine near Lima on Monday.",
         [("Accident", "happened", "2031-05-05", ("Lima",))]),
        ("Two people died in Lima on Monday when a boiler exploded.",
         [("Accident", "happened", "2031-05-05", ("Lima",))]),
        ("Two ferries sank near Lima on Monday, and 40 people drowned.",
         [("Accident", "happened", "2031-05-05", ("Lima",))]),
        ("A tanker caught fire off Lima on Monday.", [("Accident", "happened", "2031-05-05", ("Lima",))]),
        ("The river rose in Lima on Tuesday and flooded streets.", [("Disaster", "happened", "2031-05-06", ("Lima",))]),
        ("A swimmer drowned near Lima on Tuesday, police said.", [("Death", "happened", "2031-05-06", ("Lima",))]),
        ("In Lima, a man drowned on Tuesday, police said.", [("Death", "happened", "2031-05-06", ("Lima",))]),
        ("Acme Holdings collapsed on Monday.", []),
        ("Prices sank in Lima on Monday.", []),
        ("Refugees flooded the town of Lima.", []),
        ("Troops came under fire in Lima on Monday.", []),
    ],
)  # fmt: skip
def test_mishaps_are_told_by_their_verbs(text: str, expected: list[object]) -> None:
    assert [brief(e)[:4] for e in read(text)] == expected


def test_two_reports_of_one_accident_have_its_type_day_and_place() -> None:
    one = "A crane collapsed in the port of Lima on Monday, killing three people.\n\nThe accident happened at dawn."
    two = "At least four people were killed and as many as six injured when a crane collapsed in Lima on Monday."
    assert [brief(e) for e in read(one)] == [brief(e) for e in read(two)]


def test_what_happens_beside_a_denial_is_not_denied() -> None:
    text = "Marlow denied on Tuesday that he had bribed officers, as his trial opened in Lima."
    said = quote(text, "that he had bribed officers, as his trial opened in Lima", "Ann Marlow", "denial")
    assert [brief(e)[:4] for e in read(text, said)] == [("Trial", "happened", "2031-05-06", ("Lima",))]


def test_talks_that_go_on_beside_a_statement_have_no_day_of_it() -> None:
    text = "Acme on Tuesday played down hopes of an end to the dispute as talks in Lima went into their second day."
    said = quote(text, "hopes of an end to the dispute as talks in Lima", "Acme Holdings", "doubt")
    (event,) = read(text, said)
    assert (*brief(event)[:4], event.label) == ("Talks", "happened", None, ("Lima",), "talks in Lima")


@pytest.mark.parametrize(
    "text",
    [
        "Norland has time until the next talks in Lima on Monday.",
        "Reyes spoke about a trip to Lima next week by Marlow.",
        "Marlow made the offer before the trip to Lima next week.",
        "Marlow spoke at the talks in Lima later this week.",
        "A walkout in Lima is planned for June 10.",
    ],
)
def test_what_is_yet_to_come_is_planned(text: str) -> None:
    assert [e.status for e in read(text)] == ["planned"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A third meeting takes place in Lima on Wednesday.", "planned"),
        ("Marlow is meeting Reyes in Lima on Wednesday.", "planned"),
        ("Marlow met Reyes in Lima on Wednesday.", "happened"),
        ("Marlow has met Reyes in Lima on Wednesday.", "happened"),
        ("Marlow is meeting Reyes in Lima on Tuesday.", "happened"),
    ],
)
def test_what_is_told_of_the_day_in_the_present_tense_is_planned(text: str, status: str) -> None:
    assert [e.status for e in read(text)] == [status]


def test_a_week_right_behind_another_event_is_that_ones() -> None:
    text = "Police arrested Tom Reyes in connection with the bombings in Lima this week."
    assert [(e.type, e.date) for e in read(text)] == [("Arrest", None), ("Attack", "2031-05-05")]
    assert [(e.type, e.date) for e in read("Police arrested Tom Reyes in Lima this week.")] == [
        ("Arrest", "2031-05-05")
    ]


def test_who_is_convicted_suffers_it() -> None:
    (event,) = read("Tom Reyes, convicted in Lima on Monday, left.")
    assert brief(event) == ("Trial", "happened", "2031-05-05", ("Lima",), frozenset({("Tom Reyes", "patient")}))


def test_nobody_kills_in_an_accident_or_himself() -> None:
    assert [e.type for e in read("The Borealis exploded over Lima on Monday, killing six.")] == ["Death"]
    assert [e.type for e in read("Villagers killed themselves in Lima on Monday.")] == ["Death"]
    assert [e.type for e in read("Rebels killed Tom Reyes in Lima on Monday.")] == ["Attack"]


def test_a_planned_walkout_has_its_day() -> None:
    (event,) = read("A walkout is planned for June 10 if no deal is reached.")
    assert brief(event) == ("Strike", "planned", "2031-06-10", (), frozenset())


@pytest.mark.parametrize(
    ("text", "label", "participants"),
    [
        ("Talks between the Port League and Acme Holdings were suspended.",
         "talks between the Port League and Acme Holdings", {"Port League", "Acme Holdings"}),
        ("The Port League sat down with Acme Holdings in Oslo.",
         "talks between Port League and Acme Holdings", {"Port League", "Acme Holdings"}),
        ("Ann Marlow and Tom Reyes opened talks in Lima.", "talks in Lima", {"Ann Marlow", "Tom Reyes"}),
        ("Marlow held talks with officials of Borealis on Tuesday.", "talks with officials of Borealis",
         {"Ann Marlow"}),
        ("Ann Marlow signed an agreement on clean water for Lima.", "agreement on clean water", {"Ann Marlow"}),
    ],
)  # fmt: skip
def test_the_label_says_with_whom_where_or_about_what(text: str, label: str, participants: set[str]) -> None:
    (event,) = read(text)
    assert (event.label, {p.entity for p in event.participants}) == (label, participants)


def test_who_makes_arrests_does_not_march() -> None:
    (event,) = read("Thousands marched through Lima on Sunday, and police arrested seven of them.")
    assert brief(event) == ("Protest", "happened", "2031-05-04", ("Lima",), frozenset())


def test_a_meeting_next_week_is_not_the_one_that_ended() -> None:
    text = "Marlow and Reyes ended their meeting in Lima. The plan comes up at the regular meeting next week."
    assert [(e.status, e.date, e.places) for e in read(text)] == [
        ("happened", None, ("Lima",)), ("planned", "2031-05-12", ()),
    ]  # fmt: skip


def test_who_sits_down_takes_part_in_the_talks_that_just_opened() -> None:
    text = "Talks opened in Lima on Monday.\n\nThe Port League sat down with Acme Holdings for the first time."
    (event,) = read(text)
    assert brief(event) == (
        "Talks", "happened", "2031-05-05", ("Lima",),
        frozenset({("Port League", "participant"), ("Acme Holdings", "participant")}),
    )  # fmt: skip


def test_nobody_takes_part_where_nobody_did_it() -> None:
    (event,) = read("No rebels admitted the attack on Oslo.")
    assert [p.entity for p in event.participants] == ["Oslo"]


def test_what_reported_speech_takes_for_granted_has_happened_unless_it_disputes_it() -> None:
    text, words = "Sudria deplored the bombing of Oslo.", "the bombing of Oslo"
    acts: tuple[SpeechAct, ...] = ("criticism", "statement", "accusation", "denial")
    found = [read(text, quote(text, words, "Sudria", act))[0].status for act in acts]
    assert found == ["happened", "happened", "alleged", "alleged"]


def test_who_did_what_reported_speech_takes_for_granted_stays_on_the_speakers_word() -> None:
    text, words = "Sudria deplored the bombing of Oslo by Norland.", "the bombing of Oslo by Norland"
    (event,) = read(text, quote(text, words, "Sudria", "statement"))
    assert event.status == "alleged"
