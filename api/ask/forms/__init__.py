"""The sentences that are understood. Each form is tested by its examples, and by sentences that are left to others."""

from api.ask.forms.connections import CONNECTIONS
from api.ask.forms.coverage import COVERAGE
from api.ask.forms.form import Form, Kind
from api.ask.forms.happenings import HAPPENINGS
from api.ask.forms.names import NAMES
from api.ask.forms.sayings import SAYINGS

FORMS: tuple[Form, ...] = (*HAPPENINGS, *CONNECTIONS, *COVERAGE, *SAYINGS, *NAMES)
"""In this order: the first that fits is taken."""

__all__ = ["FORMS", "Form", "Kind"]
