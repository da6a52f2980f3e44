"""Keys that names are looked up by, and other ways to write a name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: usual abbreviations of US states, with their points, beside the two-letter postal codes
STATE_SHORT = {
    **{"Ala.": "AL", "Ariz.": "AZ", "Ark.": "AR", "Calif.": "CA", "Cal.": "CA", "Colo.": "CO"},
    **{"Conn.": "CT", "Del.": "DE", "Fla.": "FL", "Ga.": "GA", "Ill.": "IL", "Ind.": "IN"},
    **{"Kan.": "KS", "Kans.": "KS", "Ky.": "KY", "La.": "LA", "Md.": "MD", "Mass.": "MA"},
    **{"Mich.": "MI", "Minn.": "MN", "Miss.": "MS", "Mo.": "MO", "Mont.": "MT", "Neb.": "NE"},
    **{"Nebr.": "NE", "Nev.": "NV", "N.H.": "NH", "N.J.": "NJ", "N.M.": "NM", "N.Y.": "NY"},
    **{"N.C.": "NC", "N.D.": "ND", "Okla.": "OK", "Ore.": "OR", "Pa.": "PA", "Penn.": "PA"},
    **{"R.I.": "RI", "S.C.": "SC", "S.D.": "SD", "Tenn.": "TN", "Tex.": "TX", "Vt.": "VT"},
    **{"Va.": "VA", "Wash.": "WA", "W.Va.": "WV", "W. Va.": "WV", "Wis.": "WI", "Wyo.": "WY"},
    **{"D.C.": "DC", "Wisc.": "WI", "Oreg.": "OR", "Tx.": "TX", "L.A.": "Los Angeles"},
}
#: names that countries go by in news, beyond the gazetteer's own
COUNTRY_SHORT = {
    **{"US": "USA", "U.S.": "USA", "U.S.A.": "USA", "USA": "USA", "America": "USA"},
    **{"the United States": "USA", "United States of America": "USA", "UK": "GBR"},
    **{"U.K.": "GBR", "Britain": "GBR", "Great Britain": "GBR", "UAE": "ARE", "Emirates": "ARE"},
    **{"Burma": "MMR", "Ivory Coast": "CIV", "Czech Republic": "CZE", "Holland": "NLD"},
    **{"Turkey": "TUR", "DRC": "COD", "DR Congo": "COD", "Congo": "COD", "Macedonia": "MKD"},
    **{"Swaziland": "SWZ", "Cape Verde": "CPV", "East Timor": "TLS", "North Korea": "PRK"},
    **{"Georgian": "GEO", "Georgians": "GEO", "Cypriot": "CYP", "Cypriots": "CYP"},
    **{"South Korea": "KOR", "Korea": "KOR", "Vatican": "VAT", "the Vatican": "VAT"},
}

_ABBREVIATIONS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort"}
_WORD = re.compile(r"[^\W_]+")
_LEADING = re.compile(
    r"^(?:the\s+|downtown\s+|greater\s+|central\s+|(?:the\s+)?(?:city|town|village|port|county|state"
    r"|province|region|island|kingdom|republic|district|suburb)\s+of\s+)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:['’]s|\s+(?:[Cc]ity|[Tt]own|[Tt]ownship|[Vv]illage|[Bb]orough|[Pp]rovince|[Rr]egion|[Oo]blast"
    r"|[Dd]istrict|[Gg]overnorate|[Pp]refecture|[Mm]unicipality|[Ss]tate|[Aa]irport|[Pp]ort))$"
)


def fold(name: str) -> str:
    """Return the key of a name: lower case, no accents, no points, "St." as "saint"."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).casefold()
    plain = plain.replace(".", "").replace("'", "").replace("’", "").replace("`", "")
    words: list[str] = _WORD.findall(plain)
    if len(words) > 1:
        words[0] = _ABBREVIATIONS.get(words[0], words[0])
    return " ".join(words)


def variants(name: str) -> Iterator[str]:
    """Yield the name, then the name without "the", "City of", "province" … around it."""
    yield name
    shorter = _LEADING.sub("", name.strip())
    if shorter != name and shorter:
        yield shorter
    bare = _TRAILING.sub("", shorter)
    if bare not in {shorter, ""}:
        yield bare


def is_latin(name: str) -> bool:
    """Return whether English news could print the name: Latin letters, and no code like "LHR"."""
    if len(name) < 3 or (name.isupper() and len(name) <= 4):
        return False
    return all(ord(c) < 0x250 or 0x1E00 <= ord(c) < 0x1F00 or c in "’‘ʻ" for c in name)
