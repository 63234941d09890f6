"""What a screen reader gets to see of a running program, told line by line as JSON. Runs on the system's own Python.

Commands come on standard input: "tree", "press ROLE/NAME", "focus ROLE/NAME", "heard ROLE/NAME" (what has the
keyboard in there).
"""

import json
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import gi  # type: ignore[import-not-found] # belongs to the system's own Python

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found] # noqa: E402 - only after its version was named

PATIENCE, MOST_CHILDREN = 60.0, 40
STATES = {
    "focusable": Atspi.StateType.FOCUSABLE,
    "focused": Atspi.StateType.FOCUSED,
    "showing": Atspi.StateType.SHOWING,
}


def main() -> None:
    """Answer one line for each command."""
    program = wait_for(program_on_the_desktop)
    say({"program": program.get_name()})
    for line in sys.stdin:
        command, _, wanted = line.strip().partition(" ")
        if command == "tree":
            say(told(program))
        elif command == "press":
            Atspi.Action.do_action(wait_for(partial(named, program, wanted)), 0)
            say({"pressed": wanted})
        elif command == "focus":
            Atspi.Component.grab_focus(wait_for(partial(named, program, wanted)))
            say({"focused": wanted})
        elif command == "heard":
            inside = wait_for(partial(named, program, wanted))
            say([told(node, deep=0) for node in every(inside) if node.get_state_set().contains(STATES["focused"])])


def named(program: Any, wanted: str) -> Any:
    """The first of this role and name."""
    role, _, name = wanted.partition("/")
    return first(program, lambda one: one.get_role_name() == role and one.get_name() == name)


def program_on_the_desktop() -> Any:
    """The one program that shows a window."""
    desktop = Atspi.get_desktop(0)
    for place in range(desktop.get_child_count()):
        program = desktop.get_child_at_index(place)
        if program is not None and "erapist" in program.get_name() and program.get_child_count():
            return program
    return None


def wait_for(look: Callable[[], Any]) -> Any:
    """Ask until there is an answer."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            found = look()
        except GLib.GError:
            found = None
        if found is not None:
            return found
        GLib.MainContext.default().iteration(False)
    sys.exit("nothing there")


def every(node: Any) -> Iterator[Any]:
    """The node and all below it."""
    yield node
    for place in range(min(node.get_child_count(), MOST_CHILDREN)):
        child = node.get_child_at_index(place)
        if child is not None:
            yield from every(child)


def first(node: Any, is_it: Callable[[Any], bool]) -> Any:
    """The first in the tree that is it."""
    return next((one for one in every(node) if is_it(one)), None)


def told(node: Any, deep: int = 40) -> Any:
    """A part of the tree as plain values."""
    states = node.get_state_set()
    count = node.get_child_count() if deep else 0
    children = [node.get_child_at_index(place) for place in range(min(count, MOST_CHILDREN))]
    return {
        "role": node.get_role_name(),
        "name": node.get_name(),
        "description": node.get_description(),
        "states": [name for name, state in STATES.items() if states.contains(state)],
        "children": [told(child, deep - 1) for child in children if child is not None],
    }


def say(value: object) -> None:
    """One answer."""
    print(json.dumps(value), flush=True)


main()
