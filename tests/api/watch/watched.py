"""A service without a database, for what is watched of it: its rows are made up."""

from __future__ import annotations

import time

from api.plan.course import Observer
from api.plan.run import Service
from api.schema import build
from graph.errors import RetryLater

POINT = "query Mayor($id: ID!) { person(id: $id) { id name } }"
SECRET = "person/signe-aas"


class Rows:
    """Answers each statement with the same row, after some time; None: the database is away."""

    def __init__(self, row: object = (), seconds: float = 0.0) -> None:
        self.row, self.seconds = row, seconds

    def one(self, *_: object, **__: object) -> object:
        time.sleep(self.seconds)
        if self.row is None:
            raise RetryLater("The database server has gone away.")
        return self.row


THERE = Rows([["person/signe-aas", "Signe Aas"]])
AWAY = Rows(None)


def service(observer: Observer) -> Service:
    """Watched by this one."""
    return Service(build(), observer=observer)
