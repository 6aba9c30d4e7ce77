"""Who says it: before, after, between, in the sentence before, over paragraphs, together, unnamed."""

from __future__ import annotations

import pytest

from loaders.extract.reading import Entity
from tests.loaders.extract.quotes.conftest import Found, Read

Told = list[tuple[str, list[str], list[str]]]
"""Kind, names of the speakers, pieces of the content."""


def told(found: Found) -> Told:
    text, entities, quotes = found
    names: dict[str, Entity] = {e.id: e for e in entities}
    return [(q.kind, [names[s].name for s in q.speakers], [text[c.start : c.end] for c in q.content]) for q in quotes]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            '"The dam will hold," engineer Marta Lind said on Tuesday.',
            [("direct", ["Marta Lind"], ["The dam will hold,"])],
            id="after",
        ),
        pytest.param(
            '"The dam will hold," said Marta Lind, chief engineer of the river board.',
            [("direct", ["Marta Lind"], ["The dam will hold,"])],
            id="after, turned round",
        ),
        pytest.param(
            'Marta Lind said: "The dam will hold."',
            [("direct", ["Marta Lind"], ["The dam will hold."])],
            id="before",
        ),
        pytest.param(
            '"The dam," Marta Lind said, "will hold for a hundred years."',
            [("direct", ["Marta Lind"], ["The dam,", "will hold for a hundred years."])],
            id="in the middle",
        ),
        pytest.param(
            '"The dam will hold," Marta Lind said. "We have measured it twice."',
            [("direct", ["Marta Lind"], ["The dam will hold,", "We have measured it twice."])],
            id="between two sentences",
        ),
        pytest.param(
            'Marta Lind was calm. "The dam will hold for a hundred years."',
            [("direct", ["Marta Lind"], ["The dam will hold for a hundred years."])],
            id="in the sentence before",
        ),
        pytest.param(
            'Marta Lind went on to say:\n"The dam will hold for a hundred years."',
            [("direct", ["Marta Lind"], ["The dam will hold for a hundred years."])],
            id="in the paragraph before, with a colon",
        ),
        pytest.param(
            '"The dam will hold," Marta Lind told the council. "We have measured it.\n'
            '"Nobody needs to leave the valley."\nThe council adjourned.',
            [
                (
                    "direct",
                    ["Marta Lind"],
                    ["The dam will hold,", "We have measured it.", "Nobody needs to leave the valley."],
                )
            ],
            id="over two paragraphs",
        ),
        pytest.param(
            "“The dam will hold,” Marta Lind said.\n“Nobody needs to leave the valley,” she added.",
            [
                ("direct", ["Marta Lind"], ["The dam will hold,"]),
                ("direct", ["Marta Lind"], ["Nobody needs to leave the valley,"]),
            ],
            id="a pronoun goes on, curly marks",
        ),
        pytest.param(
            "The bridge would open in May, Marta Lind said.",
            [("indirect", ["Marta Lind"], ["The bridge would open in May"])],
            id="indirect, after",
        ),
        pytest.param(
            "Marta Lind said the bridge was a \"monument to patience\".",
            [("mixed", ["Marta Lind"], ['the bridge was a "monument to patience"'])],
            id="mixed",
        ),
        pytest.param(
            "The bridge is safe, according to Marta Lind.",
            [("indirect", ["Marta Lind"], ["The bridge is safe"])],
            id="according to",
        ),
        pytest.param(
            "According to Marta Lind, the bridge is safe.",
            [("indirect", ["Marta Lind"], ["the bridge is safe"])],
            id="according to, first",
        ),
        pytest.param(
            "Marta Lind quoted the captain, Joel Brandt, as saying the ferry was late.",
            [("indirect", ["Joel Brandt"], ["the ferry was late"])],
            id="quoted as saying",
        ),
        pytest.param(
            "Marta Lind and Joel Brandt said the ferry was late.",
            [("indirect", ["Marta Lind", "Joel Brandt"], ["the ferry was late"])],
            id="together",
        ),
        pytest.param(
            "Norvia Corp expects a good year, chairman Joel Brandt told the annual meeting.",
            [("indirect", ["Joel Brandt"], ["Norvia Corp expects a good year"])],
            id="told, after",
        ),
        pytest.param(
            "The pilots are in the tower but dock workers said the harbour was closed.",
            [("indirect", ["dock workers"], ["the harbour was closed"])],
            id="a subject that the parse has lost",
        ),
        pytest.param(
            "In Lund, the shipping company Havik Lines said in a statement that it had diverted two ships.",
            [("indirect", ["Havik Lines"], ["that it had diverted two ships"])],
            id="the name behind the noun",
        ),
        pytest.param(
            "The Norvian Rescue Service sent a helicopter.\nTwo boats were lost, the Norvian rescue service said.",
            [("indirect", ["Norvian Rescue Service"], ["Two boats were lost"])],
            id="the name in small letters",
        ),
        pytest.param(
            "Havik Lines fired two captains. Its spokeswoman, Ilse Brun, said the ships were safe.",
            [("indirect", ["Ilse Brun"], ["the ships were safe"])],
            id="the name beside an owned title",
        ),
        pytest.param(
            "Prices rose again in Lund, and some questioned whether the mayor would act.",
            [("indirect", ["some"], ["whether the mayor would act"])],
            id="some",
        ),
        pytest.param(
            '"The wind was too strong," said Joel Brandt. Minister Lena Falk visited the quay. She promised to help.',
            [("direct", ["Joel Brandt"], ["The wind was too strong,"]), ("indirect", ["Lena Falk"], ["to help"])],
            id="a subject since the last quote",
        ),
        pytest.param(
            "Details will be released on Thursday, the Norvian Central Bank president told reporters, but gave no "
            "further figures.",
            [("indirect", ["Norvian Central Bank president"], ["Details will be released on Thursday"])],
            id="a president without a name",
        ),
        pytest.param(
            "Joel Brandt, president of the Norvian Bank, said the price was fair. The Norvian Bank president said he "
            "would sail to Lund.",
            [
                ("indirect", ["Joel Brandt"], ["the price was fair"]),
                ("indirect", ["Joel Brandt"], ["he would sail to Lund"]),
            ],
            id="by his title and his institution",
        ),
        pytest.param(
            'Joel Brandt said the price was fair.\n"The aim of the firm is to sell more boats every year."\nIt rained.',
            [
                ("indirect", ["Joel Brandt"], ["the price was fair"]),
                ("direct", ["Joel Brandt"], ["The aim of the firm is to sell more boats every year."]),
            ],
            id="a paragraph of nothing but a quotation goes on",
        ),
        pytest.param(
            "Joel Brandt told reporters that the port would be returned in May, but gave no further details.",
            [("indirect", ["Joel Brandt"], ["that the port would be returned in May"])],
            id="short of what was left unsaid",
        ),
        pytest.param(
            "The envoy announced her willingness to talk after meeting for an hour with two mayors.",
            [("indirect", ["envoy"], ["her willingness to talk"])],
            id="short of when it was announced",
        ),
        pytest.param(
            "Joel Brandt said in a statement following a meeting with the crew that he was ready to pay.",
            [("indirect", ["Joel Brandt"], ["that he was ready to pay"])],
            id="far from its verb",
        ),
        pytest.param(
            "The bank should cut its rates to make money cheap, Norvia Bank AG <NVB.F> board chairman Ilse Brun said.",
            [("indirect", ["Ilse Brun"], ["The bank should cut its rates to make money cheap"])],
            id="a ticker in the source",
        ),
        pytest.param(
            'Joel Brandt left the hall at noon. Asked whether Norvia would accept that any treaty name East Lund as '
            'part of the bloc, he replied: "This is not in our draft."',
            [("direct", ["Joel Brandt"], ["This is not in our draft."])],
            id="a pronoun beside its verb",
        ),
        pytest.param(
            "Norvia Bank AG [NVB.F] said its output could fall.",
            [("indirect", ["Norvia Bank AG"], ["its output could fall"])],
            id="a ticker before the verb",
        ),
        pytest.param(
            "Asked whether the town would send boats, Joel Brandt said that it had \"no such plans\".",
            [("mixed", ["Joel Brandt"], ['that it had "no such plans"'])],
            id="a question put to the speaker is not his",
        ),
        pytest.param(
            "The captain denied on Tuesday that he had bribed two officers, as his trial opened in Lund.",
            [("indirect", ["captain"], ["that he had bribed two officers"])],
            id="short of what the narrator adds",
        ),
        pytest.param(
            "The union on Tuesday played down hopes of a quick end to the dispute as talks in Lund went on.",
            [("indirect", ["The union"], ["hopes of a quick end to the dispute"])],
            id="short of what went on meanwhile",
        ),
        pytest.param(
            "The envoy accused the union of hiding its profits, a charge that the union denied.",
            [("indirect", ["envoy"], ["the union of hiding its profits"])],
            id="short of the narrator's word for it",
        ),
        pytest.param(
            "Joel Brandt told Reuters Havik Lines had offered ten ships.",
            [("indirect", ["Joel Brandt"], ["Havik Lines had offered ten ships"])],
            id="told an agency",
        ),
        pytest.param(
            'Ilse Brun said that the money had been hidden in boxes of tea. "He was proud of his trick," she said.',
            [
                ("indirect", ["Ilse Brun"], ["that the money had been hidden in boxes of tea"]),
                ("direct", ["Ilse Brun"], ["He was proud of his trick,"]),
            ],
            id="without the full stop",
        ),
    ],
)  # fmt: skip
def test_positions_of_the_speaker(text: str, wanted: Told, read: Read) -> None:
    assert told(read(text)) == wanted


