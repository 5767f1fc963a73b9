"""Trains the OCR-B line recogniser on rendered lines. See ../README.md for how long and how to export."""

import argparse
import json
import math
import os
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F
from torch.utils.data import DataLoader, Dataset

from net import Reader
from render import BLANK, IGNORE, sample


class Lines(Dataset):
    """Batches, made from (seed, index) alone, so that a run can be repeated."""

    def __init__(self, seed, start, count, batch):
        self.seed, self.start, self.count, self.batch = seed, start, count, batch

    def __len__(self):
        return self.count

    def __getitem__(self, at):
        first = (self.start + at) * self.batch
        made = [sample(self.seed, first + k) for k in range(self.batch)]
        return (
            torch.from_numpy(np.stack([m[0] for m in made]))[:, None],
            torch.from_numpy(np.stack([m[1] for m in made])),
            torch.from_numpy(np.concatenate([m[2] for m in made])),
            torch.tensor([len(m[2]) for m in made]),
        )


def aligned(logits, steps):
    """Cross-entropy against the class each step should show; characters and blanks weigh alike."""
    weight = torch.ones(logits.shape[-1])
    weight[BLANK] = 0.5
    return F.cross_entropy(logits.flatten(0, 1), steps.flatten(), weight=weight, ignore_index=IGNORE)


def greedy(logits):
    best = logits.argmax(-1)
    lines = []
    for row in best:
        row = torch.unique_consecutive(row)
        lines.append([int(k) for k in row if k != BLANK])
    return lines


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[-1]


@torch.no_grad()
def measure(net, held):
    """(character error rate, share of windows read exactly) on rendered windows never trained on."""
    net.eval()
    wrong = total = exact = count = 0
    for views, _, targets, lengths in held:
        at = 0
        for line, length in zip(greedy(net(views)), lengths.tolist()):
            truth = targets[at : at + length].tolist()
            at += length
            errors = distance(line, truth)
            wrong, total, exact, count = wrong + errors, total + length, exact + (errors == 0), count + 1
    net.train()
    return wrong / total, exact / count


def rate(step, steps, peak):
    warm = min(1.0, (step + 1) / 200)
    return peak * warm * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * min(1.0, step / steps))))


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--out", required=True)
    args.add_argument("--steps", type=int, default=6000)
    args.add_argument("--minutes", type=float, default=0, help="end of the schedule by the clock instead of by steps")
    args.add_argument("--batch", type=int, default=24)
    args.add_argument("--rate", type=float, default=2.5e-3)
    args.add_argument("--seed", type=int, default=1)
    args.add_argument("--threads", type=int, default=1)
    args.add_argument("--workers", type=int, default=1)
    args.add_argument("--start-from", help="checkpoint to go on from")
    args.add_argument("--first", type=int, default=0, help="index of the first batch, so that a continued run sees new lines")
    given = args.parse_args()
    os.makedirs(given.out, exist_ok=True)
    torch.manual_seed(given.seed)
    torch.set_num_threads(given.threads)
    net = Reader()
    print(sum(p.numel() for p in net.parameters()), "parameters", flush=True)
    if given.start_from:
        net.load_state_dict(torch.load(given.start_from))
    net.eye = net.eye.to(memory_format=torch.channels_last)  # a sixth faster on a CPU
    decay = [p for p in net.parameters() if p.ndim > 1]
    plain = [p for p in net.parameters() if p.ndim <= 1]
    optimiser = torch.optim.AdamW([{"params": decay, "weight_decay": 0.02}, {"params": plain, "weight_decay": 0}], lr=given.rate)
    held = [Lines(given.seed + 1000, 0, 10, 24)[k] for k in range(10)]
    loader = DataLoader(Lines(given.seed, given.first, given.steps, given.batch), batch_size=None, num_workers=given.workers, prefetch_factor=6)
    begun, recent, steps = time.time(), [], given.steps
    for step, (views, frames, targets, lengths) in enumerate(loader):
        if given.minutes and step % 50 == 0 and step >= 100:
            steps = min(given.steps, int(step / ((time.time() - begun) / 60) * given.minutes))
        for group in optimiser.param_groups:
            group["lr"] = rate(step, steps, given.rate)
        logits = net(views.to(memory_format=torch.channels_last))
        near = aligned(logits, frames)
        free = F.ctc_loss(logits.log_softmax(-1).transpose(0, 1), targets, torch.full((len(views),), logits.shape[1]), lengths, zero_infinity=True)
        loss = near + free if step > 600 or given.start_from else near + 0.2 * free
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        recent.append((near.item(), free.item()))
        if step % 50 == 49:
            mean = np.mean(recent[-50:], 0)
            print(json.dumps({"step": step + 1, "of": steps, "aligned": round(mean[0], 4), "ctc": round(mean[1], 4), "s": round((time.time() - begun) / (step + 1), 3)}), flush=True)
        if step % 400 == 399 or step + 1 >= steps:
            wrong, exact = measure(net, held)
            print(json.dumps({"step": step + 1, "cer": round(wrong, 4), "exact": round(exact, 4)}), flush=True)
            torch.save(net.state_dict(), f"{given.out}/last.tmp")
            os.replace(f"{given.out}/last.tmp", f"{given.out}/last.pt")
        if step + 1 >= steps:
            break


if __name__ == "__main__":
    main()
