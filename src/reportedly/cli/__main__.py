"""`python -m reportedly.cli` does what `reportedly` does."""

from reportedly.cli.app import main

main()
