"""Who said what in articles of every kind: transcripts, live blogs, lists, British pages, speeches over paragraphs."""

from __future__ import annotations

from functools import cache

from graph.model import Article
from graph.settings import Settings
from loaders.extract.reader import Reader

Said = tuple[str, list[str], list[str]]


@cache
def reader() -> Reader:
    return Reader(Settings())


def said(text: str, published: str = "2025-03-05") -> list[Said]:
    """Kind, speakers and pieces of each quote."""
    made = reader().read(Article("a", text, "", published))
    names = {e.id: e.name for e in made.entities}
    return [(q.kind, [names[s] for s in q.speakers], [text[c.start : c.end] for c in q.content]) for q in made.quotes]


def direct(text: str) -> list[tuple[list[str], list[str]]]:
    return [(speakers, pieces) for kind, speakers, pieces in said(text) if kind == "direct"]


def test_answers_are_quotes_of_the_one_who_is_interviewed() -> None:
    text = (
        "Harbour master Ivo Brandt was interviewed by the Harbour Post in Lund about the storm that closed the port.\n"
        "Q: How bad was the damage?\n"
        "A: The outer wall is gone. We lost two cranes.\n"
        "There is no money for a new wall.\n"
        "Q: When will the port open again?\n"
        "A: Not before April. I would rather wait.\n"
        "(Laughs.)\n"
    )
    assert direct(text) == [
        (["Ivo Brandt"], ["The outer wall is gone. We lost two cranes.", "There is no money for a new wall."]),
        (["Ivo Brandt"], ["Not before April. I would rather wait."]),
    ]


def test_a_transcript_gives_each_turn_to_its_label() -> None:
    text = (
        "Trade minister Mara Kolar and union leader Ivo Brandt met in a Lisbon studio on Tuesday.\n"
        "MODERATOR: Minister, what is your offer?\n"
        "KOLAR: We have offered four percent. That is all we have.\n"
        "BRANDT: Four percent is an insult. My members told us: “No.”\n"
        "KOLAR: I am sorry to hear it.\n"
        "Kolar left the studio before the programme ended.\n"
    )
    assert direct(text) == [
        (["Mara Kolar"], ["We have offered four percent. That is all we have."]),
        (["Ivo Brandt"], ["Four percent is an insult. My members told us: “No.”"]),
        (["Mara Kolar"], ["I am sorry to hear it."]),
    ]


def test_a_name_that_only_a_label_has_is_a_person() -> None:
    text = (
        "Harbour Post: Where were you when the wall broke?\n"
        "Ivo Brandt: I was at home in Lund. My daughter called me.\n"
        "Harbour Post: What did you do?\n"
        "Brandt: I drove to the harbour at once.\n"
    )
    assert direct(text) == [
        (["Ivo Brandt"], ["I was at home in Lund. My daughter called me."]),
        (["Ivo Brandt"], ["I drove to the harbour at once."]),
    ]


def test_nobody_is_given_an_answer_that_may_be_anybodys() -> None:
    text = (
        "Ivo Brandt and Mara Kolar came to the Harbour Post on Monday.\n"
        "Q: How bad was the damage?\nA: The outer wall is gone, and two cranes are lost.\n"
    )
    assert direct(text) == [([], ["The outer wall is gone, and two cranes are lost."])]


def test_british_marks_with_owners_and_double_marks_inside() -> None:
    text = (
        "LISBON - 'We shall not leave,' Mara Kolar, the trade minister, said on Monday. 'It's the workers' fault, and "
        "they don't know it.'\n"
        "The ministers' plan wasn't read. 'The unions' answer is \"no\", and that's that,' she added.\n"
        "'It's over,' said Ivo Brandt, the union's leader, who calls it the sailors' strike.\n"
    )
    pieces = [
        (["Mara Kolar"], ["We shall not leave,", "It's the workers' fault, and they don't know it."]),
        (["Mara Kolar"], ["The unions' answer is \"no\", and that's that,"]),
        (["Ivo Brandt"], ["It's over,"]),
    ]
    assert direct(text) == pieces
    curly = text.replace(" '", " ‘").replace("\n'", "\n‘").replace("'", "’")
    assert [(who, [p.replace("’", "'") for p in what]) for who, what in direct(curly)] == pieces


def test_a_speech_over_paragraphs_has_the_speaker_that_its_last_one_names() -> None:
    text = (
        "Parliament met in Lisbon on Tuesday.\n"
        '"The ports were built for sail. They are too small for the ships of today.\n'
        '"We will close three of them, and build one that is large.\n'
        '"It will cost money," trade minister Mara Kolar said. "But it will pay."\n'
        "Union leader Ivo Brandt was told of it by telephone.\n"
    )
    assert direct(text) == [
        (
            ["Mara Kolar"],
            [
                "The ports were built for sail. They are too small for the ships of today.",
                "We will close three of them, and build one that is large.",
                "It will cost money,",
                "But it will pay.",
            ],
        )
    ]


def test_the_speaker_may_stand_before_between_and_in_the_sentence_before() -> None:
    text = (
        'Union leader Ivo Brandt was not convinced by the plan. "I have heard all of this before."\n'
        '"Nobody," Brandt said, "will believe it until the first stone is laid."\n'
        "Trade minister Mara Kolar replied:\n"
        '"The plan is on your desk."\n'
    )
    assert direct(text) == [
        (["Ivo Brandt"], ["I have heard all of this before."]),
        (["Ivo Brandt"], ["Nobody,", "will believe it until the first stone is laid."]),
        (["Mara Kolar"], ["The plan is on your desk."]),
    ]


