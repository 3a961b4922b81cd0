"""Pages that name officers and tell of nobody's misconduct: whoever is read out of them is wronged. All invented."""

from __future__ import annotations

import pytest

from peelian.documents import Document
from peelian.reading import read

NOBODYS = {
    "a motorist who hurt officers": """Drink-driver who rammed police car jailed

A motorist who rammed a police car during a 100mph chase through Telford has been jailed for 20 months.

Lee Cartwright, 31, of Donnington, injured PC Amy Salter and PC Tom Brereton when he reversed into their patrol car on Boxing Day.

Cartwright admitted dangerous driving, drink driving and two counts of assaulting an emergency worker at Shrewsbury Crown Court.

PC Salter, who suffered whiplash, told the court she had been off work for six weeks.

Sergeant Phil Dance, of West Mercia Police, said: "I would like to pay tribute to the officers' bravery."
""",
    "a detective's book": """Retired detective reveals how he caught serial rapist

Former Detective Superintendent Gordon Keane, who led the hunt for the 'Night Creeper', has written a book.

Keane, 68, spent 31 years with Sussex Police. Dennis Oakley was jailed for life in 1994 for nine rapes.

"He looked like anybody's uncle," said Keane at a signing in Brighton.
""",
    "a chief constable who retires": """Chief constable to retire after 34 years

Chief Constable Janet Alderson is to retire in April after more than three decades in policing.

She joined Lincolnshire Police as a constable in 1988 and has led the force since 2018.

Police and Crime Commissioner Mark Riddle said she had "transformed the force".

The PCC will begin recruiting her successor this month. Deputy Chief Constable Simon Peel will act as temporary chief constable.
""",
    "an officer who was stalked": """Ex-partner stalked police officer for two years

A woman police officer was stalked by her former partner for two years, a court heard.

Kieran Malloy, 37, a plumber, pleaded guilty to stalking involving serious alarm or distress at Bolton Crown Court.

He sent the Greater Manchester Police sergeant more than 3,000 texts. She has since moved house.

He was given a 14-month sentence suspended for two years.
""",
    "a man who posed as an officer": """Fake cop jailed for conning pensioners

A conman who posed as a police officer to steal £80,000 from pensioners has been jailed for five years.

Ricky Dean, 26, told victims he was Detective Constable James Wright of the Metropolitan Police.

Det Con Louise Farr, of Surrey Police, said Dean was "a callous criminal".
""",
    "a prison officer": """Prison officer jailed for affair with inmate

Prison officer Kelly Stride, 29, was jailed for 12 months for misconduct in public office after an affair with an inmate at HMP Lowdham.

Nottinghamshire Police's prison intelligence officer PC Dave Marlow said the case was a warning to others.
""",
}


@pytest.mark.parametrize("page", NOBODYS)
def test_nobody_is_read_out_of_a_page_about_somebody_else(page: str) -> None:
    assert read(Document("nobody", NOBODYS[page])).subjects == []
