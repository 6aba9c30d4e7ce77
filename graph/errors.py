"""What can go wrong, named by what the one who sees it does next.

    NewsgraphError
    ├── FixInput          mend the article, file or option and try again
    │   ├── KeyReused     the key stands for another change already
    │   ├── AddressRefused the address is none that may be fetched from
    │   ├── NotFetched    what it leads to does not answer with an article
    │   └── BeginAnew     the place in the order of arrival is of another graph, or of one that was restored
    ├── FixSettings       mend the settings or the machine (port, directory, disk, password)
    ├── AskDifferently    the question was understood but is not answered as put
    │   ├── NotARead      it would change something, or administer the server
    │   ├── TooMuch       it ran over the limit of time, rows or memory
    │   ├── NoCaller      it needs a token that is known
    │   ├── NotAllowed    the token may not do it
    │   ├── Ambiguous     several answer to that name; `candidates` lists them
    │   └── NotUnderstood the sentence is none of the known forms; `forms` lists an example of each
    ├── RetryLater        the store does not answer just now; nothing was lost, go on later
    │   ├── Overloaded    the service has as much to do as it takes on; `wait` says for how long
    │   └── RateLimited   this client has asked for more than its share; `wait` says for how long
    ├── FetchAgain        a download did not finish; what was fetched is kept
    └── RepairStore       the store is of another format, damaged, or not ours
        └── WrongData     one value in it is none that there can be; all else is answered

Every message is one line: what, where. `remedy` is one line: what to do.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence


class NewsgraphError(Exception):
    """Base of all errors that a user may see.

    `code` is the stable name in GraphQL's `extensions.code`, `exit_code` the status of the command line.
    """

    code = "INTERNAL"
    exit_code = 1

    def __init__(self, message: str, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class FixInput(NewsgraphError):
    """The article, file or option is not as it must be."""

    code = "BAD_INPUT"
    exit_code = 3


class BeginAnew(FixInput):
    """There is nothing at this place, and there may be nothing before it: ask for what is there."""


class KeyReused(FixInput):
    """The idempotency key stands for a change with other input."""

    code = "KEY_REUSED"


class AddressRefused(FixInput):
    """An address that is not of the public web, or leads away from it."""

    code = "URL_REFUSED"


class NotFetched(FixInput):
    """An address that does not answer, or not with an article."""

    code = "URL_NOT_FETCHED"


class FixSettings(NewsgraphError):
    """The settings or the machine stand in the way."""

    code = "BAD_SETTINGS"
    exit_code = 4


class AskDifferently(NewsgraphError):
    """The question is not answered as put."""

    code = "BAD_REQUEST"
    exit_code = 5


class NotARead(AskDifferently):
    """The statement writes or administers; the read-only door is closed to it."""

    code = "READ_ONLY"


class TooMuch(AskDifferently):
    """The question ran over a limit of time, rows or memory."""

    code = "LIMIT_EXCEEDED"


class NoCaller(AskDifferently):
    """It is answered only to callers that are known, and this one is not."""

    code = "UNAUTHENTICATED"


class NotAllowed(AskDifferently):
    """The caller is known and may not do this."""

    code = "FORBIDDEN"


class Ambiguous(AskDifferently):
    """Several nodes answer to a name. `candidates`: one mapping each with `id`, `name` and `hint`."""

    code = "AMBIGUOUS"

    def __init__(self, message: str, remedy: str = "", candidates: Sequence[Mapping[str, str]] = ()) -> None:
        super().__init__(message, remedy)
        self.candidates = tuple(candidates)


class NotUnderstood(AskDifferently):
    """A question in words is none of the known forms. `forms`: an example of each."""

    code = "NOT_UNDERSTOOD"

    def __init__(self, message: str, remedy: str = "", forms: Sequence[str] = ()) -> None:
        super().__init__(message, remedy)
        self.forms = tuple(forms)


class RetryLater(NewsgraphError):
    """The store is away. What was acknowledged is safe."""

    code = "STORE_UNAVAILABLE"
    exit_code = 6


class Overloaded(RetryLater):
    """The service has as much to do as it takes on. `wait`: seconds after which it is worth asking again."""

    code = "OVERLOADED"

    def __init__(self, message: str, remedy: str = "", wait: int = 1) -> None:
        super().__init__(message, remedy)
        self.wait = wait


class RateLimited(RetryLater):
    """This client has asked for more than its share. `wait`: seconds until what it asks for is free again."""

    code = "RATE_LIMITED"

    def __init__(self, message: str, remedy: str = "", wait: int = 1) -> None:
        super().__init__(message, remedy)
        self.wait = wait


class FetchAgain(NewsgraphError):
    """A download broke off or brought a wrong file."""

    code = "FETCH_FAILED"
    exit_code = 7


class RepairStore(NewsgraphError):
    """The store is of another format, damaged, or belongs to somebody else."""

    code = "STORE_UNUSABLE"
    exit_code = 8


class WrongData(RepairStore):
    """One value in the store is missing, or none that there can be: somebody else has written it."""

    code = "BAD_DATA"
