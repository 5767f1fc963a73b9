"""Simulated captures and recaptures of licence-free pictures. Patches are float arrays (height, width, 3) in 0-1."""

import io

import numpy as np
from PIL import Image, ImageFilter

SIDE = 64
MARGIN = 1.45


def as_image(patch):
    return Image.fromarray((np.clip(patch, 0, 1) * 255 + 0.5).astype(np.uint8))


def as_patch(image):
    return np.asarray(image.convert("RGB"), np.float32) / 255


def blur(patch, sigma):
    return patch if sigma < 0.15 else as_patch(as_image(patch).filter(ImageFilter.GaussianBlur(sigma)))


def resample(patch, width, angle=0.0):
    """To another width, turned by a few degrees, as a hand holds a camera."""
    image = as_image(patch)
    if abs(angle) > 0.05:
        image = image.rotate(angle, Image.BICUBIC, fillcolor=tuple(int(v * 255) for v in patch.mean(axis=(0, 1))))
    return as_patch(image.resize((width, width), Image.BILINEAR if width > image.width else Image.HAMMING))


def centre(patch, side):
    at = (patch.shape[0] - side) // 2
    return patch[at : at + side, at : at + side]


def camera(patch, rng):
    """What every camera adds: softness, noise, tone, sharpening, compression."""
    patch = blur(patch, rng.uniform(0, 0.9))
    tone = rng.uniform(0.8, 1.25)
    patch = np.clip(patch, 0, 1) ** tone * rng.uniform(0.8, 1.1) + rng.uniform(-0.03, 0.03)
    patch = patch * rng.uniform(0.94, 1.06, size=3)
    noise = rng.normal(size=patch.shape) * rng.uniform(0.002, 0.02)
    if rng.random() < 0.4:
        noise = blur(noise + 0.5, 0.6) - 0.5
    patch = np.clip(patch + noise, 0, 1)
    if rng.random() < 0.5:
        image = as_image(patch).filter(ImageFilter.UnsharpMask(rng.uniform(0.6, 2), int(rng.uniform(20, 120)), 0))
        patch = as_patch(image)
    if rng.random() < 0.9:
        file = io.BytesIO()
        as_image(patch).save(file, "JPEG", quality=int(rng.uniform(55, 96)))
        patch = as_patch(Image.open(file))
    return patch


def screen(patch, rng):
    """Shown by red, green and blue stripes with dark gaps, brighter and more colourful than what it shows, then seen at an angle."""
    width = patch.shape[0]
    period = int(rng.integers(3, 5))
    shown = as_patch(as_image(patch).resize((width, width), Image.BILINEAR))
    big = np.repeat(np.repeat(shown, period, 0), period, 1)
    depth = rng.uniform(0.0, 0.75)
    grid = np.ones_like(big)
    x = np.arange(big.shape[1]) % period
    for channel in range(3):
        stripe = np.exp(-(((x - (channel + 0.5) * period / 3) % period) ** 2) / (0.35 * period))
        grid[:, :, channel] *= (1 - depth) + depth * stripe[None, :] * 2
    y = np.arange(big.shape[0]) % period
    grid *= (1 - depth * 0.7 * (y == 0))[:, None, None]
    grey = big.mean(axis=2, keepdims=True)
    big = np.clip((grey + (big - grey) * rng.uniform(1.0, 1.7)) * grid * rng.uniform(0.9, 1.5), 0, 1)
    big = blur(big, rng.uniform(0.2, 0.8) * period * 0.5)
    return resample(big, int(width * rng.uniform(0.75, 1.35)), rng.uniform(-6, 6))


def paper(patch, rng):
    """Printed in dots at four angles, with less contrast and colour, on a sheet with a grain of its own."""
    height, width, _ = patch.shape
    grey = patch.mean(axis=2, keepdims=True)
    dull = grey + (patch - grey) * rng.uniform(0.4, 0.95)
    low, high = rng.uniform(0.05, 0.28), rng.uniform(0.7, 0.97)
    dull = low + dull * (high - low)
    if rng.random() < 0.75:
        pitch = rng.uniform(2.2, 7)
        y, x = np.mgrid[0:height, 0:width]
        strength = rng.uniform(0.03, 0.3)
        for channel, degrees in enumerate((15, 75, 0)):
            a = np.deg2rad(degrees + rng.uniform(-4, 4))
            u, v = x * np.cos(a) + y * np.sin(a), y * np.cos(a) - x * np.sin(a)
            dots = np.cos(2 * np.pi * u / pitch) * np.cos(2 * np.pi * v / pitch)
            tone = dull[:, :, channel]
            dull[:, :, channel] = tone + strength * dots * 4 * tone * (1 - tone)
    sheet = blur(np.repeat(rng.normal(size=(height, width, 1)), 3, 2) * 0.2 + 0.5, rng.uniform(0.4, 1.2)) - 0.5
    dull = np.clip(dull + sheet * rng.uniform(0, 0.35), 0, 1)
    dull = blur(dull, rng.uniform(0.3, 1.1))
    return resample(dull, int(width * rng.uniform(0.8, 1.3)), rng.uniform(-6, 6))


def cut(picture, rng, side):
    """A square of the picture, the picture made smaller at random, so that what is cut is sharp."""
    height, width, _ = picture.shape
    size = int(side * rng.uniform(1.0, min(3.0, min(height, width) / side)))
    y, x = rng.integers(0, height - size + 1), rng.integers(0, width - size + 1)
    square = as_image(picture[y : y + size, x : x + size]).resize((side, side), Image.LANCZOS)
    return as_patch(square if rng.random() < 0.5 else square.transpose(Image.FLIP_LEFT_RIGHT))


def example(pictures, rng):
    """One patch, and whether it was captured twice."""
    picture = pictures[rng.integers(len(pictures))]
    patch = cut(picture, rng, int(SIDE * MARGIN))
    twice = rng.random() < 0.5
    if twice:
        patch = camera(patch, rng) if rng.random() < 0.7 else patch
        patch = screen(patch, rng) if rng.random() < 0.5 else paper(patch, rng)
    else:
        patch = resample(patch, int(patch.shape[0] * rng.uniform(0.75, 1.3)), rng.uniform(-6, 6))
    return centre(camera(patch, rng), SIDE), float(twice)
