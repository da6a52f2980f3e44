-- Adds to claim_facts the new claims.
INSERT INTO claim_facts BY NAME
SELECT
    number, added, position, f.id, m.id AS manner, s.id AS sides, v.id AS speech, g.id AS wares,
    p.id AS place, o.id AS outlet, confidence, published, day_from, day_to, "day"
FROM fresh_facts AS f
JOIN fact_manners AS m ON m.key = manner_key
JOIN fact_sides AS s ON s.key = sides_key
JOIN fact_speech AS v ON v.key = speech_key
JOIN fact_goods AS g ON g.key = wares_key
LEFT JOIN fact_places AS p ON p.key = place_key
JOIN fact_outlets AS o ON o.key = outlet_key
ORDER BY number