def test_an_unnamed_source_becomes_an_entity_of_its_own(read: Read) -> None:
    _, entities, quotes = read("The port was mined, a senior harbour official said.")
    [speaker] = [e for e in entities if e.id in quotes[0].speakers]
    assert (speaker.type, speaker.named, speaker.name) == ("Person", False, "senior harbour official")


def test_several_unnamed_are_a_group(read: Read) -> None:
    _, entities, quotes = read("Harbour officials said the port was mined.")
    [speaker] = [e for e in entities if e.id in quotes[0].speakers]
    assert (speaker.type, speaker.named, speaker.name) == ("Group", False, "Harbour officials")


def test_i_in_a_quotation_is_its_speaker(read: Read) -> None:
    text, entities, quotes = read('"I counted forty boats," Joel Brandt said.')
    [speaker] = [e for e in entities if e.id in quotes[0].speakers]
    assert [(text[m.start : m.end], m.kind) for m in speaker.mentions] == [("I", "pronoun"), ("Joel Brandt", "name")]


def test_what_speaks_by_itself_has_no_speaker(read: Read) -> None:
    _, _, quotes = read("A survey showed that fewer people sail.")
    assert [q.speakers for q in quotes] == [()]
    assert quotes[0].confidence < 0.6


@pytest.mark.parametrize(
    "text",
    [
        'The so-called "peace tax" was raised again in June.',
        'Lena Falk sang "The Long Road Home" at the harbour festival.',
        "The agreement calls for a new bridge.",
        "The ferry left at noon and reached the island at two.",
        "The company dismissed Tom Hale in 2022.",
        "The court denied him bail.",
        "The clinic rejected the kidney.",
        "Joel Brandt declined to comment on the ferry.",
        "Norvia would have to show that it had cut prices.",
        "Lena Falk referred all questions to the mayor.",
    ],
    ids=[
        "scare quotes",
        "a title",
        "terms of a paper",
        "nobody speaks",
        "a dismissal",
        "bail",
        "a kidney",
        "no comment",
        "nothing shown",
        "questions passed on",
    ],
)
def test_what_is_no_quote(text: str, read: Read) -> None:
    assert read(text)[2] == ()


