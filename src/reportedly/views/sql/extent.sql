-- The one row: how much the chosen claims are, and over which days they reach. Which articles and
-- which outlets tell them is kept as bits; {articles}, {outlets} are the greatest of their numbers.
WITH told AS (
    SELECT
        count(*) AS claims, count("day") AS dated,
        bitstring_agg(added, 0, {articles}) AS articles,
        bitstring_agg(outlet, 0, {outlets}) AS outlets,
        min("day")::VARCHAR AS first, max(coalesce(day_to, day_from)) AS last
    FROM ({facts})
)
SELECT
    claims, coalesce(bit_count(articles), 0) AS articles,
    (SELECT count(publisher) FROM fact_outlets WHERE get_bit(t.outlets, id) = 1) AS outlets,
    claims - dated AS undated, first, last
FROM told AS t
