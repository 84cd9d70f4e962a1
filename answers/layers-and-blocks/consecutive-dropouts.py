import torch
from torch import nn


# @start region="listing"
def two_dropouts(p, q):
    return nn.Sequential(
        nn.Conv2d(1024, 32, kernel_size=3),
        nn.ReLU(),
        nn.Dropout(p),
        nn.Dropout(q),
    )
# @end


# @start region="run"
def combined(p, q):
    return 1 - (1 - p) * (1 - q)


torch.manual_seed(65)
p = q = 0.1
both = two_dropouts(p, q)[2:]
y = both(torch.ones(100_000, dtype=torch.double))
print("combined =", combined(p, q))
print("scale =", y.max().item())
# @end

zeros = (y == 0).double().mean().item()
share = combined(p, q)
assert abs(zeros - share) < 4 * (share * (1 - share) / y.numel()) ** 0.5
assert torch.equal(both.eval()(y), y)

# As the listing circulates it can't be built, and in place it can't be trained.
PRINTED = """\
import torch
import torch.nn as nn
nn.Sequential(
    nn.Conv2d(1024, 32),
    nn.ReLU(),
    nn.Dropout(p=P, inplace=True),
    nn.Dropout(p=Q, inplace=True)
)
"""
try:
    exec(PRINTED, {"P": p, "Q": q})
    raise AssertionError("Conv2d accepts a missing kernel size")
except TypeError as error:
    assert "kernel_size" in str(error)
    print(f"fails: TypeError: {error}")
in_place = two_dropouts(p, q)
in_place[2].inplace = in_place[3].inplace = True
try:
    in_place(torch.rand(1, 1024, 4, 4)).sum().backward()
    raise AssertionError("dropping in place after a ReLU can be trained")
except RuntimeError as error:
    assert "inplace operation" in str(error)
    print(f"fails: RuntimeError: {error}")
two_dropouts(p, q)(torch.rand(1, 1024, 4, 4)).sum().backward()