def test_a_crosshead_that_repeats_a_quote_is_none(read: Read) -> None:
    text = (
        "The council met on Monday in the old town hall below the dam and heard the engineer.\n'It will hold'\n"
        '"It will hold for a hundred years," engineer Marta Lind said.'
    )
    assert [[text[c.start : c.end] for c in q.content] for q in read(text)[2]] == [
        ["It will hold for a hundred years,"]
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "The Harbour Union said in a statement the ports would close. The statement added that talks had failed.",
            [["Harbour Union"], ["Harbour Union"]],
            id="said in a statement",
        ),
        pytest.param(
            'A Harbour Union statement said the ports would close. "Talks have failed," the statement said.',
            [["Harbour Union"], ["Harbour Union"]],
            id="a union statement",
        ),
        pytest.param(
            "The Harbour Union said in a statement the ports would close. A statement said that talks had failed.",
            [["Harbour Union"], []],
            id="another statement",
        ),
    ],
)
def test_a_statement_speaks_for_whoever_issued_it(read: Read, text: str, wanted: list[list[str]]) -> None:
    assert [speakers for _, speakers, _ in told(read(text))] == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "The cost is put at six million, exceeding that of last year, engineer Marta Lind told the meeting.",
            [["Marta Lind"]],
            id="a clause before the name",
        ),
        pytest.param(
            "The mayor of Porto, Ivo Brandt, said the bridge would close.", [["Ivo Brandt"]], id="office, name"
        ),
        pytest.param(
            "Denmark's harbour minister said the ports would close. Minister Mette Holm added that talks had failed.",
            [["Mette Holm"], ["Mette Holm"]],
            id="office first, name later",
        ),
        pytest.param(
            "Government spokesman Ivo Brandt left. The government said the ports would close.",
            [["The government"]],
            id="a spokesman is not his government",
        ),
    ],
)
def test_who_bears_an_office_speaks(read: Read, text: str, wanted: list[list[str]]) -> None:
    assert [speakers for _, speakers, _ in told(read(text))] == wanted
