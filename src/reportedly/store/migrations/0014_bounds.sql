-- A number that is a lower bound says so. What was stored before does not know until it is coded again.

-- no column of a table with an index can be altered; 0015 makes it again
DROP INDEX claims_added;
ALTER TABLE claims ALTER COLUMN goods SET DATA TYPE STRUCT(
    "start" INTEGER, "end" INTEGER, "text" VARCHAR, category VARCHAR, quantity DOUBLE,
    "upper" DOUBLE, unit VARCHAR, approximate BOOLEAN, at_least BOOLEAN, giver VARCHAR,
    receiver VARCHAR, price STRUCT(amount DOUBLE, currency VARCHAR)
)[];
UPDATE claims SET goods = list_transform(goods, lambda g: {
    'start': g."start", 'end': g."end", 'text': g."text", 'category': g.category,
    'quantity': g.quantity, 'upper': g."upper", 'unit': g.unit, 'approximate': g.approximate,
    'at_least': false, 'giver': g.giver, 'receiver': g.receiver, 'price': g.price
}) WHERE len(goods) > 0;
COMMENT ON COLUMN claims.goods IS 'what is given, sought, moved or withheld; category dotted; quantity (lower bound) to upper in unit, or counted when unit is null; approximate true when the number is not exact; at_least true when quantity is a lower bound alone; giver and receiver name the side, actor or recipient, that hands it over and ends up with it; price in currency; fields null when not given; empty when none is named';
