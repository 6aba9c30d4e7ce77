"""The classes of errors, by kind of fact, each with an example of our own."""

from __future__ import annotations

EXAMPLES = {
    "quotes": {
        "missed, direct": 'The walls held up a sign: "We sold the bakery."',
        "missed, mixed": 'Residents have had it with what Holm terms "a summer of drills".',
        "missed, indirect": "For Holm, the tram is a waste. (no word of speech)",
        "other bounds": "Holm said the tram was late and, after a pause, left. (where does the saying end?)",
        "source not told": "It was all a mistake, came the answer.",
        "given to somebody else": "Holm met Berg, who had called the tram a waste. (given to Holm)",
        "given a source, gold has none": "It is said that the tram is late.",
        "no quote, statement": "The survey said to be lost was found.",
        "no quote, attitude": "Holm hoped for rain. (a hope; annotators often pass over it)",
    },
    "names": {
        "person for organisation": "Berg & Holm fell 3 percent.",
        "person for place": "Fire fighters left Holm at noon. (a village)",
        "organisation for person": "Avery Sound sang. (a singer)",
        "organisation for place": "Ashford beat Selby 2-1. (towns; as teams, organisations)",
        "place for person": "Florence left the hall.",
        "place for organisation": "Selby won the cup.",
        "too long": "Harbour Minister Ann Berg (the title taken into the name)",
        "too short": "the Bank of Example and Sons (cut after Example)",
        "other bounds": "the Selby-Ashford line",
        "a name of something else": "the Winter Games; the Falcon 3",
        "no name": "Dear Reader, …",
        "missed, person": "STOCKS: berg says buy",
        "missed, organisation": "The Tribune's sister paper, the Echo …",
        "missed, place": "… crossed the Lower Esk on foot.",
    },
    "places": {
        "missed": "a farm near Nether Wyke",
        "not in the gazetteer": "a road in the hamlet of Upper Slade",
        "left open": "The driver came from Springfield. (nothing says which)",
        "161 to 1,000 km off": "a town's namesake in the next province",
        "over 1,000 km off": "Paris for the one in Texas",
    },
    "dates": {
        "missed, DATE": "the eve of the vote",
        "missed, DURATION": "a good long while",
        "missed, TIME": "shortly before dawn",
        "missed, SET": "every other Sunday",
        "no date": "the Nineties Bar",
        "date for duration, or the reverse": "the year: is it the last twelve months, or this one?",
        "coarser or finer": "a year ago: the year, or the day?",
        "another day, month or year": "on Friday: the one gone, or the next?",
        "another length or word": "recent months; nearly a decade",
    },
    "coreference": {
        "pronoun left alone": "Berg met Holm. He left early.",
        "pronoun joined wrongly": "Holm's son said he would come.",
        "name left alone": "the Harbour Board … HB",
        "name joined wrongly": "Ann Berg … her brother, Berg",
        "description left alone": "Berg's yard closed. The firm had 40 workers.",
        "description joined wrongly": "The mayor, who succeeded Holm, …: the mayor",
    },
}  # fmt: skip
"""By kind of fact: the classes, each with an example of our own."""
