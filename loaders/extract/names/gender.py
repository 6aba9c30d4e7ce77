"""What the article shows of a person's gender: "Mr", "spokeswoman", an -ova; never more than it shows."""

from __future__ import annotations

from loaders.extract.names import lexicon
from loaders.extract.names.draft import Draft, Gender
from loaders.extract.words import wordset

# Common given names, so that "she" finds Maria and not Peter. Names that both bear are left out.
_MALE = wordset(
    "john james robert michael william david richard joseph thomas charles christopher daniel matthew anthony "
    "mark donald steven paul andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan "
    "jacob gary nicholas eric jonathan stephen larry justin scott brandon benjamin samuel gregory frank "
    "alexander raymond patrick jack dennis jerry peter henry douglas walter arthur bill bob jim joe tom mike "
    "steve dan ben sam tim nick bruce carl roger keith philip alan albert martin juan carlos jose luis miguel "
    "antonio pedro pablo jorge hans karl klaus jurgen helmut gerhard fritz wolfgang pierre jean jacques "
    "francois michel alain giovanni marco mario luigi paolo sergei sergey dmitry dmitri vladimir ivo mikhail ivan "
    "igor boris oleg alexei viktor yuri nikolai pavel andrei petro mykola volodymyr vyacheslav mohammed "
    "muhammad mohamed ahmed ali hassan hussein omar ibrahim yusuf mustafa khalid abdullah kenji hiroshi takashi "
    "yasuhiro lars erik sven anders olaf emmanuel simon neil graham nigel ian colin trevor geoffrey"
)
_FEMALE = wordset(
    "mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra "
    "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon "
    "cynthia kathleen amy angela anna ruth brenda pamela nicole katherine catherine virginia christine samantha "
    "janet carolyn rachel heather maria diane julie joyce victoria kelly christina joan evelyn judith olivia "
    "martha cheryl megan hannah jacqueline frances gloria ann anne teresa kathryn sara alice julia sophia "
    "hillary theresa ursula carla elena olga natalia irina svetlana tatiana ekaterina lyudmila lyudmyla oksana "
    "yulia mariia fatima aisha layla zainab ingrid astrid greta ana carmen isabel lucia rosa francesca giulia "
    "chiara claudia monique yuki keiko aung-san mette jane kate emma lucy"
)
GIVEN = _MALE | _FEMALE
"""Common given names."""
_FEMALE_ENDS = ("ova", "eva", "ina", "skaya", "ska", "dottir")
_MALE_ENDS = ("ov", "ev", "sky", "skiy", "skyi", "sson")


def of_person(draft: Draft) -> Gender | None:
    """Honorifics and titles first, then the given name, then the ending of a Slavic or Nordic surname."""
    words = draft.honorifics | draft.titles
    for gender, known in (("female", lexicon.FEMALE), ("male", lexicon.MALE)):
        if words & known:
            return "female" if gender == "female" else "male"
    parts = [w.casefold().rstrip(".") for w in draft.name.split()]
    if not draft.named or not parts:
        return None
    if len(parts) > 1:
        if parts[0] in _FEMALE:
            return "female"
        if parts[0] in _MALE:
            return "male"
        if parts[-1].endswith(_FEMALE_ENDS):
            return "female"
        if parts[-1].endswith(_MALE_ENDS):
            return "male"
    return None
