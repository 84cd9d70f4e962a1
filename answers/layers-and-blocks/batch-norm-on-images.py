"""Batch normalisation after a convolution in PyTorch: a mismatched module and the mended one."""

import torch
from torch import nn


# @start region="mistake"
class Normalised(nn.Module):
    def __init__(self):
        super().__init__()
        self.convolution = nn.Conv2d(3, 64, kernel_size=3, padding=2)
        self.rest = nn.Sequential(
            nn.BatchNorm2d(32),
            nn.PReLU(),
            nn.Dropout2d(0.05),
        )

    def forward(self, x):
        return self.rest(self.convolution(x))
# @end


# @start region="mended"
class Mended(nn.Module):
    def __init__(self, channels=64):
        super().__init__()
        self.convolution = nn.Conv2d(
            3, channels, kernel_size=3, padding=2, bias=False)
        self.rest = nn.Sequential(
            nn.BatchNorm2d(channels),
            nn.PReLU(),
            nn.Dropout2d(0.05),
        )

    def forward(self, x):
        return self.rest(self.convolution(x))
# @end


torch.manual_seed(73)
images = torch.rand(3, 3, 8, 8)
try:
    Normalised()(images)
    fails = 0
except RuntimeError as error:
    fails = 1
    print(f"fails: RuntimeError: {error}")

# The source's listing has lost its line breaks and indentation as well.
PRINTED = """\
import torch
from torch import nn

class BNl001(nn.Module):
 def __init__(self):
    super(BNl001, self).__init__() self.cnn = torch.nn.Sequential(
    torch.nn.Conv2d(3, 64, kernel_size=3, padding=2),
    )
"""
try:
    exec(PRINTED, {})
    raise AssertionError("two statements on a line are accepted")
except SyntaxError as error:
    print(f"fails: SyntaxError: {error}")

# @start region="channels"
# Two RGB images of 2 x 2 pixels: image, channel, row, column.
x = torch.tensor(
    [[[[200., 210.], [190., 220.]],
      [[120., 140.], [100., 130.]],
      [[180., 190.], [170., 200.]]],
     [[[230., 240.], [210., 220.]],
      [[150., 170.], [160., 150.]],
      [[200., 220.], [210., 190.]]]], dtype=torch.float64)
layer = nn.BatchNorm2d(3, momentum=None, dtype=torch.float64)
y = layer(x)  # in training mode: with the statistics of x
# @end

# With momentum=None, running_mean is the plain average: after one batch, the batch's own.
print("fails =", fails)
print("outputShape =", list(Mended()(images).shape))
print("means =", layer.running_mean.tolist())
print("red =", y[:, 0].flatten().tolist())