def test_pull_quotes_titles_and_headings_are_no_quotes() -> None:
    text = (
        "LISBON (XYZ) - Portugal will close its northern ports on Monday, which has angered the workers there.\n"
        '"We have no choice, and everybody in this country knows it," trade minister Mara Kolar told reporters.\n'
        '"No choice"\n'
        'The union of dock workers met in Porto. Its leader, Ivo Brandt, is the author of "The Last Harbour".\n'
        '"We have no choice, and everybody in this country knows it."\n'
        'Workers in Porto call the plan the "reform".\n'
    )
    assert direct(text) == [(["Mara Kolar"], ["We have no choice, and everybody in this country knows it,"])]


def test_a_live_blog_is_read_entry_by_entry() -> None:
    text = (
        "Storm in Lund: live updates\n14:32\n"
        '"The wall is gone," harbour master Ivo Brandt told reporters in Lund.\n13:05 GMT\n'
        '"We are on our way to the pier, and we bring all the boats we have."\n'
        "12:40\nGood afternoon. We will bring you the latest on the storm.\n"
    )
    assert direct(text) == [
        (["Ivo Brandt"], ["The wall is gone,"]),
        ([], ["We are on our way to the pier, and we bring all the boats we have."]),
    ]


def test_items_of_a_list_have_their_speakers() -> None:
    text = (
        "Key points from the speech of trade minister Mara Kolar in Lisbon on Tuesday:\n"
        '- "We will not close a single port," Kolar said\n'
        "- Union leader Ivo Brandt said workers would strike\n"
    )
    assert said(text) == [
        ("direct", ["Mara Kolar"], ["We will not close a single port,"]),
        ("indirect", ["Ivo Brandt"], ["workers would strike"]),
    ]


def test_what_is_not_english_is_passed_over_in_an_english_article() -> None:
    text = (
        'The port of Lund was closed on Monday. "The wall is gone," harbour master Ivo Brandt said.\n'
        "« Le port est fermé, et les navires sont dans la mer », a dit le ministre à la presse de la ville.\n"
        "Ships waited outside the harbour for a second day on Tuesday.\n"
    )
    assert direct(text) == [(["Ivo Brandt"], ["The wall is gone,"])]


def test_very_short_articles_are_read() -> None:
    assert direct('"No," Ivo Brandt said.') == [(["Ivo Brandt"], ["No,"])]
    assert said("Port closed.") == []


def test_answers_of_an_interview_without_labels() -> None:
    text = (
        "Harbour master Ivo Brandt was interviewed by the Harbour Post in Lund about the storm.\n"
        "Where were you when the wall broke?\n"
        "I was at home. My daughter called me, and I drove to the pier.\n"
        "What did you see there?\n"
        "How high was the water?\n"
        "I saw that the wall was gone. I had never seen such a sea.\n"
        "And your plans for this year?\n"
        "I do not know. That is for my friends to say.\n"
        "The port of Lund has 9,000 workers and is the largest of the country.\n"
    )
    assert direct(text) == [
        (["Ivo Brandt"], ["I was at home. My daughter called me, and I drove to the pier."]),
        (["Ivo Brandt"], ["I saw that the wall was gone. I had never seen such a sea."]),
        (["Ivo Brandt"], ["I do not know. That is for my friends to say."]),
    ]


def test_american_pages_have_single_marks_inside_and_around_single_words() -> None:
    text = (
        "LONDON - The minister spoke of a 'small step' and a 'big risk' on Monday. The workers' union did not agree.\n"
        "\"We'll strike,\" said Ivo Brandt, the union's leader. \"The bosses' offer is 'rubbish', and they know it.\"\n"
    )
    assert direct(text) == [(["Ivo Brandt"], ["We'll strike,", "The bosses' offer is 'rubbish', and they know it."])]


def test_single_marks_may_be_left_open_in_the_middle_of_a_paragraph() -> None:
    text = (
        "Mara Kolar was in no mood to wait. 'I have told them,' she said. 'We will not pay.\n"
        "'They can ask as often as they like. It's our money, and our children's.'\n"
    )
    assert direct(text) == [
        (
            ["Mara Kolar"],
            [
                "I have told them,",
                "We will not pay.",
                "They can ask as often as they like. It's our money, and our children's.",
            ],
        )
    ]


def test_people_who_were_asked_in_the_street() -> None:
    text = (
        "The Harbour Post asked people in Lund about the new bridge.\n"
        'Mara Kolar, 34, teacher: "I like it. My pupils walk to school now."\n'
        'Jonas Strand, student: "It is a beautiful bridge."\n'
    )
    assert direct(text) == [
        (["Mara Kolar"], ["I like it. My pupils walk to school now."]),
        (["Jonas Strand"], ["It is a beautiful bridge."]),
    ]


def test_british_full_stops_stand_outside_and_a_diver_is_somebody() -> None:
    text = (
        "The wall of the port of Lund broke on Monday.\n"
        '"It was dark", said a diver, who asked not to be named. "I saw nothing".\n'
        'The poster called it "a sad day".\n'
    )
    assert direct(text) == [(["a diver"], ["It was dark", "I saw nothing"])]
