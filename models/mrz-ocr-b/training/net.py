"""The line recogniser: [n, 1, 32, width] to [n, width / 4, 38] logits, blank first."""

import torch
from torch import nn

CLASSES = 38


class Block(nn.Module):
    """Depthwise 3 x 3, then 1 x 1; the input is added where the shape allows."""

    def __init__(self, inside, outside, stride=(1, 1)):
        super().__init__()
        self.same = inside == outside and stride == (1, 1)
        self.body = nn.Sequential(
            nn.Conv2d(inside, inside, 3, stride, 1, groups=inside, bias=False),
            nn.BatchNorm2d(inside),
            nn.ReLU(),
            nn.Conv2d(inside, outside, 1, bias=False),
            nn.BatchNorm2d(outside),
        )

    def forward(self, x):
        y = self.body(x)
        return torch.relu(x + y if self.same else y)


class Line(nn.Module):
    """1-D convolution along the line, with the input added."""

    def __init__(self, channels, dilation):
        super().__init__()
        self.body = nn.Sequential(
            nn.Conv1d(channels, channels, 3, 1, dilation, dilation=dilation, bias=False),
            nn.BatchNorm1d(channels),
        )

    def forward(self, x):
        return torch.relu(x + self.body(x))


class Reader(nn.Module):
    def __init__(self):
        super().__init__()
        self.eye = nn.Sequential(
            nn.Conv2d(1, 24, 3, (2, 2), 1, bias=False),
            nn.BatchNorm2d(24),
            nn.ReLU(),
            Block(24, 48),
            Block(48, 48),
            Block(48, 80, (2, 2)),
            Block(80, 80),
            Block(80, 80),
            Block(80, 128, (2, 1)),
            Block(128, 128),
            Block(128, 128),
            Block(128, 160, (2, 1)),
            Block(160, 160),
        )
        self.fold = nn.Sequential(nn.Conv1d(320, 192, 1, bias=False), nn.BatchNorm1d(192), nn.ReLU())
        self.line = nn.Sequential(Line(192, 1), Line(192, 2), Line(192, 1))
        self.drop = nn.Dropout(0.1)
        self.head = nn.Conv1d(192, CLASSES, 1)

    def forward(self, x):
        x = self.eye(x)
        x = self.fold(x.flatten(1, 2))
        return self.head(self.drop(self.line(x))).transpose(1, 2)
