"""Publish the findings of a qualitative study as a static site."""

__version__ = "0.1.0"
