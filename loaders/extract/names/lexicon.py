"""Words that tell names apart: countries and demonyms, titles, the heads of organisations, houses that speak."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

from loaders.extract.words import wordset


@cache
def _rows() -> tuple[tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]], ...]:
    text = files("loaders.extract.names").joinpath("countries.txt").read_text(encoding="utf-8")
    made = []
    for line in text.splitlines():
        if line and not line.startswith("#"):
            names, demonyms, capitals = line.split("|")
            made.append(
                (
                    tuple(n for n in names.split(";") if n),
                    tuple(d for d in demonyms.split(",") if d),
                    tuple(c for c in capitals.split(",") if c),
                )
            )
    return tuple(made)


@cache
def countries() -> dict[str, str]:
    """Any name of a country -> the name by which entities of it are merged."""
    return {name: names[0] for names, _, _ in _rows() for name in names}


@cache
def demonyms() -> dict[str, str]:
    """As in "Russian", "Russians" -> "Russia"."""
    made: dict[str, str] = {}
    for names, words, _ in _rows():
        for word in words:
            made.setdefault(word, names[0])
            if word.endswith(
                ("an", "i", "ian", "er", "ese", "ian", "ek", "ai", "ek", "en", "ch", "av", "et", "ak", "ol")
            ):
                made.setdefault(word + "s", names[0])
    return made


@cache
def nations() -> frozenset[str]:
    """Names of countries and demonyms."""
    return frozenset(countries()) | frozenset(demonyms())


@cache
def capitals() -> dict[str, str]:
    """A capital -> its country."""
    return {capital: names[0] for names, _, found in _rows() for capital in found}


HONORIFICS = wordset(
    "mr mr. mrs mrs. ms ms. miss mister madam madame sir dame lord lady dr dr. prof prof. rev rev. fr. sen sen. "
    "rep rep. gov gov. gen gen. lt lt. col col. maj maj. capt capt. cmdr cmdr. sgt sgt. adm adm. msgr msgr. "
    "hon hon. monsieur mme mme. señor herr frau sheikh shaikh"
)
MALE = wordset(
    "mr mr. mister sir lord king prince duke emperor father fr. monsieur herr sheikh spokesman chairman "
    "congressman businessman policeman fireman businessman sportsman salesman gunman fisherman ombudsman "
    "councilman statesman man husband son brother uncle boy pope monk actor"
)
FEMALE = wordset(
    "mrs mrs. ms ms. miss madam madame dame lady queen princess duchess empress sister mme mme. frau "
    "spokeswoman chairwoman congresswoman businesswoman policewoman ombudswoman councilwoman woman wife "
    "daughter mother aunt girl actress nun widow"
)
SUFFIXES = wordset("jr jr. sr sr. ii iii iv")
"""What may stand behind a surname."""
PEOPLES = wordset(
    "muslim moslem islamic islamist jewish jew catholic protestant anglican lutheran methodist baptist presbyterian "
    "evangelical mormon hindu sikh buddhist sunni shi'ite shiite shi'a shia alawite druze copt coptic kurd kurdish "
    "hutu tutsi basque catalan tamil pashtun tatar cossack bedouin afrikaner zulu xhosa yoruba igbo hausa maori "
    "aborigine inuit romani uighur uyghur rohingya"
)
"""Those who share a faith or a descent, who are no body and no place; in the singular."""

TITLE_HEADS = wordset(
    "president vice-president premier chancellor minister secretary governor mayor senator representative "
    "congressman congresswoman deputy judge justice general colonel major captain commander admiral lieutenant "
    "sergeant marshal spokesman spokeswoman spokesperson chairman chairwoman chair chief head leader director "
    "ambassador envoy negotiator commissioner king queen prince princess emperor pope cardinal bishop "
    "archbishop rabbi imam ayatollah professor doctor lawyer attorney prosecutor analyst economist trader "
    "dealer broker coach captain striker midfielder goalkeeper manager founder owner officer official editor "
    "reporter correspondent author writer actor actress director producer singer engineer scientist researcher "
    "student activist campaigner ombudsman ombudswoman inspector constable detective sheriff superintendent "
    "councillor lawmaker legislator mp adviser advisor aide treasurer controller comptroller counsel partner "
    "executive ceo cfo coo delegate dissident candidate rebel veteran farmer teacher driver pilot speaker "
    "coordinator strategist banker premier vicar priest father sister brother nurse surgeon dean rector "
    "principal curator archaeologist historian presenter host guard warden registrar undersecretary regent "
    "sultan emir chief-of-staff fullback winger defender forward batsman bowler skipper trainer champion "
    "fisherman fisherwoman meteorologist seismologist geologist biologist physicist chemist ecologist firefighter "
    "paramedic librarian electrician technician pharmacist pensioner shopkeeper beekeeper journalist "
    "novelist psychologist sociologist criminologist epidemiologist virologist hydrologist businesswoman "
    "businessman politician diplomat"
)
"""Nouns that head a title. "Kremlin spokesman", "acting head of the State Archive"."""

TITLE_MODIFIERS = wordset(
    "prime foreign interior defense defence finance former ex acting deputy vice chief senior junior assistant "
    "executive managing general federal regional state national first then late lead head co-founder co new "
    "outgoing incoming trade health education justice economy energy agriculture farm environment transport "
    "labour labor home internal external affairs treasury attorney lord lieutenant major brigadier rear supreme "
    "world top press public relations military police financial marketing research sales assistant associate "
    "honorary interim permanent special presidential parliamentary opposition party union district county city "
    "town provincial local chief u.s. us"
)

ORGANISATION_WORDS = wordset(
    "ministry department party university college school academy institute council committee commission agency "
    "service authority bureau office union association federation confederation organisation organization "
    "league club fc corporation corp corp. inc inc. ltd ltd. co co. company plc llc pty gmbh ag sa nv spa group "
    "holdings holding bank fund foundation trust society board court tribunal parliament senate congress "
    "assembly house cabinet army navy force forces police guard command brigade regiment battalion corps front "
    "movement alliance coalition congress news agency press times post journal daily radio television tv "
    "network airlines airways air motors hospital clinic church mosque orchestra museum theatre theater "
    "laboratory laboratories industries international partners associates brothers bros securities insurance "
    "oil gas petroleum energy steel mines mining telecom communications systems technologies technology "
    "software pharmaceuticals chemical chemicals foods stores resources exchange cross crescent nations "
    "secretariat administration government centre center campaign cooperative syndicate enterprises products "
    "bancorp bancshares financial savings electric power railway railways shipping lines works worldwide watch"
)
"""A name that holds one of these as a word of its own is an organisation's, whatever the model says."""

