"""One hidden node in PyTorch: its weighted sum, then its bias."""

import torch
import torch.nn.functional as F

# Doubles, so that nothing but the last bits can differ from a calculation by hand.
# @start region="forward"
x = torch.tensor([0.9, 0.7], dtype=torch.float64)
W = torch.tensor([[-0.3, 0.15]], dtype=torch.float64)  # one row per node
b = torch.tensor([0.001], dtype=torch.float64)

out1 = W @ x
z = F.linear(x, W, b)
# @end

# @start region="autograd"
w = W[0].clone().requires_grad_()
bias = b[0].clone().requires_grad_()
(w @ x + bias).backward()
gradient = [*w.grad.tolist(), bias.grad.item()]
# @end

# Weights pasted from a typeset page have a minus sign that is no operator of Python's.
try:
    exec("w1, w2 = \u22120.3, 0.15")
    raise AssertionError("a typeset minus sign was accepted")
except SyntaxError as error:
    print(f"fails: SyntaxError: {error}")

print("out1 =", out1.item())
print("z =", z.item())
print("gradient =", gradient)
