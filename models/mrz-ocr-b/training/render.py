"""One training sample: a window of a rendered zone line as a phone or scanner would give it.

The window is HEIGHT x WIDTH pixels, the line runs through its middle, neighbouring lines may show. A label per
network step comes with it, because we drew the characters and know where each one is.
"""

import cv2
import numpy as np

from fonts import CAP, CELL, OCR_B, OTHERS, atlas
from zone_text import ALPHABET, zone

HEIGHT, WIDTH, STRIDE = 32, 384, 4
STEPS = WIDTH // STRIDE
BLANK, IGNORE = 0, -1
CLASS = {char: index + 1 for index, char in enumerate(ALPHABET)}
cv2.setNumThreads(0)


def draw_lines(rng, lines, pitch, gap):
    """Ink 0..1 of all lines, x of the first character's centre, y of each line's middle."""
    font = OCR_B[int(rng.random() < 0.4)] if rng.random() < 0.82 else OTHERS[int(rng.integers(len(OTHERS)))]
    cells, advance = atlas(font)
    margin = 90
    count = max(len(line) for line in lines)
    height = int(2 * margin + gap * (len(lines) - 1))
    ink = np.zeros((height, int(2 * margin + pitch * count) + 40), np.float32)
    middles, half = [], (advance + 24) / 2
    uneven = rng.random() < 0.25
    for row, line in enumerate(lines):
        middle = margin + gap * row
        middles.append(middle)
        for index, char in enumerate(line):
            x = int(round(margin + (index + 0.5) * pitch - half + (rng.normal(0, 0.7) if uneven else 0)))
            y = int(round(middle - CELL / 2 + (rng.normal(0, 0.7) if uneven else 0)))
            cell = cells[char]
            part = ink[y : y + CELL, x : x + cell.shape[1]]
            np.maximum(part, cell, out=part)
    return ink, margin + 0.5 * pitch, middles


