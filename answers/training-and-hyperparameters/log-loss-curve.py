"""PyTorch's ReduceLROnPlateau, with its default settings, on the validation loss of the figure."""

import math

import torch
from torch import optim


def validation_loss(t):
    creep = max(0, t - 40) * 0.0004
    wiggle = 0.003 * math.sin(1.3 * t)
    return 0.175 + 0.7 * math.exp(-t / 6) + creep + wiggle


# @start region="scheduler"
weights = [torch.zeros(1, requires_grad=True)]
optimizer = optim.SGD(weights, lr=1e-5, momentum=0.9)
scheduler = optim.lr_scheduler.ReduceLROnPlateau(optimizer)
drops = []
for epoch in range(80):
    before = optimizer.param_groups[0]["lr"]
    # … train for one epoch, then validate …
    scheduler.step(validation_loss(epoch))
    if optimizer.param_groups[0]["lr"] != before:
        drops.append(epoch)
# @end

print("drops =", drops)
print("finalRate =", optimizer.param_groups[0]["lr"])
