"""The lines the crisis page always has, even with an empty or damaged catalogue."""

from datetime import date

from therapist_desktop.domain.library import Hotline
from therapist_desktop.domain.phone import Phone

VERIFIED_ON = date(2026, 11, 23)
SOURCE = "Built into the program"

EMERGENCY = Hotline(
    id="hotline:911",
    title="Emergency services",
    what_for="Somebody is in danger now: police, fire, ambulance.",
    phones=(Phone(number="911"),),
    hours="24 hours, every day",
    verified_on=VERIFIED_ON,
    source=SOURCE,
    title_es="Servicios de emergencia",
    what_for_es="Alguien está en peligro ahora: policía, bomberos, ambulancia.",
)

LIFELINE = Hotline(
    id="hotline:988",
    title="988 Suicide & Crisis Lifeline",
    what_for="Thoughts of suicide, a mental-health crisis, or worry about somebody else.",
    phones=(Phone(number="988"), Phone(number="988", type="text")),
    hours="24 hours, every day",
    chat="https://988lifeline.org",
    notes="After calling: press 1 for veterans, 2 for Spanish.",
    languages=("English", "Spanish"),
    verified_on=VERIFIED_ON,
    source=SOURCE,
    title_es="988 Línea de Prevención del Suicidio y Crisis",
    what_for_es="Pensamientos de suicidio, una crisis de salud mental o preocupación por otra persona.",
    notes_es="Al llamar, oprima 2 para español; los veteranos oprimen 1. Por mensaje de texto, envíe AYUDA al 988.",
)

BUILT_IN: tuple[Hotline, ...] = (
    EMERGENCY,
    LIFELINE,
    Hotline(
        id="hotline:crisis-text-line",
        title="Crisis Text Line",
        what_for="Any crisis, by text message, for somebody who cannot or will not talk.",
        phones=(
            Phone(number="741741", type="text", keyword="HOME"),
            Phone(number="741741", type="text", keyword="AYUDA", label="Spanish"),
        ),
        hours="24 hours, every day",
        languages=("English", "Spanish"),
        verified_on=VERIFIED_ON,
        source=SOURCE,
        title_es="Crisis Text Line (ayuda por mensaje de texto)",
        what_for_es="Cualquier crisis, por mensaje de texto, para quien no puede o no quiere hablar.",
    ),
    Hotline(
        id="hotline:samhsa-helpline",
        title="SAMHSA National Helpline",
        what_for="Where to find treatment for mental health or substance use. Referral, not counseling.",
        phones=(Phone(number="8006624357"), Phone(number="8004874889", type="tty")),
        hours="24 hours, every day",
        languages=("English", "Spanish"),
        verified_on=VERIFIED_ON,
        source=SOURCE,
        title_es="Línea Nacional de Ayuda de SAMHSA",
        what_for_es="Dónde encontrar tratamiento de salud mental o de adicciones. Orienta, no da consejería.",
    ),
)
