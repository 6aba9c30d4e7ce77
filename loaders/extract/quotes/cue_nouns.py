"""The nouns by which English news attributes, as data. `cue_class` explains the columns."""

from __future__ import annotations

from loaders.extract.quotes.cue_class import CueClass, noun_class

# fmt: off
NOUNS: tuple[CueClass, ...] = (
    noun_class("claim", "statement", "clause prep:of",
        "admission announcement argument assertion claim conclusion contention declaration insistence "
        "observation remark statement suggestion",
        "Nobody believed the firm's claim that the valve was sound.", "that the valve was sound"),
    noun_class("accusation", "accusation", "clause prep:of",
        "accusation allegation",
        "The senator's allegation that the votes were bought made headlines.", "that the votes were bought"),
    noun_class("denial", "denial", "clause prep:of",
        "denial",
        "Few believed the mayor's denial that he knew the driver.", "that he knew the driver", negative=True),
    noun_class("pledge", "promise", "clause infinitive",
        "commitment offer pledge promise undertaking vow",
        "The vote came after the bank's pledge to lower fees.", "to lower fees"),
    noun_class("threat", "threat", "clause infinitive",
        "threat",
        "The pilots' threat to walk out worked.", "to walk out"),
    noun_class("call", "demand", "prep:for infinitive",
        "appeal call demand plea request",
        "Her call for a boycott fell flat.", "a boycott"),
    noun_class("proposal", "demand", "clause infinitive",
        "proposal recommendation",
        "His proposal to sell the fleet was shelved.", "to sell the fleet"),
    noun_class("warning", "warning", "clause prep:of",
        "warning",
        "The agency's warning that the ice was thin went unheard.", "that the ice was thin"),
    noun_class("criticism", "criticism", "prep:of",
        "condemnation criticism denunciation",
        "Her criticism of the sale was sharp.", "the sale"),
    noun_class("praise", "praise", "prep:for prep:of",
        "praise",
        "His praise for the crew was loud.", "the crew"),
    noun_class("belief", "attitude", "clause",
        "belief concern conviction expectation fear feeling hope impression opinion suspicion view worry",
        "Nobody shared the coach's belief that luck turns.", "that luck turns"),
    noun_class("stance", "attitude", "prep:to prep:for",
        "endorsement opposition support",
        "Their opposition to the mine is old.", "the mine", 0.5),
)
# fmt: on