def weigh(rng, ink):
    """Thicker, thinner, worn or broken strokes."""
    sigma = rng.uniform(0.8, 2.2)
    soft = cv2.GaussianBlur(ink, (0, 0), sigma)
    edge = rng.uniform(0.25, 0.7)
    soft = np.clip((soft - edge) * rng.uniform(2, 6) + 0.5, 0, 1)
    if rng.random() < 0.3:
        grain = cv2.resize(rng.random((ink.shape[0] // 3, ink.shape[1] // 3), dtype=np.float32), ink.shape[::-1])
        soft *= np.clip((grain - rng.uniform(0, 0.35)) * 6 + 0.5, rng.uniform(0, 0.7), 1)
    return soft


def smooth_noise(rng, height, width, scale):
    low = rng.random((max(2, int(height / scale)), max(2, int(width / scale))), dtype=np.float32)
    return cv2.resize(low, (width, height), interpolation=cv2.INTER_CUBIC) - 0.5


def waves(rng, xs, ys):
    """Security print: bundles of fine sine lines, or one broad pattern."""
    total = 0
    for _ in range(int(rng.integers(1, 4))):
        period = rng.uniform(3, 40)
        swing, length = rng.uniform(0, 12), rng.uniform(40, 300)
        turn = rng.uniform(0, np.pi)
        across = xs * np.cos(turn) + ys * np.sin(turn)
        along = -xs * np.sin(turn) + ys * np.cos(turn)
        wave = np.sin((across + swing * np.sin(along / length * 6.28)) / period * 6.28 + rng.uniform(0, 6))
        total = total + (wave if rng.random() < 0.5 else np.clip(wave * 4 - 2.5, -1, 1)) * rng.uniform(0.02, 0.16)
    return total


def paper(rng, height, width):
    """Background brightness, around 0."""
    ground = np.zeros((height, width), np.float32)
    if rng.random() < 0.25:
        return ground
    ys, xs = np.mgrid[0:height, 0:width].astype(np.float32)
    ground += (xs / width - 0.5) * rng.normal(0, 0.25) + (ys / height - 0.5) * rng.normal(0, 0.12)
    if rng.random() < 0.65:
        ground += waves(rng, xs, ys)
    if rng.random() < 0.5:
        ground += smooth_noise(rng, height, width, rng.uniform(3, 60)) * rng.uniform(0, 0.5)
    if rng.random() < 0.12:  # glare
        cx, cy = rng.uniform(0, width), rng.uniform(0, height)
        spread = rng.uniform(30, 200), rng.uniform(20, 120)
        ground += rng.uniform(0.2, 0.9) * np.exp(-(((xs - cx) / spread[0]) ** 2 + ((ys - cy) / spread[1]) ** 2))
    return ground


def frame(rng, middle, start, end, pitch):
    """Affine from the drawing to the window of HEIGHT rows."""
    factor = float(np.exp(rng.uniform(np.log(1.4), np.log(3.4)))) if rng.random() < 0.75 else rng.uniform(1.9, 2.7)
    scale = HEIGHT / (factor * CAP)
    shown = WIDTH / scale
    mode = rng.random()
    if mode < 0.3:
        left = start - pitch * rng.uniform(0.45, 3)
    elif mode < 0.55:
        left = end + pitch * rng.uniform(0.45, 4) - shown
    else:
        left = rng.uniform(start - pitch, max(start, end - shown + pitch))
    tilt = np.clip(rng.normal(0, 0.012), -0.03, 0.03) if rng.random() < 0.7 else 0.0
    shear = rng.normal(0, 0.08) if rng.random() < 0.5 else 0.0
    off = rng.uniform(-1, 1) * min(0.42, 0.12 + 0.2 * (factor - 1)) * CAP
    centre = left + shown / 2, middle + off
    linear = scale * np.array([[1.0, shear], [tilt, 1.0]])
    shift = np.array([WIDTH / 2, HEIGHT / 2]) - linear @ np.array(centre)
    return np.hstack([linear, shift[:, None]])


def crop(ink, affine, pad=14):
    """The part of the drawing that the window shows, its x and y in the drawing, and the affine from there."""
    turn = np.linalg.inv(affine[:, :2])
    corners = np.array([[0, 0], [WIDTH, 0], [0, HEIGHT], [WIDTH, HEIGHT]]) - affine[:, 2]
    corners = corners @ turn.T
    x0, y0 = np.floor(corners.min(0)).astype(int) - pad
    x1, y1 = np.ceil(corners.max(0)).astype(int) + pad
    part = np.zeros((y1 - y0, x1 - x0), np.float32)
    sx0, sy0 = max(0, x0), max(0, y0)
    sx1, sy1 = min(ink.shape[1], x1), min(ink.shape[0], y1)
    part[sy0 - y0 : sy1 - y0, sx0 - x0 : sx1 - x0] = ink[sy0:sy1, sx0:sx1]
    moved = affine.copy()
    moved[:, 2] += affine[:, :2] @ np.array([x0, y0])
    return part, x0, y0, moved


def clutter(rng, ink, top, bottom, left, right):
    """What stands around a zone: page text, the document's edge, a picture, a rule."""
    height, width = ink.shape
    extra = np.zeros_like(ink)
    if rng.random() < 0.3 and top > 6:
        y = int(top - rng.uniform(2, 20))
        words = "".join(chr(int(rng.integers(33, 120))) for _ in range(40))
        face, size, weight = int(rng.integers(0, 8)), rng.uniform(0.5, 1.3), int(rng.integers(1, 4))
        canvas = np.zeros(ink.shape, np.uint8)
        cv2.putText(canvas, words, (int(rng.uniform(0, 200)), y), face, size, 255, weight, cv2.LINE_AA)
        extra += canvas.astype(np.float32) / 255
    if rng.random() < 0.2:
        extra[max(0, int(bottom + rng.uniform(4, 60))) :] += rng.uniform(-0.6, 1)
    if rng.random() < 0.12:
        extra[: max(0, int(top - rng.uniform(4, 60)))] += rng.uniform(-0.6, 1)
    if rng.random() < 0.15:
        extra[:, : max(1, int(left - rng.uniform(6, 70)))] += rng.uniform(-0.6, 1)
    if rng.random() < 0.15:
        extra[:, max(0, int(right + rng.uniform(6, 70))) :] += rng.uniform(-0.6, 1)
    if rng.random() < 0.04:
        y = int(rng.uniform(0, height))
        cv2.line(extra, (0, y), (width, y + int(rng.normal(0, 20))), float(rng.uniform(0.2, 0.8)), int(rng.integers(1, 4)))
    return extra


def camera(rng, picture, affine):
    """Window pixels 0..255 after optics, sensor and compression at the picture's own resolution."""
    chance = rng.random()
    own = rng.uniform(0.9, 1.1) if chance < 0.2 else (rng.uniform(0.32, 1.0) if chance < 0.6 else rng.uniform(1.0, 2.0))
    width, height = int(round(WIDTH * own)), int(round(HEIGHT * own))
    affine = affine.copy()
    affine[0] *= width / WIDTH
    affine[1] *= height / HEIGHT
    step = 1 / np.linalg.norm(affine[:, 0])
    if step > 1.2:
        picture = cv2.GaussianBlur(picture, (0, 0), 0.42 * step)
    flags = cv2.INTER_NEAREST if rng.random() < 0.04 else cv2.INTER_LINEAR
    view = cv2.warpAffine(picture, affine, (width, height), flags=flags, borderMode=cv2.BORDER_REPLICATE)
    if rng.random() < 0.55:
        view = cv2.GaussianBlur(view, (0, 0), rng.uniform(0.2, 1.1) * max(1.0, own))
    if rng.random() < 0.12:
        length = max(2, int(rng.integers(2, 6) * own))
        kernel = np.zeros((length, length), np.float32)
        cv2.line(kernel, (0, int(rng.integers(length))), (length - 1, int(rng.integers(length))), 1.0)
        view = cv2.filter2D(view, -1, kernel / kernel.sum())
    if rng.random() < 0.6:
        view = view + rng.normal(0, rng.uniform(0.5, 14) * (1 if rng.random() < 0.3 else 0.5), view.shape)
    if rng.random() < 0.1:
        soft = cv2.GaussianBlur(view, (0, 0), 1.2)
        view = view + (view - soft) * rng.uniform(0.5, 2)
    view = np.clip(view, 0, 255).astype(np.uint8)
    if rng.random() < 0.6:
        quality = int(rng.uniform(25, 90))
        view = cv2.imdecode(cv2.imencode(".jpg", view, [cv2.IMWRITE_JPEG_QUALITY, quality])[1], cv2.IMREAD_GRAYSCALE)
    method = cv2.INTER_AREA if own > 1 else (cv2.INTER_LINEAR if rng.random() < 0.6 else cv2.INTER_CUBIC)
    return cv2.resize(view, (WIDTH, HEIGHT), interpolation=method).astype(np.float32)


def labels(text, affine, first, middle, pitch):
    """Class per step for the aligned loss, and the characters wholly inside for CTC. None when an end is cut badly."""
    steps = np.full(STEPS, BLANK, np.int64)
    wide = pitch * np.linalg.norm(affine[:, 0]) / STRIDE
    targets = []
    for index, char in enumerate(text):
        x, y = first + index * pitch, middle
        at = (affine[0, 0] * x + affine[0, 1] * y + affine[0, 2]) / STRIDE - 0.5
        inside = min(at + 0.5, STEPS - 0.5 - at) / wide  # distance of the centre from the cut, in pitches
        if inside < -0.5:
            continue
        if -0.42 < inside < 0.3:
            return None
        if inside < 0:
            continue
        targets.append(CLASS[char])
        low, high = int(np.ceil(at - 0.5 * wide)), int(np.floor(at + 0.5 * wide))
        for step in range(max(0, low), min(STEPS - 1, high) + 1):
            far = abs(step - at) / wide
            if far < 0.2 or abs(step - at) <= 0.5:
                steps[step] = CLASS[char]
            elif far < 0.36:
                steps[step] = IGNORE
    return steps, np.array(targets, np.int64)


def sample(seed, index):
    """(window float32 [HEIGHT, WIDTH] of mean 0 and deviation 1, steps int64 [STEPS], targets int64 [n])."""
    rng = np.random.default_rng([seed, index])
    while True:
        lines = zone(rng)
        row = int(rng.integers(len(lines)))
        pitch = atlas(OCR_B[0])[1] * rng.uniform(0.82, 1.3)
        gap = CAP * rng.uniform(1.5, 3.2)
        keep = max(0, row - 1)
        lines = lines[keep : row + 2]
        ink, first, middles = draw_lines(rng, lines, pitch, gap)
        text, middle = lines[row - keep], middles[row - keep]
        last = first + (len(text) - 1) * pitch
        affine = frame(rng, middle, first, last, pitch)
        made = labels(text, affine, first, middle, pitch)
        if made is None or len(made[1]) < 3:
            continue
        ink, x0, y0, moved = crop(ink, affine)
        strength = rng.uniform(0.25, 1.0) * 255
        around = clutter(rng, ink, middles[0] - CAP - y0, middles[-1] + CAP - y0, first - pitch - x0, last + pitch - x0)
        light = rng.uniform(0.55, 1.0) * 255
        picture = light + 128 * paper(rng, *ink.shape) - strength * weigh(rng, ink) - strength * around * 0.8
        if rng.random() < 0.02:
            picture = 255 - picture
        view = camera(rng, picture.astype(np.float32), moved)
        view = (view - view.mean()) / (view.std() + 1e-3)
        return view.astype(np.float32), made[0], made[1]
