"""Feeds in, tasks and flows, and the command line: the only package that knows all the others."""
