"""Who did what to whom: the verbs and nouns of each direct relationship, as data with a tested example each.

A verb pattern names where the second one stands: `object` (in the passive the subject), or a preposition. A noun
pattern names where each stands: `owner` is what stands before the noun, `holder` the subject of the verb that carries
it ("Norland voiced its support for Sudria").
"""

from __future__ import annotations

from dataclasses import dataclass

ANYBODY = "Person Organisation Place Group"


@dataclass(frozen=True, slots=True)
class Verb:
    """`words`: lemmas. `to`: slots of the second one, tried in order.
    `only_with`, `never_with`: lemmas that must (one of them) or must not stand directly on the verb.
    `source`, `target`: entity types. `driven`: the first one is whom it is done to. The slot `origin` is what stands
    before the object ("Sudrian oil").
    """

    type: str
    words: str
    to: str
    example: str
    only_with: str = ""
    never_with: str = ""
    source: str = ANYBODY
    target: str = ANYBODY
    driven: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """`words`: lemmas. `by`, `to`: slots of the first and of the second one."""

    type: str
    words: str
    by: str
    to: str
    example: str
    only_with: str = ""
    never_with: str = ""
    source: str = ANYBODY
    target: str = ANYBODY


VERBS: tuple[Verb, ...] = (
    Verb("ACCUSED", "accuse", "object", "Norland accused Sudria of lying."),
    Verb("ACCUSED", "blame", "object", "Norland blamed Sudria for the delay."),
    Verb("ACCUSED", "blame", "on", "Norland blamed the delay on Sudria."),
    Verb("MET", "meet", "object with", "Ann Marlow met Tom Reyes in Oslo.",
         never_with="demand need target goal condition deadline requirement cost"),
    Verb("TALKED_WITH", "speak talk confer consult negotiate", "with", "Ann Marlow spoke with Tom Reyes on Monday.",
         target="Person Organisation Place Group"),
    Verb("TALKED_WITH", "sit", "with", "Ann Marlow sat down with Tom Reyes on Monday.", only_with="down",
         target="Person Organisation Place Group"),
    Verb("TALKED_WITH", "telephone phone", "object", "Ann Marlow telephoned Tom Reyes on Monday."),
    Verb("VISITED", "visit tour", "object", "Ann Marlow visited Lima on Monday.", target="Place Organisation Person"),
    Verb("VISITED", "travel fly go", "to", "Ann Marlow travelled to Lima on Monday.", source="Person", target="Place",
         never_with="say"),  # "go to Norland and say: …"
    Verb("VISITED", "arrive", "in", "Ann Marlow arrived in Lima on Monday.", source="Person", target="Place"),
    Verb("URGED", "urge", "object", "Norland urged Sudria to sign the treaty."),
    Verb("URGED", "ask press beg implore pressure exhort", "object", "Norland asked Sudria to sign the treaty.",
         only_with="to xcomp", never_with="whether if who what when where why how you"),
    Verb("URGED", "call appeal", "on to", "Norland called on Sudria to sign the treaty.", only_with="xcomp for to",
         never_with="case ruling decision verdict sentence conviction judgment suspension"),
    Verb("PROMISED", "promise", "object", "Norland promised Sudria that it would pay."),
    Verb("PROMISED", "pledge", "to", "Norland pledged aid to Sudria."),
    Verb("THREATENED", "threaten", "object", "Norland threatened Sudria with a blockade."),
    Verb("REJECTED", "reject rebuff snub", "object", "Norland rejected Ann Marlow as a mediator."),
    Verb("SUPPORTED", "support back endorse", "object", "Norland supported Sudria in the dispute.",
         never_with="off down away"),
    Verb("CRITICISED", "criticise criticize condemn denounce rebuke lambast slam", "object",
         "Norland criticised Sudria on Monday."),
    Verb("AGREED_WITH", "agree", "with", "Norland agreed with Sudria on a price.", target="Person Organisation Place"),
    Verb("AGREED_WITH", "sign", "with", "Norland signed a treaty with Sudria.", target="Person Organisation Place"),
    Verb("AIDED", "aid assist", "object", "Norland aided Sudria after the flood."),
    Verb("AIDED", "send give donate supply provide deliver", "to", "Norland sent aid to Sudria.",
         only_with="aid assistance relief help food medicine supply"),
    Verb("SANCTIONED", "sanction", "object", "Norland sanctioned Sudria over the war."),
    Verb("SANCTIONED", "impose slap", "on against", "Norland imposed sanctions on Sudria.",
         only_with="sanction embargo", target="Place Organisation Person"),
    Verb("ATTACKED", "attack shell bombard bomb raid ambush storm invade besiege strafe torpedo", "object",
         "Norland attacked Sudria on Monday.", never_with="over as for out off idea plan"),
    Verb("ATTACKED", "target", "object", "Oslo was targeted by Norland.", only_with="by"),
    Verb("ATTACKED", "kill assassinate murder shoot stab", "object", "Rebels killed Tom Reyes in Lima.",
         target="Person Group", source="Person Organisation Group"),
    Verb("ATTACKED", "fire", "at on", "Norland fired rockets at Oslo.",
         only_with="rocket missile shell artillery mortar shot"),
    Verb("CONTROLS", "control", "object", "The rebels control Lima.", target="Place"),
    Verb("CONTROLS", "capture recapture seize occupy", "object", "Rebels captured Lima on Monday.", target="Place",
         source="Organisation Place Group"),
    Verb("RETREATED_FROM", "retreat", "from", "Rebels retreated from Lima.", target="Place"),
    Verb("RETREATED_FROM", "withdraw", "from", "Norland withdrew from Lima.", target="Place",
         never_with="application candidate"),
    Verb("RETREATED_FROM", "pull", "from", "Norland pulled out of Lima.", target="Place", only_with="out back"),
    Verb("RETREATED_FROM", "drive push force back expel oust", "from", "The rebels were driven from Lima.",
         target="Place",
         source="Group Place", only_with="nsubjpass", driven=True),
    Verb("DETAINED", "arrest detain jail imprison", "object", "Police arrested Ann Marlow on Monday."),
    Verb("DEPORTED", "deport expel extradite", "object", "Norland deported Ann Marlow on Monday."),
    Verb("PROTESTED_AGAINST", "protest demonstrate march rally", "against", "Dockers protested against Norland."),
    Verb("APPOINTED", "appoint elect nominate", "object", "Acme Holdings appointed Ann Marlow chairman.",
         target="Person"),
    Verb("ABSTAINED_FROM", "abstain", "from", "Sudria abstained from the election in Norland."),
    Verb("TRADED_WITH", "trade", "with", "Norland trades with Sudria.", source="Place Organisation",
         target="Place Organisation"),
    Verb("TRADED_WITH", "import buy purchase", "from", "Norland imports grain from Sudria.",
         source="Place Organisation", target="Place"),
    Verb("TRADED_WITH", "import buy purchase", "origin", "Norland buys Sudrian oil.",
         only_with="oil gas grain wheat coal steel goods arm weapon product crude sugar coffee rice corn",
         source="Place Organisation", target="Place"),
)  # fmt: skip

