"""How good and how fast the coder is, measured on sets that the project does not hold.

`python -m bench --shared FOLDER` runs every scorer in a fixed order, prints one table and
compares it with `bench/baseline.json`. docs/benchmarks.md says what each figure means.
"""
