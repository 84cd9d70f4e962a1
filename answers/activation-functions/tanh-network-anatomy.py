"""The network of the question, mended, and its anatomy."""

import torch

torch.manual_seed(7)

# @start region="network"
from torch import nn

model = nn.Sequential(
    nn.Linear(200, 512),
    nn.Tanh(),
    nn.Linear(512, 512),
    nn.Tanh(),
    nn.Linear(512, 10),
    nn.LogSoftmax(dim=1),
)
# @end

# @start region="anatomy"
linear = [m for m in model if isinstance(m, nn.Linear)]
linear_layers = len(linear)
hidden_layers = linear_layers - 1
parameter_count = sum(p.numel() for p in model.parameters())
output_shape = list(model(torch.randn(4, 200)).shape)
# @end

# Without the import the first use of nn stops the program.
PRINTED = """\
import torch
nn001 = nn.Sequential(
nn.Linear(200, 512),
nn.Tanh(),
nn.Linear(512, 512),
nn.Tanh(),
nn.Linear(512, 10),
nn.LogSoftmax(dim=1)
)
"""
try:
    exec(PRINTED, {})
    raise AssertionError("the listing as it was printed should not run")
except NameError as error:
    print(f"fails: NameError: {error}")

total = model(torch.randn(4, 200, dtype=torch.float32)).exp().sum(dim=1)
assert torch.allclose(total, torch.ones(4))

print(f"linearLayers = {linear_layers}")
print(f"hiddenLayers = {hidden_layers}")
print(f"parameterCount = {parameter_count}")
print(f"outputShape = {output_shape}")
