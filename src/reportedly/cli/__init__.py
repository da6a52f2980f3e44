"""The command line: one file per command group. `reportedly --help` names the commands."""

from reportedly.cli.app import app, main

__all__ = ["app", "main"]
