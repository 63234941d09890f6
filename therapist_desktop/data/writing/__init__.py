"""The writing room: builds and proves catalogue files. Loaded only when something is written."""
