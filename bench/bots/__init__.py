"""The bots that are measured, each a program of its own: `python -m bench.bots.<name> <url> …`."""
