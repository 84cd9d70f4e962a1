# @start region="listing"
import torch
from torch import nn

x = torch.tensor(
    [
        [-1.0, 0.0, 11.0, -1.0],
        [-1.0, 7.0, 1.0, -1.0],
        [-1.0, 0.0, 1.0, -1.0],
        [-1.0, 0.0, 1.0, -1.0],
    ],
    requires_grad=True,
)
y = nn.MaxPool2d(2, 2)(x.view(1, 1, 4, 4))
y.sum().backward()
print("pooled =", y.view(2, 2).tolist())
print("gradient =", x.grad.tolist())
# @end
