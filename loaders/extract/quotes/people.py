"""Nouns that can speak without a name: persons, groups, institutions; for sources that the article does not name."""

from __future__ import annotations

_PERSONS_WORDS = """
official spokesman spokeswoman spokesperson minister analyst trader dealer economist diplomat source witness
resident reporter correspondent journalist president chairman chairwoman chief director executive officer manager
leader governor mayor senator congressman congresswoman representative deputy lawyer attorney prosecutor judge
expert professor researcher scientist doctor nurse teacher student soldier commander general colonel captain
sergeant policeman detective investigator inspector aide adviser advisor ambassador envoy negotiator mediator
delegate candidate nominee politician lawmaker legislator secretary commissioner ombudsman ombudswoman activist
campaigner protester survivor victim refugee civilian villager farmer fisherman worker miner striker driver pilot
passenger owner shareholder investor banker broker strategist consultant author writer editor columnist blogger
critic opponent supporter ally rival colleague friend neighbour neighbor relative brother sister mother father son
daughter wife husband man woman person people boy girl child parent voter citizen member neighbour head boss coach
player captain priest bishop pope rabbi imam monk king queen prince princess premier chancellor vice-president co-
founder founder entrepreneur engineer meteorologist seismologist historian biographer lecturer tenant landlord
customer employee employer operator rebel guerrilla fighter hostage prisoner defector exile migrant moderator host
anchor pundit commentator observer insider veteran attendee speaker counsel pollster surrogate republican democrat
conservative liberal economist trooper firefighter rescuer coroner
"""
PERSONS = frozenset(_PERSONS_WORDS.split())
_GROUPS_WORDS = """
government administration cabinet parliament congress senate court jury council committee commission panel board
ministry department agency office bureau embassy authority police army military navy force forces troops service
services company firm corporation group bank union party campaign opposition coalition alliance league association
federation institute university school hospital newspaper paper magazine station network channel broadcaster airline
carrier manufacturer producer exporter importer exchange fund charity organisation organization team club side camp
family community crowd public staff crew delegation movement militia junta regime kingdom state city town country
nation republic republicans democrats allies powers market markets leadership management presidency treasury
watchdog regulator think-tank tribunal cartel consortium venture unit subsidiary parent publisher retailer refiner
utility brokerage insurer lender maker developer
"""
GROUPS = frozenset(_GROUPS_WORDS.split())
_DOCUMENTS_WORDS = """
poll survey study report statement document documents letter memo email e-mail article story book analysis data
figures statistics record records transcript headline editorial ad advert advertisement video tape footage website
post tweet message note results research evidence test tests communique release filing indictment complaint lawsuit
ruling text label sign banner placard caption brochure review index
"""
DOCUMENTS = frozenset(_DOCUMENTS_WORDS.split())
"""What can be quoted but is nobody: such a quote has a source and no speaker."""
SOME = frozenset({"some", "others", "many", "several", "most", "few"})
"""Pronouns that mean somebody without a name, each time somebody else."""
ENDINGS = ("man", "woman", "men", "women", "person", "ist", "ists", "ician", "icians")


def kind_of(lemma: str, *, plural: bool) -> str | None:
    """ "Person", "Group", or None for what cannot speak."""
    lemma = lemma.lower()
    if lemma in DOCUMENTS:
        return None
    if lemma in GROUPS:
        return "Group"
    if lemma in PERSONS or lemma.endswith(ENDINGS):
        return "Group" if plural else "Person"
    return None
