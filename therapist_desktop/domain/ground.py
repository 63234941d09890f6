"""Distances over the ground, on the square map of domain/mapping.py."""

from __future__ import annotations

import math

from therapist_desktop.domain.mapping import lat_lon_of, world_of

EARTH_MILES = 3958.8


def ring_around(latitude: float, longitude: float, miles: float, corners: int = 120) -> tuple[tuple[float, float], ...]:
    """The points on the map that are so many miles away over the ground: a circle there, on the map not quite."""
    angle = miles / EARTH_MILES
    phi = math.radians(latitude)
    ring = []
    for corner in range(corners):
        bearing = 2 * math.pi * corner / corners
        lift = math.sin(phi) * math.cos(angle) + math.cos(phi) * math.sin(angle) * math.cos(bearing)
        there = math.asin(max(-1.0, min(1.0, lift)))
        east = math.sin(bearing) * math.sin(angle) * math.cos(phi)
        swing = math.atan2(east, math.cos(angle) - math.sin(phi) * math.sin(there))
        ring.append(world_of(math.degrees(there), longitude + math.degrees(swing)))
    return tuple(ring)


def miles_across(y: float, width: float) -> float:
    """How many miles a short way to the east is, at this height of the map."""
    latitude, _ = lat_lon_of(0.5, y)
    return width * 2 * math.pi * EARTH_MILES * math.cos(math.radians(latitude))
