"""The twenty most frequent topics of the news archive, in words that somebody might search by.

The archive marks its articles with short codes; the words beside them are ours, what a code means in plain English. All
ways of searching are asked the same words. Each second topic, from the first on, was looked at while the search was
tuned, and the others were not.
"""

from __future__ import annotations

TOPICS = {
    "acq": "mergers and acquisitions",
    "earn": "company earnings",
    "crude": "crude oil",
    "money-fx": "foreign exchange",
    "trade": "international trade",
    "grain": "grain",
    "interest": "interest rates",
    "ship": "shipping",
    "wheat": "wheat",
    "corn": "corn",
    "gnp": "gross national product",
    "oilseed": "oilseeds",
    "sugar": "sugar",
    "dlr": "US dollar",
    "coffee": "coffee",
    "gold": "gold",
    "veg-oil": "vegetable oil",
    "nat-gas": "natural gas",
    "soybean": "soybeans",
    "livestock": "livestock",
}
"""By the archive's code, in the order of how many articles have it."""
