"""Character error rate of a checkpoint on rendered windows that no run was trained on, greedily decoded."""

import argparse
import json

import torch

from net import Reader
from train import Lines, measure


def main():
    args = argparse.ArgumentParser()
    args.add_argument("checkpoint")
    args.add_argument("--batches", type=int, default=50)
    given = args.parse_args()
    torch.set_num_threads(1)
    net = Reader()
    net.load_state_dict(torch.load(given.checkpoint, map_location="cpu"))
    held = Lines(7777, 0, given.batches, 24)
    wrong, exact = measure(net, (held[k] for k in range(given.batches)))
    print(json.dumps({"windows": given.batches * 24, "cer": round(wrong, 4), "exact": round(exact, 4)}))


if __name__ == "__main__":
    main()
