"""Glyph cells of the fonts that zones are printed in.

OCR-B is Debian's `fonts-ocr-b` (may be freely used and modified). The others are what specimens and
test documents are found printed in: fixed-pitch fonts of Debian's dejavu, liberation, freefont and noto packages.
"""

import glob
from functools import lru_cache

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from zone_text import ALPHABET

CAP = 32  # height of a capital in an atlas, pixels
CELL = 64  # cell height, capital centred

OCR_B = ["ocr-b/OCRB.otf", "ocr-b/OCRBS.otf"]
OTHERS = [
    "dejavu/DejaVuSansMono.ttf",
    "dejavu/DejaVuSansMono-Bold.ttf",
    "liberation/LiberationMono-Regular.ttf",
    "liberation/LiberationMono-Bold.ttf",
    "freefont/FreeMono.ttf",
    "freefont/FreeMonoBold.ttf",
    "noto/NotoSansMono-Regular.ttf",
    "noto/NotoMono-Regular.ttf",
]


def find(path):
    found = glob.glob(f"/usr/share/fonts/*/{path}")
    if not found:
        raise SystemExit(f"font {path} is missing: apt-get install fonts-ocr-b fonts-dejavu fonts-liberation fonts-freefont-ttf fonts-noto-mono")
    return found[0]


@lru_cache(maxsize=None)
def atlas(path):
    """{character: ink 0..1 of CELL rows}, advance in pixels (one for all: the fonts are fixed-pitch)."""
    probe = ImageFont.truetype(find(path), 200)
    box = probe.getbbox("H")
    size = 200 * CAP / (box[3] - box[1])
    font = ImageFont.truetype(find(path), size)
    top = font.getbbox("H")[1]
    advance = int(round(font.getlength("H")))
    cells = {}
    for char in ALPHABET:
        image = Image.new("L", (advance + 24, CELL), 0)
        ImageDraw.Draw(image).text((12, (CELL - CAP) // 2 - top), char, fill=255, font=font)
        cells[char] = np.asarray(image, np.float32) / 255
    return cells, advance
