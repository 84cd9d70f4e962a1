"""A network of two inputs, three ReLU nodes and two outputs, in PyTorch."""

import torch
import torch.nn.functional as F

# torch.tensor makes a FloatTensor of these numbers unless told otherwise; doubles let the
# results be compared beyond the seven digits of a float.
torch.set_default_dtype(torch.float64)

PRINTED = """\
import torch
w1= torch.tensor([0.15,-0.46,0.59], [0.10,0.32,-0.79])
"""
try:
    exec(PRINTED, {})
    raise AssertionError("the listing as it was printed should not run")
except TypeError as error:  # the rows need a list around them
    print(f"fails: TypeError: {error}")

# @start region="forward"
x = torch.tensor([0.9, 0.7])
w = torch.tensor([[-0.3, 0.15], [0.32, -0.91], [0.37, 0.47]])
B = torch.tensor([0.002])
w1 = torch.tensor([[0.15, -0.46, 0.59], [0.10, 0.32, -0.79]])
w.requires_grad = w1.requires_grad = True

z = w @ x + B
hidden = torch.relu(z)
output = w1 @ hidden
p = F.softmax(output, dim=0)
# @end

# @start region="loss"
labels = torch.tensor([0, 1])
losses = F.cross_entropy(output.expand(2, -1), labels, reduction="none")
# @end
losses[0].backward()

print("z =", z.tolist())
print("hidden =", hidden.tolist())
print("outputs =", output.tolist())
print("p =", p.tolist())
print("losses =", losses.tolist())
print("lossOfSoftmaxTwice =", F.cross_entropy(p, torch.tensor(0)).item())
print("dV =", w1.grad.tolist())
print("dW =", w.grad.tolist())
