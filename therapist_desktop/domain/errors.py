"""The one tree of things that can go wrong and be explained to a person.

Each class holds one sentence that says what is wrong and one that says what to do. The command line prints them as
they are; the window looks them up in its translations first. What is not in this tree is a bug.
"""

from typing import ClassVar

from therapist_desktop.domain.text import one_line


class Trouble(Exception):
    """Something the person using the program can understand and act on."""

    sentence: ClassVar[str] = "Something went wrong: {what}."
    next_step: ClassVar[str] = "Try again; if it happens again, send the log file to your support contact."
    exit_code: ClassVar[int] = 1

    def __init__(self, **facts: object) -> None:
        super().__init__(self.sentence.format(**facts))
        self.facts = facts

    def line(self) -> str:
        """What is wrong and what to do next, in one line."""
        return one_line(f"{self} {self.next_step.format(**self.facts)}")


class Outdated(Exception):
    """A question whose answer nobody waits for any more was given up. It is never shown."""


class Refusal(Trouble):
    """What was offered is not trusted. Nothing was changed."""

    exit_code = 3


class UsageTrouble(Trouble):
    """The command or the input was asked for in a way that has no answer."""

    sentence = "{what}."
    next_step = "Run the command with --help to see how it is used."
    exit_code = 2


class DataFileBroken(Trouble):
    """A data file cannot be used as a whole."""

    sentence = "The data file {file} cannot be used: {what}."
    next_step = "Ask the publisher for the file again; the release you have stays in use."


class FormatTooNew(Trouble):
    """A data file is written in a format this version does not know."""

    sentence = "The data file {file} is written in format {found}; this program reads format {known}."
    next_step = "Update the program; the release you have stays in use."


class CatalogueDamaged(Trouble):
    """The catalogue on this machine does not read back as it was written."""

    sentence = "The catalogue on this machine is damaged: {what}."
    next_step = "Sync again to load it anew; your own notes are not affected."


class NoCatalogue(Trouble):
    """There is no release on this machine yet."""

    sentence = "There is no directory on this machine yet ({folder})."
    next_step = "Run therapist-desktop sync --source ADDRESS --trust root.json, or open the window once."


class NoStarter(Trouble):
    """The release that comes with the program is not there."""

    sentence = "The starter release that belongs to this program is missing."
    next_step = (
        "Install the program again, or load a release with therapist-desktop sync --source ADDRESS --trust root.json."
    )


class LocalStepsDamaged(Trouble):
    """The clinic's own crisis steps cannot be read."""

    sentence = "The crisis steps of this clinic cannot be read ({file})."
    next_step = "Write them again: File, Crisis steps of this clinic. The national lines are all there."


class DiskFull(Trouble):
    """There is no room left on the disk."""

    sentence = "There is no room left on the disk for {what}."
    next_step = "Free some space and try again; nothing was changed."


class LoadingStopped(Trouble):
    """A process that loads a release was ended from outside, most likely for want of memory."""

    sentence = "Loading the release stopped in the middle: a part of the program was ended by the system ({what})."
    next_step = "Close other programs if memory is short and try again; the release you have stays in use."


class NotWritable(Trouble):
    """A file or folder cannot be written."""

    sentence = "{file} cannot be written: {what}."
    next_step = "Check that the folder exists and is yours to write; nothing was changed."


class ShelfBusy(Trouble):
    """Another sync is running on the same data folder."""

    sentence = "Another sync is already running on this data folder."
    next_step = "Wait for it to end, then try again."


class Unreachable(Trouble):
    """The source does not answer."""

    sentence = "The source {address} cannot be reached: {what}."
    next_step = "Check the network or the address; you can go on working with the release you have."


class NotASource(Trouble):
    """What was named as a source is not one."""

    sentence = "{address} is not a source of releases: {what}."
    next_step = "Name the folder or address that holds the publisher's metadata and targets folders."


class NoSource(UsageTrouble):
    """A sync was asked for and no source is known."""

    sentence = "No source is set."
    next_step = "Name one: therapist-desktop sync --source ADDRESS --trust root.json."


class Cancelled(Trouble):
    """The person stopped it."""

    sentence = "Stopped. Nothing was changed."
    next_step = "Start it again whenever you like."


class NotFound(Trouble):
    """Nothing in the catalogue has this id."""

    sentence = "Nothing with the id {id} is in this release."
    next_step = "Look it up with therapist-desktop search or therapist-desktop library."


class UnknownValue(UsageTrouble):
    """A facet, a value or a place that the release does not know."""

    sentence = "{what} is not known in this release."
    next_step = "{hint}"


