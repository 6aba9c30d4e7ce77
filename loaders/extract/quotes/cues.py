"""The words by which English news attributes: verbs, nouns, and phrases, as data.

Each class says what kind of saying it is and which complements hold the content. A complement is written as

    clause       a finite or wh- clause, after the cue or before it        said that …, …, he said
    infinitive   a to-infinitive                                           vowed to …
    object       the direct object, with all that belongs to it            condemned the sale
    spoken       an object that is itself something said or proposed       rejected the offer
    urging       an object with its infinitive                             urged the bank to …
    naming       an object with a predicate, the word "as" or none         called the vote a farce
    charging     an object with "of" or "for" and what follows             accused the firm of …
    speech       only beside a quotation                                   "…," he laughed
    prep:WORD    the object of that preposition                            called for …
    hearsay      subject and infinitive around a passive cue               … is expected to …

The classes follow the grammars of Quirk et al. (1985, 16.31-33) and the speech acts of Searle (1976). A class of
`attitude` holds what somebody believes, intends or feels: no saying, so it is kept apart.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from loaders.extract.reading import SpeechAct


@dataclass(frozen=True, slots=True)
class CueClass:
    """Words that attribute in the same way. In the sentence `example`, `shows` is the content that must be found."""

    name: str
    part: Literal["verb", "noun"]
    act: SpeechAct
    complements: tuple[str, ...]
    lemmas: frozenset[str]
    example: str
    shows: str
    confidence: float = 0.9
    negative: bool = False
    """Whether the word itself denies its content, or says that nothing was said."""


def _verbs(
    name: str,
    act: SpeechAct,
    complements: str,
    lemmas: str,
    example: str,
    shows: str,
    confidence: float = 0.9,
    *,
    negative: bool = False,
) -> CueClass:
    return CueClass(
        name, "verb", act, tuple(complements.split()), frozenset(lemmas.split()), example, shows, confidence, negative
    )


def _nouns(
    name: str,
    act: SpeechAct,
    complements: str,
    lemmas: str,
    example: str,
    shows: str,
    confidence: float = 0.6,
    *,
    negative: bool = False,
) -> CueClass:
    return CueClass(
        name, "noun", act, tuple(complements.split()), frozenset(lemmas.split()), example, shows, confidence, negative
    )


# fmt: off
# Three lines a class are read more easily than the ten that the formatter would make.
VERBS: tuple[CueClass, ...] = (
    _verbs("say", "statement", "clause",
        "say state",
        "The minister said the bridge would open in May.", "the bridge would open in May", 0.97),
    _verbs("tell", "statement", "clause",
        "assure brief inform notify reassure remind tell",
        "Anna Berg told reporters that the ferry was safe.", "that the ferry was safe", 0.95),
    _verbs("report", "statement", "clause",
        "acknowledge add admit affirm announce answer argue assert attest blog boast brag certify clarify "
        "comment concede conclude concur confess confirm contend counter declare disclose elaborate email "
        "emphasise emphasize explain insist interject joke lament maintain mention muse note observe opine "
        "post proclaim pronounce quip reason recall recount reiterate rejoin relate remark repeat reply "
        "report respond retort retweet reveal stress telegraph testify text tweet underline underscore "
        "volunteer write",
        "The harbour master added that two tugs were missing.", "that two tugs were missing"),
    _verbs("point out", "statement", "clause",
        "point",
        "The auditor pointed out that the ledger was blank.", "that the ledger was blank"),
    _verbs("make clear", "statement", "clause",
        "make",
        "The chairman made clear that the offer would not be raised.", "that the offer would not be raised", 0.8),
    _verbs("claim", "statement", "clause infinitive",
        "allege claim profess",
        "The rebels claim to have taken the airfield.", "to have taken the airfield"),
    _verbs("suggest", "statement", "clause",
        "advise calculate estimate forecast guess hint imply indicate predict project propose reckon "
        "recommend signal speculate suggest surmise theorise theorize",
        "The bank predicted that prices would fall.", "that prices would fall", 0.85),
    _verbs("agree", "statement", "clause infinitive prep:on prep:with prep:to",
        "agree disagree",
        "The two fleets agreed to share the quay.", "to share the quay", 0.7),
    _verbs("ask to", "demand", "urging",
        "ask",
        "The mayor asked residents to boil their water.", "residents to boil their water", 0.85),
    _verbs("ask", "question", "clause",
        "ask enquire inquire query wonder",
        "A reporter asked whether the mayor would resign.", "whether the mayor would resign", 0.85),
    _verbs("speak with a manner", "statement", "speech",
        "ask bark beg begin bellow call caption chant chime chuckle close complain continue correct crow cry "
        "deadpan demand deny enthuse exclaim exult finish fire fume gasp go grin groan gush implore interrupt "
        "intone laugh murmur mutter nod offer open plead pledge praise promise put rage rant read scoff "
        "scream shoot shout shrug sigh sign sing smile snap sneer sob start sum tease tell thank think "
        "threaten thunder title urge vent vow weigh whisper wish yell",
        '"What a mess," Berg sighed.', "What a mess,", 0.85),
    _verbs("shout", "statement", "clause",
        "chant cry exclaim exult fume gush rage scoff scream shout whisper yell",
        "The crowd chanted that the match was fixed.", "that the match was fixed", 0.8),
    _verbs("hear from a document", "statement", "clause",
        "demonstrate find illustrate prove show",
        "The survey showed that fewer people sail.", "that fewer people sail", 0.7),
    _verbs("document that shows", "statement", "object",
        "show",
        "A poll showed a slim lead for the mayor.", "a slim lead for the mayor", 0.5),
    _verbs("accuse", "accusation", "charging",
        "accuse",
        "The union accused the owners of cooking the books.", "the owners of cooking the books", 0.95),
    _verbs("blame", "accusation", "charging object",
        "blame fault",
        "Farmers blamed the dam for the drought.", "the dam for the drought", 0.8),
    _verbs("allege", "accusation", "clause object",
        "allege",
        "Prosecutors allege that the cargo was stolen.", "that the cargo was stolen"),
    _verbs("charge that", "accusation", "clause",
        "charge",
        "The opposition charged that votes had been bought.", "that votes had been bought", 0.85),
    _verbs("deny", "denial", "clause",
        "deny rebut refute",
        "The company denied that it had dumped oil.", "that it had dumped oil", negative=True),
    _verbs("deny a charge", "denial", "spoken",
        "deny rebut refute",
        "The company denied the accusation.", "the accusation", 0.75, negative=True),
    _verbs("reject", "denial", "spoken",
        "disavow dismiss disown downplay reject repudiate",
        "The guild rejected the offer as an insult.", "the offer as an insult", 0.75, negative=True),
    _verbs("play down", "doubt", "object",
        "play",
        "The palace played down reports of a quarrel.", "reports of a quarrel", 0.85),
    _verbs("doubt", "doubt", "clause object",
        "challenge dispute doubt question",
        "Analysts doubt that the dam will hold.", "that the dam will hold", 0.7),
    _verbs("cast doubt", "doubt", "prep:on",
        "cast",
        "The inspector cast doubt on the harbour's figures.", "the harbour's figures", 0.85),
    _verbs("promise", "promise", "clause infinitive object",
        "guarantee pledge promise swear vow",
        "The new owner vowed to keep all the staff.", "to keep all the staff"),
    _verbs("undertake", "promise", "infinitive",
        "commit offer undertake volunteer",
        "The state offered to pay half of the cost.", "to pay half of the cost", 0.65),
    _verbs("threaten", "threat", "infinitive clause",
        "threaten",
        "The pilots threatened to walk out.", "to walk out", 0.85),
    _verbs("warn", "warning", "clause urging prep:of prep:about prep:against",
        "caution warn",
        "The institute warned of a long drought.", "a long drought", 0.92),
    _verbs("urge", "demand", "urging clause object",
        "beseech exhort implore urge",
        "The council urged the bank to lower its fees.", "the bank to lower its fees"),
    _verbs("order", "demand", "urging",
        "beg direct encourage instruct invite order press",
        "The court ordered the firm to pay its debts.", "the firm to pay its debts", 0.55),
    _verbs("demand", "demand", "clause infinitive object",
        "demand",
        "The strikers demanded that the gates be opened.", "that the gates be opened", 0.85),
    _verbs("request", "demand", "clause object",
        "propose recommend request",
        "The ministry proposed a tax on gravel.", "a tax on gravel", 0.7),
    _verbs("ask for", "demand", "prep:for",
        "appeal ask plead press push",
        "The islanders pleaded for more boats.", "more boats", 0.75),
    _verbs("call for", "demand", "prep:for",
        "call",
        "The bishop called for an inquiry.", "an inquiry", 0.93),
    _verbs("call on", "demand", "prep:on prep:upon",
        "call",
        "The league called on the club to sell its ground.", "the club to sell its ground"),
    _verbs("insist on", "demand", "prep:on prep:upon",
        "insist",
        "The lender insisted on a second signature.", "a second signature", 0.75),
    _verbs("name", "statement", "naming",
        "brand call characterise characterize decry deem denounce depict describe dismiss dub hail label "
        "portray term",
        "The captain called the rescue a miracle.", "the rescue a miracle", 0.8),
    _verbs("liken", "statement", "object",
        "compare liken",
        "He likened the budget to a leaking boat.", "the budget to a leaking boat", 0.7),
    _verbs("describe", "statement", "clause object",
        "describe detail outline recall recount",
        "Survivors described a night of smoke.", "a night of smoke", 0.7),
    _verbs("criticise", "criticism", "object",
        "assail bash belittle bemoan berate blast censure chide condemn criticise criticize decry denounce "
        "deplore deride knock lambast lambaste lament mock pan rebuke ridicule rip savage scold skewer slam",
        "The opposition condemned the sale of the port.", "the sale of the port", 0.8),
    _verbs("complain", "criticism", "clause prep:of prep:about",
        "complain grouse grumble protest",
        "Passengers complained about the cold.", "the cold", 0.85),
    _verbs("lash out", "criticism", "prep:at prep:against prep:for",
        "fire hit lash rail",
        "The owner lashed out at the referee.", "the referee", 0.7),
    _verbs("praise", "praise", "object",
        "applaud commend congratulate extol hail laud praise salute thank tout welcome",
        "The envoy praised the town for its patience.", "the town for its patience", 0.75),
    _verbs("express", "statement", "object",
        "air express reiterate voice",
        "The envoy voiced regret at the delay.", "regret at the delay", 0.75),
    _verbs("announce a thing", "statement", "object",
        "acknowledge admit announce confirm disclose proclaim reveal",
        "The mill announced the loss of forty jobs.", "the loss of forty jobs", 0.6),
    _verbs("mention", "statement", "object",
        "bring cite discuss emphasise emphasize highlight invoke mention note reference stress underscore",
        "The speaker cited the cost of coal.", "the cost of coal", 0.6),
    _verbs("speak about", "statement", "prep:of prep:about",
        "boast brag joke speak talk",
        "The nurse spoke of endless nights.", "endless nights", 0.6),
    _verbs("refer to", "statement", "prep:to",
        "allude point refer",
        "The lawyer referred to an old decree.", "an old decree", 0.65),
    _verbs("hint at", "statement", "prep:at",
        "hint",
        "The coach hinted at a change of keeper.", "a change of keeper", 0.75),
    _verbs("object to", "criticism", "prep:to",
        "object",
        "The monks objected to the road.", "the road", 0.75),
    _verbs("decline", "denial", "infinitive",
        "decline refuse",
        "The firm refused to pay the fine.", "to pay the fine", 0.7, negative=True),
    _verbs("believe", "attitude", "clause",
        "assume believe bet consider expect fear feel figure foresee hope imagine know learn presume realise "
        "realize remember see suspect think understand worry",
        "Fishermen believe the storm will pass.", "the storm will pass", 0.75),
    _verbs("hope to", "attitude", "infinitive",
        "aim decide hope intend plan prefer seek want wish",
        "Anna Berg hopes to sail in June.", "to sail in June", 0.6),
    _verbs("want", "attitude", "object urging",
        "favor favour prefer want",
        "Villagers want the mine to close.", "the mine to close", 0.6),
    _verbs("hearsay", "attitude", "hearsay",
        "allege assume believe expect fear know report rumor rumour say see think",
        "The strait is expected to freeze.", "The strait … to freeze", 0.6),
    _verbs("expect of", "attitude", "urging object",
        "expect",
        "Economists expect rates to rise.", "rates to rise", 0.7),
    _verbs("back", "attitude", "object",
        "back endorse oppose support",
        "Most islanders oppose the new ferry.", "the new ferry", 0.6),
    _verbs("regard", "attitude", "naming",
        "consider perceive regard see view",
        "Locals regard the tower as an eyesore.", "the tower as an eyesore", 0.65),
)

NOUNS: tuple[CueClass, ...] = (
    _nouns("claim", "statement", "clause prep:of",
        "admission announcement argument assertion claim conclusion contention declaration insistence "
        "observation remark statement suggestion",
        "Nobody believed the firm's claim that the valve was sound.", "that the valve was sound"),
    _nouns("accusation", "accusation", "clause prep:of",
        "accusation allegation",
        "The senator's allegation that the votes were bought made headlines.", "that the votes were bought"),
    _nouns("denial", "denial", "clause prep:of",
        "denial",
        "Few believed the mayor's denial that he knew the driver.", "that he knew the driver", negative=True),
    _nouns("pledge", "promise", "clause infinitive",
        "commitment offer pledge promise undertaking vow",
        "The vote came after the bank's pledge to lower fees.", "to lower fees"),
    _nouns("threat", "threat", "clause infinitive",
        "threat",
        "The pilots' threat to walk out worked.", "to walk out"),
    _nouns("call", "demand", "prep:for infinitive",
        "appeal call demand plea request",
        "Her call for a boycott fell flat.", "a boycott"),
    _nouns("proposal", "demand", "clause infinitive",
        "proposal recommendation",
        "His proposal to sell the fleet was shelved.", "to sell the fleet"),
    _nouns("warning", "warning", "clause prep:of",
        "warning",
        "The agency's warning that the ice was thin went unheard.", "that the ice was thin"),
    _nouns("criticism", "criticism", "prep:of",
        "condemnation criticism denunciation",
        "Her criticism of the sale was sharp.", "the sale"),
    _nouns("praise", "praise", "prep:for prep:of",
        "praise",
        "His praise for the crew was loud.", "the crew"),
    _nouns("belief", "attitude", "clause",
        "belief concern conviction expectation fear feeling hope impression opinion suspicion view worry",
        "Nobody shared the coach's belief that luck turns.", "that luck turns"),
    _nouns("stance", "attitude", "prep:to prep:for",
        "endorsement opposition support",
        "Their opposition to the mine is old.", "the mine", 0.5),
)
# fmt: on

PARTICLES: dict[str, frozenset[str]] = {
    "point": frozenset({"out"}),
    "make": frozenset({"clear", "plain", "known", "it"}),
    "play": frozenset({"down"}),
    "cast": frozenset({"doubt"}),
    "lash": frozenset({"out"}),
    "hit": frozenset({"out", "back"}),
    "fire": frozenset({"back"}),
    "bring": frozenset({"up"}),
}
"""Verbs that are cues only with one of these words beside them (as particle, adverb, complement or object)."""

FREE_OF_PARTICLE = frozenset({("point", "prep:to")})
"""Where a complement frees the verb from its particle ("pointed to the figures")."""

_SPOKEN_WORDS = """
accusation allegation assertion assessment blame charge claim comment complaint conclusion concern criticism demand
finding hint idea insinuation interpretation notion objection opinion question remark report reproach rumor rumour
speculation statement story suggestion suspicion theory view warning worry fear
agreement amendment appeal application bid call ceasefire compromise condition deal draft initiative invitation motion
offer peace petition plan plea pledge proposal proposition request resolution solution truce ultimatum
possibility prospect need allegiance
"""
SPOKEN = frozenset(_SPOKEN_WORDS.split())
"""Things said or proposed: who rejects them speaks. Who dismisses a manager does not."""
_MISDEED_WORDS = """
bribery collusion complicity corruption fraud guilt involvement knowledge link negligence responsibility role tie
wrongdoing doing existence intention misconduct murder plagiarism theft any
"""
DENIED = SPOKEN | frozenset(_MISDEED_WORDS.split())
"""What is denied by speaking. Who denies somebody a visa or bail does not speak."""
UNSAID = frozenset({"answer", "comment", "confirm", "disclose", "discuss", "elaborate", "give", "identify", "name",
                    "provide", "reply", "respond", "reveal", "say", "specify", "speak", "talk"})  # fmt: skip
"""What a source declines or refuses to do when nothing was said: "declined to comment" is no quote."""

SOURCE_PREPOSITIONS = frozenset({"by", "from"})
"""After a noun cue: who made it ("a claim by the union")."""


@cache
def verbs(lemma: str) -> tuple[CueClass, ...]:
    """The classes of a verb, in the order of `VERBS`; empty where it is no cue."""
    return tuple(c for c in VERBS if lemma in c.lemmas)


@cache
def nouns(lemma: str) -> tuple[CueClass, ...]:
    """The classes of a noun."""
    return tuple(c for c in NOUNS if lemma in c.lemmas)


@cache
def speech(lemma: str) -> CueClass | None:
    """The class by which a verb may stand beside a quotation, or None."""
    found = [c for c in verbs(lemma) if c.act != "attitude" and {"clause", "speech"} & set(c.complements)]
    return found[0] if found else None
