"""Trains on licence-free photographs and drawn people, recaptured in simulation. Stops by the clock."""

import argparse
import glob
import time

import numpy as np
import torch
from PIL import Image

from net import Recapture
from simulate import example

BATCH = 32
HELD = 256


def load(folders):
    files = sorted(f for folder in folders for kind in ("jpg", "png") for f in glob.glob(f"{folder}/*.{kind}"))
    return [np.asarray(Image.open(f).convert("RGB"), np.float32) / 255 for f in files]


def batch(pictures, rng, count):
    rows = [example(pictures, rng) for _ in range(count)]
    patches = np.stack([patch for patch, _ in rows]).transpose(0, 3, 1, 2).astype(np.float32)
    return torch.from_numpy(np.ascontiguousarray(patches)), torch.tensor([[twice] for _, twice in rows])


def main():
    args = argparse.ArgumentParser()
    args.add_argument("folders", nargs="+", help="pictures that were captured once")
    args.add_argument("--minutes", type=float, default=18)
    args.add_argument("--seed", type=int, default=1, help="another one sees other patches")
    args.add_argument("--resume", help="a checkpoint to go on from")
    args.add_argument("--out", required=True)
    given = args.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(given.seed)
    rng = np.random.default_rng(given.seed)
    pictures = load(given.folders)
    held_patches, held_labels = batch(pictures, np.random.default_rng(99), HELD)
    net = Recapture()
    if given.resume:
        net.load_state_dict(torch.load(given.resume, map_location="cpu"))
    steps, started = 0, time.time()
    optimiser = torch.optim.AdamW(net.parameters(), lr=3e-3, weight_decay=1e-3)
    loss_of = torch.nn.BCEWithLogitsLoss()
    running = 0.7
    while (spent := (time.time() - started) / 60 / given.minutes) < 1:
        for group in optimiser.param_groups:
            group["lr"] = 3e-3 * min(1, (steps + 1) / 20) * (0.5 + 0.5 * np.cos(np.pi * spent))
        net.train()
        patches, labels = batch(pictures, rng, BATCH)
        loss = loss_of(net(patches), labels * 0.96 + 0.02)
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
        running = 0.97 * running + 0.03 * loss.item()
        steps += 1
        if steps % 25 == 0:
            net.eval()
            with torch.no_grad():
                right = ((net(held_patches) > 0) == (held_labels > 0.5)).float().mean().item()
            print(f"{steps} steps, {spent:.0%}, loss {running:.3f}, held-out {right:.3f}", flush=True)
            torch.save(net.state_dict(), given.out)
    torch.save(net.state_dict(), given.out)


if __name__ == "__main__":
    main()
