"""The school grade of a text."""

from therapist_desktop.domain.grade import grade

EASY = (
    "The cat sat on the mat. The dog ran to the cat. They were glad to see me. I gave them milk and went home to bed. "
    * 2
)
HARD = (
    "Psychopharmacological interventions necessitate comprehensive longitudinal evaluation, particularly considering "
    "comorbid cardiovascular abnormalities, contraindications, and interindividual pharmacokinetic variability. "
) * 3


def test_short_words_in_short_sentences_read_at_a_low_grade() -> None:
    assert grade(EASY) in {0, 1}


def test_long_words_in_long_sentences_read_above_any_school() -> None:
    assert grade(HARD) in range(19, 60)


def test_a_known_text_has_its_known_grade() -> None:
    # The Gettysburg address begins with one sentence of 30 words and 45 syllables: 11.7 + 17.7 - 15.59.
    text = (
        "Four score and seven years ago our fathers brought forth on this continent a new nation, conceived in "
        "liberty, and dedicated to the proposition that all men are created equal."
    )
    assert grade(text) in {13, 14, 15}


def test_a_few_words_have_no_grade() -> None:
    assert grade("Call 988.") is None
    assert grade("") is None


def test_headings_and_short_points_do_not_make_a_text_easier() -> None:
    points = "\n".join(["Signs", "losing keys", "being late"] * 20)
    assert grade(f"{HARD}\n{points}") == grade(HARD)
