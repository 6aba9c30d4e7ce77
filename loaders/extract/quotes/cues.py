"""The words by which English news attributes: verbs, nouns, and phrases, as data.

Each class says what kind of saying it is and which complements hold the content. A complement is written as

    clause       a finite or wh- clause, after the cue or before it        said that …, …, he said
    infinitive   a to-infinitive                                           vowed to …
    object       the direct object, with all that belongs to it            rejected the offer
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
    """Words that attribute in the same way. `example` is a sentence in which `shows` is the content that must be found."""

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


def _verbs(name: str, act: SpeechAct, complements: str, lemmas: str, example: str, shows: str,
           confidence: float = 0.9, *, negative: bool = False) -> CueClass:
    return CueClass(name, "verb", act, tuple(complements.split()), frozenset(lemmas.split()), example, shows,
                    confidence, negative)


def _nouns(name: str, act: SpeechAct, complements: str, lemmas: str, example: str, shows: str,
           confidence: float = 0.6, *, negative: bool = False) -> CueClass:
    return CueClass(name, "noun", act, tuple(complements.split()), frozenset(lemmas.split()), example, shows,
                    confidence, negative)


VERBS: tuple[CueClass, ...] = (
    _verbs("say", "statement", "clause", "say state",
           "The minister said the bridge would open in May.", "the bridge would open in May", 0.97),
    _verbs("tell", "statement", "clause", "tell inform notify assure reassure remind brief",
           "Anna Berg told reporters that the ferry was safe.", "that the ferry was safe", 0.95),
    _verbs("report", "statement", "clause",
           "add note report announce declare remark observe explain recall comment reply respond answer reiterate repeat "
           "stress emphasise emphasize underline underscore mention acknowledge concede admit confess confirm disclose "
           "reveal maintain contend assert affirm argue insist testify write tweet retweet post joke quip boast brag "
           "lament clarify elaborate counter retort concur proclaim pronounce recount certify attest opine muse "
           "telegraph relate reason conclude volunteer interject rejoin blog email text",
           "The harbour master added that two tugs were missing.", "that two tugs were missing"),
    _verbs("point out", "statement", "clause", "point",
           "The auditor pointed out that the ledger was blank.", "that the ledger was blank"),
    _verbs("make clear", "statement", "clause", "make",
           "The chairman made clear that the offer would not be raised.", "that the offer would not be raised", 0.8),
    _verbs("claim", "statement", "clause infinitive", "claim allege profess",
           "The rebels claim to have taken the airfield.", "to have taken the airfield", 0.9),
    _verbs("suggest", "statement", "clause", "suggest indicate signal hint imply speculate theorise theorize surmise "
           "guess estimate reckon predict forecast project calculate advise propose recommend",
           "The bank predicted that prices would fall.", "that prices would fall", 0.85),
    _verbs("agree", "statement", "clause infinitive prep:on prep:with prep:to", "agree disagree",
           "The two fleets agreed to share the quay.", "to share the quay", 0.7),
    _verbs("ask", "question", "clause urging", "ask inquire enquire wonder query",
           "A reporter asked whether the mayor would resign.", "whether the mayor would resign", 0.85),
    _verbs("speak with a manner", "statement", "speech",
           "laugh sigh smile nod shout yell cry whisper mutter murmur exclaim chant scream bark snap chuckle sob gasp "
           "continue begin start go interrupt exult fume gush shoot fire tease weigh chime correct offer read open "
           "close finish shrug grin intone thunder bellow rant enthuse groan crow scoff sneer vent deadpan call sing "
           "urge plead implore demand beg promise vow pledge threaten deny complain rage sum put tell ask think "
           "sign caption title thank wish praise",
           '"What a mess," Berg sighed.', "What a mess,", 0.85),
    _verbs("shout", "statement", "clause", "shout yell cry whisper exclaim chant scream fume exult gush scoff rage",
           "The crowd chanted that the match was fixed.", "that the match was fixed", 0.8),
    _verbs("hear from a document", "statement", "clause", "show find demonstrate prove illustrate",
           "The survey showed that fewer people sail.", "that fewer people sail", 0.7),
    _verbs("document that shows", "statement", "object", "show",
           "A poll showed a slim lead for the mayor.", "a slim lead for the mayor", 0.5),
    _verbs("accuse", "accusation", "charging", "accuse",
           "The union accused the owners of cooking the books.", "the owners of cooking the books", 0.95),
    _verbs("blame", "accusation", "charging object", "blame fault",
           "Farmers blamed the dam for the drought.", "the dam for the drought", 0.8),
    _verbs("allege", "accusation", "clause object", "allege",
           "Prosecutors allege that the cargo was stolen.", "that the cargo was stolen"),
    _verbs("charge that", "accusation", "clause", "charge",
           "The opposition charged that votes had been bought.", "that votes had been bought", 0.85),
    _verbs("deny", "denial", "clause object", "deny refute rebut",
           "The company denied that it had dumped oil.", "that it had dumped oil", 0.9, negative=True),
    _verbs("reject", "denial", "object", "reject dismiss disavow repudiate disown downplay",
           "The guild rejected the offer as an insult.", "the offer as an insult", 0.75, negative=True),
    _verbs("play down", "doubt", "object", "play",
           "The palace played down reports of a quarrel.", "reports of a quarrel", 0.85),
    _verbs("doubt", "doubt", "clause object", "doubt question dispute challenge",
           "Analysts doubt that the dam will hold.", "that the dam will hold", 0.7),
    _verbs("cast doubt", "doubt", "prep:on", "cast",
           "The inspector cast doubt on the harbour's figures.", "the harbour's figures", 0.85),
    _verbs("promise", "promise", "clause infinitive object", "promise pledge vow swear guarantee",
           "The new owner vowed to keep all the staff.", "to keep all the staff"),
    _verbs("undertake", "promise", "infinitive", "undertake commit volunteer offer",
           "The state offered to pay half of the cost.", "to pay half of the cost", 0.65),
    _verbs("threaten", "threat", "infinitive clause", "threaten",
           "The pilots threatened to walk out.", "to walk out", 0.85),
    _verbs("warn", "warning", "clause urging prep:of prep:about prep:against", "warn caution",
           "The institute warned of a long drought.", "a long drought", 0.92),
    _verbs("urge", "demand", "urging clause object",
           "urge implore beseech exhort",
           "The council urged the bank to lower its fees.", "the bank to lower its fees", 0.9),
    _verbs("order", "demand", "urging", "order instruct direct encourage press invite beg",
           "The court ordered the firm to pay its debts.", "the firm to pay its debts", 0.55),
    _verbs("demand", "demand", "clause infinitive object", "demand",
           "The strikers demanded that the gates be opened.", "that the gates be opened", 0.85),
    _verbs("request", "demand", "clause object", "request propose recommend",
           "The ministry proposed a tax on gravel.", "a tax on gravel", 0.7),
    _verbs("ask for", "demand", "prep:for", "ask plead appeal push press",
           "The islanders pleaded for more boats.", "more boats", 0.75),
    _verbs("call for", "demand", "prep:for", "call",
           "The bishop called for an inquiry.", "an inquiry", 0.93),
    _verbs("call on", "demand", "prep:on prep:upon", "call",
           "The league called on the club to sell its ground.", "the club to sell its ground", 0.9),
    _verbs("insist on", "demand", "prep:on prep:upon", "insist",
           "The lender insisted on a second signature.", "a second signature", 0.75),
    _verbs("name", "statement", "naming", "call describe portray characterise characterize brand label term deem dub "
           "denounce hail dismiss depict decry",
           "The captain called the rescue a miracle.", "the rescue a miracle", 0.8),
    _verbs("liken", "statement", "object", "compare liken",
           "He likened the budget to a leaking boat.", "the budget to a leaking boat", 0.7),
    _verbs("describe", "statement", "clause object", "describe detail outline recall recount",
           "Survivors described a night of smoke.", "a night of smoke", 0.7),
    _verbs("criticise", "criticism", "object",
           "criticise criticize condemn denounce slam blast decry deplore deride mock ridicule rebuke chide bash "
           "lambast lambaste assail berate scold lament bemoan pan knock rip skewer savage censure belittle",
           "The opposition condemned the sale of the port.", "the sale of the port", 0.8),
    _verbs("complain", "criticism", "clause prep:of prep:about", "complain grumble grouse protest",
           "Passengers complained about the cold.", "the cold", 0.85),
    _verbs("lash out", "criticism", "prep:at prep:against prep:for", "lash rail hit fire",
           "The owner lashed out at the referee.", "the referee", 0.7),
    _verbs("praise", "praise", "object", "praise hail welcome laud applaud commend extol tout congratulate thank salute",
           "The envoy praised the town for its patience.", "the town for its patience", 0.75),
    _verbs("express", "statement", "object", "express voice reiterate air",
           "The envoy voiced regret at the delay.", "regret at the delay", 0.75),
    _verbs("announce a thing", "statement", "object", "announce confirm acknowledge admit disclose reveal proclaim",
           "The mill announced the loss of forty jobs.", "the loss of forty jobs", 0.6),
    _verbs("mention", "statement", "object", "mention cite note stress emphasise emphasize highlight underscore invoke "
           "discuss reference bring",
           "The speaker cited the cost of coal.", "the cost of coal", 0.6),
    _verbs("speak about", "statement", "prep:of prep:about", "speak talk boast brag joke",
           "The nurse spoke of endless nights.", "endless nights", 0.6),
    _verbs("refer to", "statement", "prep:to", "refer point allude",
           "The lawyer referred to an old decree.", "an old decree", 0.65),
    _verbs("hint at", "statement", "prep:at", "hint",
           "The coach hinted at a change of keeper.", "a change of keeper", 0.75),
    _verbs("object to", "criticism", "prep:to", "object",
           "The monks objected to the road.", "the road", 0.75),
    _verbs("decline", "denial", "infinitive", "decline refuse",
           "The firm declined to comment.", "to comment", 0.7, negative=True),
    _verbs("believe", "attitude", "clause", "think believe feel know suspect assume imagine realise realize understand "
           "figure presume bet consider see remember foresee fear worry hope expect learn",
           "Fishermen believe the storm will pass.", "the storm will pass", 0.75),
    _verbs("hope to", "attitude", "infinitive", "hope want wish intend plan seek prefer aim decide",
           "The team hopes to sail in June.", "to sail in June", 0.6),
    _verbs("want", "attitude", "object urging", "want favor favour prefer",
           "Villagers want the mine to close.", "the mine to close", 0.6),
    _verbs("expect of", "attitude", "urging object", "expect",
           "Economists expect rates to rise.", "rates to rise", 0.7),
    _verbs("hearsay", "attitude", "hearsay", "expect believe think know say report rumour rumor assume see fear allege",
           "The strait is expected to freeze.", "The strait … to freeze", 0.6),
    _verbs("back", "attitude", "object", "support oppose endorse back",
           "Most islanders oppose the new ferry.", "the new ferry", 0.6),
    _verbs("regard", "attitude", "naming", "regard view consider see perceive",
           "Locals regard the tower as an eyesore.", "the tower as an eyesore", 0.65),
)

NOUNS: tuple[CueClass, ...] = (
    _nouns("claim", "statement", "clause prep:of",
           "claim assertion statement contention argument suggestion remark declaration admission insistence "
           "observation conclusion announcement",
           "The firm's claim that the valve was sound convinced nobody.", "that the valve was sound"),
    _nouns("accusation", "accusation", "clause prep:of", "accusation allegation",
           "The senator's allegation that the votes were bought made headlines.", "that the votes were bought"),
    _nouns("denial", "denial", "clause prep:of", "denial", "The mayor's denial that he knew the driver was brief.",
           "that he knew the driver", negative=True),
    _nouns("pledge", "promise", "clause infinitive", "pledge promise vow commitment undertaking offer",
           "The bank's pledge to lower fees was welcomed.", "to lower fees"),
    _nouns("threat", "threat", "clause infinitive", "threat", "The pilots' threat to walk out worked.", "to walk out"),
    _nouns("call", "demand", "prep:for infinitive", "call appeal demand plea request",
           "Her call for a boycott fell flat.", "a boycott"),
    _nouns("proposal", "demand", "clause infinitive", "proposal recommendation",
           "His proposal to sell the fleet was shelved.", "to sell the fleet"),
    _nouns("warning", "warning", "clause prep:of", "warning", "The agency's warning that the ice was thin went unheard.",
           "that the ice was thin"),
    _nouns("criticism", "criticism", "prep:of", "criticism condemnation denunciation",
           "Her criticism of the sale was sharp.", "the sale"),
    _nouns("praise", "praise", "prep:for prep:of", "praise", "His praise for the crew was loud.", "the crew"),
    _nouns("belief", "attitude", "clause", "belief view opinion conviction hope fear concern feeling worry expectation "
           "suspicion impression",
           "The coach's belief that luck turns never wavered.", "that luck turns"),
    _nouns("stance", "attitude", "prep:to prep:for", "opposition support endorsement",
           "Their opposition to the mine is old.", "the mine", 0.5),
)

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

PARTICLES_OF: dict[tuple[str, str], frozenset[str]] = {("point", "prep:to"): frozenset()}
"""Where a complement frees the verb from its particle ("pointed to the figures")."""

ACCORDING = ("according", "to")

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
