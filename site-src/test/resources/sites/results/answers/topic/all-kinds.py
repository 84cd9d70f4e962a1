# @start region="first"
import torch

print("small =", torch.tensor(1.25e-7).item())
print("count = 3")
# @end
try:
    torch.tensor(1, 2)
except TypeError as error:
    print("fails: TypeError:", error)
print("second, for no comparison")