ORGANISATION_ENDS = wordset(
    "corp corp. inc inc. ltd ltd. co co. plc llc pty gmbh ag sa s.a. nv n.v. spa s.p.a. kk ab oy asa"
)

BUSINESS_ENDS = wordset(
    "robotics logistics aerospace aviation biotech pharma media studios entertainment ventures capital properties "
    "hotels breweries brewery dynamics instruments semiconductors electronics automotive shipyards shipyard ports "
    "terminals freight transit ferries aluminium aluminum metals minerals petrochemicals refining utilities retail "
    "supermarkets foodstuffs textiles fashion apparel packaging plastics solutions networks analytics labs cars "
    "trucks engines turbines batteries solar renewables broadcasting publishing pictures records games consulting "
    "advisers advisors markets trading commodities investments assurance reinsurance leasing rentals dockyards"
)
"""The last word of the name of a business, where it has another before it."""

METONYMS: dict[str, str] = {
    "Kremlin": "Russia",
    "Pentagon": "United States",
    "White House": "United States",
    "Capitol Hill": "United States",
    "State Department": "United States",
    "Downing Street": "Britain",
    "Whitehall": "Britain",
    "Westminster": "Britain",
    "Buckingham Palace": "Britain",
    "Élysée": "France",
    "Elysee": "France",
    "Elysee Palace": "France",
    "Élysée Palace": "France",
    "Quai d'Orsay": "France",
    "Bundestag": "Germany",
    "Bundesbank": "Germany",
    "Reichstag": "Germany",
    "Knesset": "Israel",
    "Blue House": "South Korea",
    "Foreign Office": "Britain",
    "Fleet Street": "Britain",
    "Holy See": "Vatican",
    "Scotland Yard": "Britain",
    "Senate": "",
    "Congress": "",
    "Duma": "Russia",
    "Interpol": "",
    "Hamas": "",
    "Hezbollah": "",
    "Taliban": "",
    "NATO": "",
    "Nato": "",
    "OPEC": "",
    "Opec": "",
    "UN": "",
    "U.N.": "",
    "EU": "",
    "E.U.": "",
    "EC": "",
    "IMF": "",
    "United Nations": "",
    "European Union": "",
    "European Community": "",
    "European Commission": "",
    "Red Cross": "",
    "World Bank": "",
    "Security Council": "",
    "Supreme Court": "",
    "Treasury": "",
    "Fed": "",
    "Reuters": "",
    "Reuter": "",
    "AFP": "",
    "AP": "",
    "Associated Press": "",
    "Xinhua": "",
    "Itar-Tass": "",
    "TASS": "",
    "Tass": "",
    "Interfax": "",
    "BBC": "",
    "CNN": "",
    "FBI": "",
    "CIA": "",
    "KGB": "",
}
"""Houses and bodies that speak: organisations, whatever the model says. Beside each: the country meant, if one is."""

