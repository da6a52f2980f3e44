-- Adds what is not there yet: a score says the same of the same two claims every time.
INSERT INTO decisions (one, other, verdict, score, reasons, "by", linker, made)
SELECT one, other, verdict, score, reasons, "by", linker, made
FROM incoming AS i
WHERE i."by" = 'person' OR NOT EXISTS (
    SELECT 1 FROM decisions AS d
    WHERE d.one = i.one AND d.other = i.other AND d."by" = i."by" AND d.linker = i.linker
)
ORDER BY one, other