NOUNS: tuple[Noun, ...] = (
    Noun("MET", "meeting summit", "pair", "between", "The meeting between Ann Marlow and Tom Reyes ended.",
         target="Person Place Organisation"),
    Noun("MET", "meeting summit", "owner holder", "with", "Ann Marlow held a meeting with Tom Reyes."),
    Noun("TALKED_WITH", "talk negotiation discussion conversation consultation dialogue call", "pair", "between",
         "Talks between Norland and Sudria ended."),
    Noun("TALKED_WITH", "talk negotiation discussion conversation consultation dialogue call", "owner holder", "with",
         "Norland held talks with Sudria."),
    Noun("VISITED", "visit trip tour", "owner by holder", "to of", "Ann Marlow's visit to Lima ended.",
         source="Person", target="Place"),
    Noun("SUPPORTED", "support backing", "owner holder", "for", "Norland voiced support for Sudria."),
    Noun("CRITICISED", "criticism condemnation", "owner holder", "of", "Norland repeated its criticism of Sudria."),
    Noun("AGREED_WITH", "agreement treaty accord pact deal", "pair", "between",
         "A treaty between Norland and Sudria was signed."),
    Noun("AGREED_WITH", "agreement treaty accord pact deal", "owner holder", "with",
         "Norland signed a treaty with Sudria."),
    Noun("SANCTIONED", "sanction embargo", "owner holder by", "on against", "Norland's sanctions on Sudria began.",
         target="Place Organisation Person"),
    Noun("ATTACKED", "attack strike airstrike raid assault bombardment", "owner by holder", "on against",
         "Norland's attack on Oslo began.", never_with="verbal heart"),
    Noun("ATTACKED", "bombing shelling invasion bombardment", "owner by holder", "of",
         "Norland's invasion of Sudria began."),
    Noun("CONTROLS", "control", "being", "of", "Rebels are in control of Lima.", target="Place"),
    Noun("RETREATED_FROM", "withdrawal retreat pullout", "owner of by", "from",
         "The withdrawal of Norlandic troops from Lima began.",
         target="Place"),
    Noun("DETAINED", "arrest detention", "by", "of", "The arrest of Ann Marlow by Norland drew protests."),
    Noun("DEPORTED", "deportation expulsion", "by owner", "of",
         "The expulsion of Ann Marlow by Norland drew protests."),
    Noun("PROTESTED_AGAINST", "protest demonstration", "by owner", "against",
         "Protests by dockers against Norland grew."),
    Noun("TRADED_WITH", "trade", "pair", "between", "Trade between Norland and Sudria grew."),
    Noun("TRADED_WITH", "trade", "owner", "with", "Norland's trade with Sudria grew."),
)  # fmt: skip
