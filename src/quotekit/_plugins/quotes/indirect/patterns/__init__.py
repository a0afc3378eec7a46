"""Propose: what the syntax around a cue shows, from closed classes and tables alone."""
