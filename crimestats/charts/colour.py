"""Measures of colour: contrast, colour-blind sight, distance. docs/design.md states what they must reach."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]

# Machado, Oliveira and Fernandes (2009), table 1, severity 1.0, applied to linear RGB.
SIGHTS: dict[str, Vector] = {
    "normal": np.eye(3),
    "protan": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deutan": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritan": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
# Ottosson (2020), "A perceptual color space for image processing": linear RGB → cone response → OKLab.
_CONES = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_OKLAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def linear(hex_colour: str) -> Vector:
    """Linear RGB (3,), 0..1, of ``#rrggbb`` (IEC 61966-2-1, the sRGB curve)."""
    coded = np.array([int(hex_colour[n : n + 2], 16) / 255 for n in (1, 3, 5)])
    return np.where(coded <= 0.04045, coded / 12.92, ((coded + 0.055) / 1.055) ** 2.4)


def luminance(hex_colour: str) -> float:
    """Relative luminance, 0..1 (WCAG 2.1)."""
    return float(linear(hex_colour) @ np.array([0.2126, 0.7152, 0.0722]))


def contrast(one: str, two: str) -> float:
    """Contrast ratio, 1..21 (WCAG 2.1): text needs 4.5, graphics 3."""
    low, high = sorted((luminance(one), luminance(two)))
    return (high + 0.05) / (low + 0.05)


def oklab(hex_colour: str, sight: str = "normal") -> Vector:
    """OKLab coordinates (3,), times 100, as seen with one of ``SIGHTS``."""
    seen = np.clip(SIGHTS[sight] @ linear(hex_colour), 0, 1)
    return 100 * (_OKLAB @ np.cbrt(_CONES @ seen))


def distance(one: str, two: str, sight: str = "normal") -> float:
    """Euclidean distance in OKLab times 100; about 2 is the least that is seen side by side."""
    return float(np.linalg.norm(oklab(one, sight) - oklab(two, sight)))


def nearest(colours: dict[str, str], sight: str) -> tuple[float, tuple[str, str]]:
    """The least distance between two of several named colours, and which two."""
    pairs = combinations(colours, 2)
    return min((distance(colours[one], colours[two], sight), (one, two)) for one, two in pairs)


def blend(one: str, two: str, share: float) -> str:
    """``one`` with ``share`` (0..1) of ``two`` mixed in, channel by channel as a browser's opacity does."""
    parts = [(int(one[n : n + 2], 16), int(two[n : n + 2], 16)) for n in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in parts)
