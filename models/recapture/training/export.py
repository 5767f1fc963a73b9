"""Checkpoint to ONNX, checked against PyTorch, with the golden tensor that the application's tests compare with."""

import argparse
import hashlib
import json
import math
import os
import warnings

import numpy as np
import onnx
import onnxruntime
import torch

from net import Recapture


def golden_input(dims, span, seed):
    """The same numbers as `scripts/models/golden-input.ts`."""
    width, height = dims[-1], dims[-2]
    out = np.empty(int(np.prod(dims)), np.float64)
    state = seed
    for i in range(out.size):
        state = (state * 1664525 + 1013904223) % 2**32
        x, y, channel = (i % width) / width, (i // width % height) / height, i // (width * height)
        wave = math.sin(7 * x + 3 * y + channel) * math.cos(5 * y - 2 * x * channel)
        out[i] = min(1.0, max(0.0, 0.5 + 0.35 * wave + 0.15 * (state / 2**31 - 1)))
    return (span[0] + out * (span[1] - span[0])).astype(np.float32).reshape(dims)


def main():
    args = argparse.ArgumentParser()
    args.add_argument("checkpoint")
    args.add_argument("--out", required=True, help="the .onnx file")
    args.add_argument("--golden", help="folder for what PyTorch answers to the generated input on the card")
    given = args.parse_args()
    net = Recapture()
    net.load_state_dict(torch.load(given.checkpoint, map_location="cpu"))
    net.eval()
    warnings.filterwarnings("ignore")
    torch.onnx.export(
        net,
        (torch.zeros(1, 3, 192, 192),),
        given.out,
        dynamo=False,
        opset_version=17,
        input_names=["patches"],
        output_names=["logits"],
        dynamic_axes={"patches": {0: "n", 2: "height", 3: "width"}, "logits": {0: "n"}},
    )
    onnx.checker.check_model(onnx.load(given.out))
    session = onnxruntime.InferenceSession(given.out)
    worst = 0.0
    for side, count in ((192, 1), (128, 3), (96, 2)):
        views = np.random.default_rng(7).uniform(size=(count, 3, side, side)).astype(np.float32)
        with torch.no_grad():
            worst = max(worst, float(np.abs(session.run(None, {"patches": views})[0] - net(torch.from_numpy(views)).numpy()).max()))
    if worst > 1e-3:
        raise SystemExit(f"ONNX differs from PyTorch by {worst}")
    digest = hashlib.sha256(open(given.out, "rb").read()).hexdigest()
    print(json.dumps({"sha256": digest, "bytes": os.path.getsize(given.out), "largest_difference": worst}))
    if given.golden:
        os.makedirs(given.golden, exist_ok=True)
        with torch.no_grad():
            answer = net(torch.from_numpy(golden_input((1, 3, 192, 192), (0.0, 1.0), 1))).numpy()
        answer.astype("<f4").tofile(f"{given.golden}/logits.bin")


if __name__ == "__main__":
    main()
