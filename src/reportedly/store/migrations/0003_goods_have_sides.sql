-- Goods say who hands them over and who ends up with them, and more of their quantity and price.
-- What was stored before does not know: its sides are null until it is coded again.

-- A plain cast fills the new fields with null. (USING an expression could not be replayed from
-- the log when a process is killed.)
ALTER TABLE claims ALTER COLUMN goods SET DATA TYPE STRUCT(
    "start" INTEGER, "end" INTEGER, "text" VARCHAR, category VARCHAR, quantity DOUBLE,
    "upper" DOUBLE, unit VARCHAR, approximate BOOLEAN, giver VARCHAR, receiver VARCHAR,
    price STRUCT(amount DOUBLE, currency VARCHAR)
)[];
UPDATE claims SET goods = list_transform(goods, lambda g: {
    'start': g."start", 'end': g."end", 'text': g."text", 'category': g.category,
    'quantity': g.quantity, 'upper': g."upper", 'unit': g.unit, 'approximate': false,
    'giver': g.giver, 'receiver': g.receiver, 'price': g.price
}) WHERE len(goods) > 0;
COMMENT ON COLUMN claims.goods IS 'what is given, sought, moved or withheld; category dotted; quantity (lower bound) to upper in unit, or counted when unit is null; approximate true when the number is not exact; giver and receiver name the side, actor or recipient, that hands it over and ends up with it; price in currency; fields null when not given; empty when none is named';
