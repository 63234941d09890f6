"""Listings of people and places that do not exist, plainly marked as samples."""