AGENCIES = wordset("AFP AP Reuters Reuter UPI DPA dpa ANSA EFE PTI IANS TASS Tass Xinhua Bloomberg CNN BBC PA")

PLACE_WORDS = wordset(
    "northwest southwest northeast southeast coast peninsula island islands river sea ocean bay gulf valley "
    "mountains mountain lake street avenue road square airport stadium beach province region county canal "
    "strait straits desert plateau basin harbour harbor park heights hills seaway "
    "drive lane blvd boulevard parkway creek forest wilderness lakeshore falls estates st. ave. rd. highway freeway "
    "interstate cemetery prairie"
)
"""The last word of a name that is a place's."""

GENERIC = wordset(
    "government cabinet party council board committee commission ministry minister parliament assembly court "
    "university college school church army navy police force bank company group union agency service department "
    "office bureau department state federal national international central western eastern northern southern "
    "north south east west labor labour democracy church bill act law constitution legislature administration "
    "opposition coalition house street road avenue river bay lake"
)
"""Words that are no name when they stand alone with a capital."""

NO_BODY = wordset(
    "cup award awards prize medal open championship championships olympics olympic games war act bill treaty "
    "accord pact agreement constitution day week year season tournament trophy classic marathon index average "
    "festival memorial code charter plan programme program policy round round-up bond bonds"
)
"""A name that ends in one of these names an event, a law or a thing, and is no entity here."""

NO_NAMES = wordset(
    "aaa aa bbb bb ccc cc monday tuesday wednesday thursday friday saturday sunday january february march "
    "april may june july august september october november december mon tue wed thu fri sat sun i the a an he "
    "she it they we you this that these those there here who what when where why how yes no ok but and or if "
    "in on at of to for from by with as not mr mrs ms dr god christmas easter ramadan internet shr net revs "
    "qtr oper avg dlrs dlr mln bln pct cts vs stg gmt est edt bst ph.d phd qc mp mps mep ceo cfo gdp web dna "
    "hiv aids covid covid-19 tv pm am ad bc"
)
"""Words with a capital that name nobody."""
