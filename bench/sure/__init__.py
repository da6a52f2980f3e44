"""The confidence of claims: fitted on what readers marked and judged, and held against it."""
