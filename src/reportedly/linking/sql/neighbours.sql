-- A row: a kind, one of the fresh articles, and another one that shares a key of the kind with it.
-- Words and copies also want the two to lie in one span of days or in two that meet. An undated
-- article shares words with undated ones alone, and may copy whatever there is. Of copies the
-- shorter text has enough of its keys in the other one.
WITH own AS (
    SELECT article, kind, key, unnest(CASE
        WHEN kind = 'dated' OR span = -1 THEN [span]
        WHEN kind = 'copy' THEN [-1, span - 1, span, span + 1]
        ELSE [span - 1, span, span + 1]
    END) AS span
    FROM fresh
    WHERE kind <> 'copy' OR span <> -1
),
shared AS (
    SELECT own.kind, own.article AS one, beside.article AS other, count(*) AS keys
    FROM own
    JOIN link_keys AS beside
        ON beside.kind = own.kind AND beside.key = own.key AND beside.span = own.span
    WHERE beside.article <> own.article
    GROUP BY own.kind, own.article, beside.article
    UNION ALL
    SELECT 'copy', own.article, beside.article, count(*)
    FROM fresh AS own
    JOIN link_keys AS beside ON beside.kind = own.kind AND beside.key = own.key
    WHERE own.kind = 'copy' AND own.span = -1 AND beside.article <> own.article
    GROUP BY own.article, beside.article
),
sizes AS (
    SELECT article, count(*) AS keys
    FROM link_keys
    WHERE kind = 'copy' AND article IN (
        SELECT one FROM shared WHERE kind = 'copy' UNION SELECT other FROM shared WHERE kind = 'copy'
    )
    GROUP BY article
)
SELECT kind, one, other FROM shared WHERE kind <> 'copy'
UNION ALL
SELECT s.kind, s.one, s.other
FROM shared AS s
JOIN sizes AS a ON a.article = s.one
JOIN sizes AS b ON b.article = s.other
WHERE s.kind = 'copy' AND s.keys * $one_key_of >= least(a.keys, b.keys)
