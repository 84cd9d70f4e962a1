"""The Manhattan distance in SciPy and in PyTorch, on a GPU if there is one."""

import torch

# @start region="scipy"
from scipy.spatial import distance

u = [6, 1, 4, 5]
v = [2, 8, 3, -1]
reference = distance.cityblock(u, v)
# @end

# @start region="plain"
plain = sum(abs(a - b) for a, b in zip(u, v))
# @end


# @start region="torch"
device = torch.device("cuda" if torch.cuda.is_available() else "cpu")


def manhattan(a, b):
    return (a - b).abs().sum()


a = torch.tensor(u, dtype=torch.float32, device=device)
b = torch.tensor(v, dtype=torch.float32, device=device)
result = manhattan(a, b)  # still on the device
# @end

# @start region="library"
by_norm = torch.linalg.vector_norm(a - b, ord=1)
by_cdist = torch.cdist(a[None], b[None], p=1)[0, 0]
# @end

# @start region="pairs"
points = torch.stack([a, b, torch.zeros_like(a)])
pairs = torch.cdist(points, points, p=1)  # all of them at once
# @end

# @start region="bytes"
dark = torch.tensor([10], dtype=torch.uint8)
light = torch.tensor([20], dtype=torch.uint8)
wrapped = (dark - light).abs()  # 246: a byte has no −10
# @end

PRINTED = """\
from scipy import spatial
x1=[6,1,4,5]
x2=[2,8,3,-1]
cityblock = spatial.distance.cityblock(x1, x2) 5 print("Manhattan:", cityblock)
"""
try:  # a listing number in place of a line break
    exec(PRINTED, {})
    raise AssertionError("Python must refuse this")
except SyntaxError as error:
    print(f"fails: SyntaxError: {error}")

assert result.device.type == device.type
assert plain == reference == by_norm.item() == by_cdist.item()
assert manhattan(dark.int(), light.int()).item() == 10

print("manhattan =", result.item())
print("pairs =", pairs.tolist())
print("wrapped =", wrapped.item())
