"""The network: any patch in, one logit out (above 0: a picture of a picture)."""

import torch
from torch import nn


class Recapture(nn.Module):
    """Fine texture first, at full resolution; then mean and spread over the patch, so that its size does not matter."""

    def __init__(self):
        super().__init__()
        self.texture = nn.Conv2d(3, 12, 5, padding=2)
        self.body = nn.Sequential(
            nn.ReLU(),
            nn.Conv2d(12, 16, 3, stride=2, padding=1),
            nn.BatchNorm2d(16),
            nn.ReLU(),
            nn.Conv2d(16, 16, 3, stride=2, padding=1, groups=16),
            nn.Conv2d(16, 32, 1),
            nn.BatchNorm2d(32),
            nn.ReLU(),
            nn.Conv2d(32, 32, 3, stride=2, padding=1, groups=32),
            nn.Conv2d(32, 48, 1),
            nn.BatchNorm2d(48),
            nn.ReLU(),
        )
        self.head = nn.Sequential(nn.Linear(96, 24), nn.ReLU(), nn.Dropout(0.2), nn.Linear(24, 1))

    def forward(self, patches):
        seen = self.body(self.texture(patches - 0.5))
        mean = seen.mean(dim=(2, 3))
        spread = (seen * seen).mean(dim=(2, 3)) - mean * mean
        return self.head(torch.cat([mean, torch.sqrt(torch.relu(spread) + 1e-6)], dim=1))
