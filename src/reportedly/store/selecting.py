"""What a store is asked for its own records: articles with their sections, claims as coded."""

from __future__ import annotations

from reportedly.store.rows import CLAIM_SCHEMA

CLAIM_COLUMNS = ", ".join(f'"{name}"' for name in CLAIM_SCHEMA.names)
AS_CODED = f"""
SELECT {", ".join(f'c."{name}"' for name in CLAIM_SCHEMA.names)}
FROM claims AS c
JOIN (SELECT position, added FROM ({{chosen}})) AS f
    ON f.added = c.added AND f.position = c.position
ORDER BY f.added, c.position
"""
ARTICLES = """
SELECT a.*, coalesce((
    SELECT list({'kind': s.kind, 'start': s."start", 'end': s."end", 'author': s.author,
                 'time': s."time", 'level': s.level, 'pair': s.pair} ORDER BY s.number)
    FROM sections AS s WHERE s.article = a.id
), []) AS sections
FROM articles AS a
"""
COUNTS = """
SELECT
    (SELECT count(*) FROM articles) AS articles,
    (SELECT count(*) FROM sections) AS sections,
    (SELECT count(*) FROM claims) AS claims,
    (SELECT count(*) FROM claims WHERE section = 'comment') AS comment_claims,
    (SELECT count(*) FROM problems) AS problems
"""
