"""One hidden node followed by a ReLU, in PyTorch: the output and its gradient."""

import torch


# @start region="forward"
def node(w, b, x):
    return torch.relu(w @ x + b)


w = torch.tensor([-0.3, 0.15], dtype=torch.float64, requires_grad=True)
b = torch.tensor(0.001, dtype=torch.float64, requires_grad=True)
x = torch.tensor([0.9, 0.7], dtype=torch.float64)

z = w @ x + b
out2 = node(w, b, x)
# @end


# @start region="gradient"
def gradient(x):
    dw, db = torch.autograd.grad(node(w, b, x), (w, b))
    return [*dw.tolist(), db.item()]
# @end


active = torch.tensor([0.9, 2.4], dtype=torch.float64)

print("z =", z.item())
print("out2 =", out2.item())
print("activeOutput =", node(w, b, active).item())
print("gradient =", gradient(x))
print("activeGradient =", gradient(active))
