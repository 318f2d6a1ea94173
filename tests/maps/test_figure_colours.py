"""The colours of the figure: those of the page, readable, and apart for the colour-blind too."""

import re
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb

from maps.figure.style import ZONE_COLOURS

# Machado, Oliveira and Fernandes 2009, severity 1
SIMULATED = {
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]]
    ),
}


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return float(np.dot(linear, [0.2126, 0.7152, 0.0722]))


class TestColours:
    def test_a_zone_has_the_colour_it_has_in_the_page(self):
        tokens = (files("maps") / "page" / "style" / "tokens.css").read_text(encoding="utf-8")
        assert re.findall(r"^\.hue-\d \{\s*--hue: (#\w{6});", tokens, flags=re.MULTILINE) == list(
            ZONE_COLOURS
        )

    def test_white_numbers_are_readable(self):
        for colour in ZONE_COLOURS:
            assert 1.05 / (luminance(to_rgb(colour)) + 0.05) >= 3.0, colour

    @pytest.mark.parametrize("blindness", ["deuteranopia", "protanopia"])
    def test_the_four_of_astana_differ_for_the_colour_blind(self, blindness):
        seen = [SIMULATED[blindness] @ np.array(to_rgb(colour)) for colour in ZONE_COLOURS[:4]]
        assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) > 0.15
