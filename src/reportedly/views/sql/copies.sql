-- Rows of four parts, told apart by part, about the reports of events that copy another one:
-- all     one row: how many copies (article × article that it copies) changed so much as $change;
--         "any": something; "none": nothing; null: all
-- change  one kind of change, with how many copies made one, whatever $change is
-- outlet  one outlet of copies, with how many change nothing, and how many changes there are
-- copy    one of the copies of the page, by place: those that changed something first, then the last;
--         events: the chosen ones that both tell
WITH chosen AS MATERIALIZED (
    SELECT event, article, from_article, outlet, published, kinds FROM event_copies WHERE {where}
),
copies AS MATERIALIZED (
    SELECT
        any_value(article) AS article, any_value(from_article) AS from_article,
        any_value(outlet) AS outlet, any_value(published) AS published,
        sum(len(kinds))::BIGINT AS number,
        count(*) FILTER (CASE
            WHEN $change IS NULL THEN true
            WHEN $change = 'any' THEN len(kinds) > 0
            ELSE list_contains(kinds, $change)
        END) AS fits
    FROM chosen GROUP BY hash(article, from_article)  -- sooner than by the words
),
fitting AS MATERIALIZED (
    SELECT * FROM copies
    WHERE CASE WHEN $change = 'none' THEN number = 0 ELSE fits > 0 END
),
page AS (
    SELECT
        article, from_article,
        row_number() OVER (
            ORDER BY number = 0, published DESC NULLS LAST, article, from_article
        ) AS place
    FROM fitting
    ORDER BY number = 0, published DESC NULLS LAST, article, from_article
    LIMIT $rows OFFSET $first
),
kinds AS (
    SELECT kind, count(DISTINCT hash(article, from_article)) AS copies
    FROM (SELECT article, from_article, unnest(list_distinct(kinds)) AS kind FROM chosen)
    GROUP BY kind
),
parts AS (
    SELECT
        'all' AS part, NULL AS "name", NULL AS source, count(*) AS copies, 0 AS faithful,
        0 AS changes, 0 AS place, NULL::VARCHAR[] AS events
    FROM fitting
    UNION ALL SELECT 'change', kind, NULL, copies, 0, 0, -copies, NULL FROM kinds
    UNION ALL
    SELECT
        'outlet', outlet, NULL, count(*), count(*) FILTER (number = 0), sum(number)::BIGINT,
        -sum(number)::BIGINT, NULL
    FROM copies GROUP BY outlet
    UNION ALL
    SELECT 'copy', c.article, c.from_article, 0, 0, 0, any_value(place), list(event ORDER BY event)
    FROM page AS p
    JOIN chosen AS c ON c.article = p.article AND c.from_article = p.from_article
    GROUP BY c.article, c.from_article
)
SELECT * FROM parts ORDER BY part, place, copies DESC, "name" NULLS LAST