class UnknownPlace(UnknownValue):
    """A place that the release does not know."""


class NotTrusted(Refusal):
    """The publisher's signatures do not hold."""

    sentence = "The file is not from the publisher or was damaged ({what})."
    next_step = "Nothing was changed; ask the publisher, and do not use this source until they answer."


class NoTrust(Refusal):
    """A new source was named without the publisher's root key file."""

    sentence = "The source {address} is new on this machine and nothing says whom to trust."
    next_step = "Hand over the publisher's key file once with --trust root.json."


class RolledBack(Refusal):
    """An older release than the one seen before was offered."""

    sentence = "The source offers release {offered}, older than release {seen} that this machine has had."
    next_step = "Nothing was changed; ask the publisher why the source went back."


class SteppedBack(RolledBack):
    """Older signatures than the ones seen before were offered."""

    sentence = "The source {address} offers older signatures than this machine has seen ({what})."


class Expired(Refusal):
    """The publisher's signature ran out."""

    sentence = "The publisher's signature ran out ({what})."
    next_step = (
        "Your data stays usable; ask the publisher to sign again, and check this computer's clock. "
        "A folder can be taken up to a year late with --accept-expired."
    )


class Shrunk(Refusal):
    """The new release holds far fewer records than the one in use."""

    sentence = "Release {offered} holds {now} {kind} records, {percent} % fewer than the {before} in use."
    next_step = "If that is right, sync again with --accept-shrink; nothing was changed."


class WrongState(Refusal):
    """What was built does not add up to what the publisher signed."""

    sentence = "The records do not add up to what the publisher signed (expected {expected}, found {found})."
    next_step = "Nothing was changed; sync again, and ask the publisher if it happens twice."


class NotebookTrouble(Trouble):
    """The person's own notebook cannot be read or written. What was noted before stays as it is."""

    sentence = "The notebook {file} cannot be used: {what}."
    next_step = "Close other programs that may use it and try again; everything noted before is as it was."


class NotebookFull(NotebookTrouble):
    """There is no room left on the disk for a note."""

    sentence = "There is no room left on the disk to write in the notebook."
    next_step = "Free some space and note it again; everything noted before is safe."


class NotebookNotWritable(NotebookTrouble):
    """The notebook's file or folder cannot be written."""

    sentence = "The notebook {file} cannot be written: {what}."
    next_step = "Check that its folder exists and is yours to write; everything noted before is as it was."


class NotebookBusy(NotebookTrouble):
    """Another program holds the notebook for longer than anybody waits."""

    sentence = "Another window or program is writing in the notebook."
    next_step = "Wait a moment and note it again; everything noted before is safe."


class NotebookDamaged(NotebookTrouble):
    """The notebook does not read back as it was written. It is left where it is, and a good copy is named."""

    sentence = "The notebook {file} is damaged ({what}). It was left as it is."
    next_step = "The newest good copy is {copy}: close the program and put that in the place of the damaged file."


class NotebookLost(NotebookDamaged):
    """The notebook is damaged, and no copy of it is good."""

    next_step = "There is no good copy. Keep the damaged file for somebody who can rescue data, and move it elsewhere."


class NotebookTooNew(NotebookTrouble):
    """A newer version of the program has written the notebook."""

    sentence = "The notebook {file} was last used by a newer version of this program."
    next_step = "Update the program; nothing in the notebook was changed."


class NotANotebook(NotebookTrouble):
    """Another kind of file lies where the notebook belongs."""

    sentence = "The file {file} is not a notebook of this program. It was left as it is."
    next_step = "Move that file elsewhere; a new notebook is begun then."


class NotTheDirectory(Trouble):
    """An input file is not the kind of file that was asked for."""

    sentence = "{file} is not {expected}: {what}."
    next_step = "Download the file again from its owner's page and import that."


class WorkBroken(Trouble):
    """A file in a publisher's work folder cannot be read."""

    sentence = "{file}, line {line}: {what}."
    next_step = "Correct that line and run the command again; nothing was published."


class KeysUnusable(Trouble):
    """The publisher's keys cannot sign this release."""

    sentence = "The keys in {folder} cannot be used: {what}."
    next_step = "Name the folder that therapist-publish init made, or take the keys from your safe copy."


class VoiceUnheard(Trouble):
    """No voice of this machine could be started, or none was heard."""

    sentence = "The page cannot be read aloud: no voice of this machine could be heard."
    next_step = "See whether the machine plays sound and its speech program works, then try again."
