"""tanh and its derivative: in plain Python, and as a PyTorch autograd function."""

import math

import numpy as np
import torch


# @start region="plain"
def tanh(x):
    up, down = math.exp(x), math.exp(-x)
    return (up - down) / (up + down)


def tanh_slope(x):
    return 1 - tanh(x) ** 2


x = np.array([[0.37, 0.192, 0.571]])
value = [tanh(xi) for xi in x[0]]
slope = [tanh_slope(xi) for xi in x[0]]
# @end


# @start region="function"
class TanhFunction(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        y = torch.tanh(x)
        ctx.save_for_backward(y)
        return y

    @staticmethod
    def backward(ctx, upstream):
        (y,) = ctx.saved_tensors
        return upstream * (1 - y * y)
# @end


# @start region="gradcheck"
t = torch.tensor(x, requires_grad=True)  # float64, as x is
assert torch.autograd.gradcheck(TanhFunction.apply, (t,))
# @end


class ForgetsUpstream(TanhFunction):
    """The mistake that gradcheck has to catch."""

    @staticmethod
    def backward(ctx, upstream):
        (y,) = ctx.saved_tensors
        return 1 - y * y


assert not torch.autograd.gradcheck(ForgetsUpstream.apply, (t,), raise_exception=False)
assert np.allclose(value, np.tanh(x[0]), atol=1e-15)

upstream = torch.tensor([[1.0, -2.0, 0.5]], dtype=torch.float64)
y = TanhFunction.apply(t)
y.backward(upstream)
assert torch.equal(y.detach(), torch.tanh(t.detach()))

print(f"value = {value}")
print(f"slope = {slope}")
print(f"downstream = {t.grad[0].tolist()}")
