# @start region="listing"
from collections import OrderedDict

import torch
from torch import nn


class TwoPoolings(nn.Module):
    def __init__(self):
        super().__init__()
        self.layers = nn.Sequential(
            OrderedDict(
                convolved=nn.Conv2d(3, 32, kernel_size=7, padding=2),
                normalised=nn.BatchNorm2d(32),
                pooledOnce=nn.MaxPool2d(2, 2),
                pooledTwice=nn.MaxPool2d(2, 2),
            )
        )

    def forward(self, x):
        for name, layer in self.layers.named_children():
            x = layer(x)
            print(name, "=", list(x.shape))
        x = x.flatten(start_dim=1)
        print("flattened =", list(x.shape))
        return x


torch.manual_seed(7)
model = TwoPoolings()
model.eval()
image = torch.rand(1, 3, 224, 224)
output = model(image)
# @end

# @start region="friend"
one_pooling = nn.Sequential(*model.layers[:2], nn.MaxPool2d(4, 4))
assert torch.equal(one_pooling(image).flatten(start_dim=1), output)
# @end

# In training mode batch normalisation uses the batch's own statistics.
one_pooling.train()
assert not torch.allclose(one_pooling(image).flatten(start_dim=1), output)

# @start region="ties"
two, one = nn.Sequential(nn.MaxPool2d(2), nn.MaxPool2d(2)), nn.MaxPool2d(4)
tied = torch.zeros(1, 1, 4, 4)
tied[0, 0, 0, 2] = tied[0, 0, 1, 0] = 1
for name, pooling in [("gradientOfTwo", two), ("gradientOfOne", one)]:
    x = tied.clone().requires_grad_()
    pooling(x).sum().backward()
    print(name, "=", x.grad.view(4, 4).tolist())
# @end


# As the listing circulates, forward stands outside of the class, and is not indented evenly.
PRINTED = """\
import torch
from torch import nn
class MaxPool001(nn.Module):
    def __init__(self):
        super(MaxPool001, self).__init__()
        self.math = torch.nn.Sequential(
        torch.nn.Conv2d(3, 32, kernel_size=7, padding=2),
        torch.nn.BatchNorm2d(32),
        torch.nn.MaxPool2d(2, 2),
        torch.nn.MaxPool2d(2, 2),
        )
def forward(self, x):
     print (x.data.shape)
    x = self.math(x)
    return x
model = MaxPool001()
model.eval()
x = torch.rand(1, 3, 224, 224)
out=model.forward(x)
"""
try:
    exec(PRINTED, {})
    raise AssertionError("uneven indentation is accepted")
except IndentationError as error:
    print(f"fails: IndentationError: {error}")
try:
    exec(PRINTED.replace("     print", "    print"), {})
    raise AssertionError("a module without forward can be called")
except NotImplementedError as error:
    print(f"fails: NotImplementedError: {error}")
