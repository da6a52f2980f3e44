"""How far confidence can be trusted, as bins and as a drawing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

#: (confidence, whether readers accepted it)
Point = tuple[float, bool]
BINS = 8


def bins(points: Sequence[Point]) -> list[tuple[float, float, int]]:
    """Return (mean confidence, share right, count) of bins of equal size."""
    ordered = sorted((float(p), bool(ok)) for p, ok in points)
    size = max(1, len(ordered) // BINS)
    cuts = [ordered[k : k + size] for k in range(0, len(ordered), size)]
    if len(cuts) > 1 and len(cuts[-1]) < size:
        cuts[-2:] = [cuts[-2] + cuts[-1]]
    return [
        (sum(p for p, _ in cut) / len(cut), sum(ok for _, ok in cut) / len(cut), len(cut))
        for cut in cuts
    ]


def drawn(curves: Mapping[str, Sequence[Point]]) -> str:
    """Return an SVG: confidence to the right, the share that was right upwards."""
    side, edge = 320, 50
    colours = ("#1f6feb", "#b35900", "#3f7f3f")
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side + 260} {side + 90}" '
        'font-family="sans-serif" font-size="13">',
        f'<rect width="{side + 260}" height="{side + 90}" fill="white"/>',
        f'<rect x="{edge}" y="20" width="{side}" height="{side}" fill="none" stroke="#888"/>',
        f'<line x1="{edge}" y1="{20 + side}" x2="{edge + side}" y2="20" stroke="#bbb" '
        'stroke-dasharray="5 5"/>',
        f'<text x="{edge + side / 2}" y="{side + 65}" text-anchor="middle">confidence</text>',
        f'<text transform="translate(14 {20 + side / 2}) rotate(-90)" '
        'text-anchor="middle">share right</text>',
    ]
    for tick in (0, 0.5, 1):
        x, y = edge + tick * side, 20 + side - tick * side
        parts.append(f'<text x="{x}" y="{side + 40}" text-anchor="middle">{tick}</text>')
        parts.append(f'<text x="{edge - 6}" y="{y + 4}" text-anchor="end">{tick}</text>')
    for n, ((name, points), colour) in enumerate(zip(curves.items(), colours, strict=True)):
        at = [(edge + p * side, 20 + side - share * side) for p, share, _ in bins(points)]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in at)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in at]
        parts.append(
            f'<text x="{edge + side + 14}" y="{40 + 20 * n}" fill="{colour}">{name}'
            f" ({len(points)})</text>"
        )
    return "\n".join([*parts, "</svg>"]) + "\n"
