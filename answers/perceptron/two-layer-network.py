"""A two-layer network with a ReLU and dropout in plain NumPy, forward and backward."""

import itertools

import numpy as np


# @start region="forward"
def forward(X, W1, b1, W2, b2):
    Z = X @ W1 + b1
    H = np.maximum(0, Z)
    Y = H @ W2 + b2
    return Y, (X, Z, H)
# @end


# @start region="backward"
def backward(dY, cache, W1, W2):
    X, Z, H = cache
    dW2 = H.T @ dY
    db2 = dY.sum(axis=0)
    dH = dY @ W2.T
    dZ = dH * (Z > 0)
    dW1 = X.T @ dZ
    db1 = dZ.sum(axis=0)
    dX = dZ @ W1.T
    return dW1, db1, dW2, db2, dX
# @end


# @start region="loss"
def squared_error(Y, T):
    n = len(Y)
    return ((Y - T) ** 2).sum() / (2 * n), (Y - T) / n
# @end


# @start region="dropout"
def draw_mask(shape, p, rng):
    return rng.random(shape) >= p  # True: the unit stays


def dropout_forward(H, p, mask=None):
    if mask is None:  # test time
        return (1 - p) * H
    return H * mask


def dropout_backward(dD, mask):
    return dD * mask
# @end


# @start region="inverted"
def inverted_dropout_forward(H, p, mask=None):
    if mask is None:  # test time
        return H
    return H * mask / (1 - p)


def inverted_dropout_backward(dD, p, mask):
    return dD * mask / (1 - p)
# @end


# @start region="together"
def forward_with_dropout(X, W1, b1, W2, b2, p, mask=None):
    Z = X @ W1 + b1
    H = np.maximum(0, Z)
    D = dropout_forward(H, p, mask)
    return D @ W2 + b2, (X, Z, D)


def backward_with_dropout(dY, cache, W2, mask):
    X, Z, D = cache
    dH = dropout_backward(dY @ W2.T, mask)
    dZ = dH * (Z > 0)
    return X.T @ dZ, dZ.sum(axis=0), D.T @ dY, dY.sum(axis=0)
# @end


def fill(*shape, start):
    """Numbers between −1 and 1 that any language can repeat."""
    return np.sin(np.arange(start, start + np.prod(shape)) ** 2).reshape(shape)


X, T = fill(4, 3, start=1), fill(4, 2, start=20)
W1, b1 = fill(3, 5, start=40), fill(5, start=70)
W2, b2 = fill(5, 2, start=80), fill(2, start=100)
p = 0.4

Y, cache = forward(X, W1, b1, W2, b2)
loss, dY = squared_error(Y, T)
dW1, db1, dW2, db2, dX = backward(dY, cache, W1, W2)

i, j = np.indices((4, 5))
mask = (i + 2 * j) % 5 >= 2
Y_dropped, cache = forward_with_dropout(X, W1, b1, W2, b2, p, mask)
lossDropped, dY = squared_error(Y_dropped, T)
dW1Dropped, _, dW2Dropped, _ = backward_with_dropout(dY, cache, W2, mask)

testLoss, _ = squared_error(forward_with_dropout(X, W1, b1, W2, b2, p)[0], T)
meanLoss = 0
for kept in itertools.product([False, True], repeat=5):
    probability = (1 - p) ** sum(kept) * p ** (5 - sum(kept))
    output, _ = forward_with_dropout(X, W1, b1, W2, b2, p, np.array(kept))
    meanLoss += probability * squared_error(output, T)[0]

rng = np.random.default_rng(1)
share = draw_mask((1000, 1000), p, rng).mean()
assert abs(share - (1 - p)) < 0.005, "the mask keeps a share of 1 − p"
inverted = inverted_dropout_forward(np.ones(1000000), p, draw_mask(1000000, p, rng))
assert abs(inverted.mean() - 1) < 0.01, "inverted dropout keeps the mean"

for name in (
    "Y", "loss", "dW1", "db1", "dW2", "db2", "dX",
    "lossDropped", "dW1Dropped", "dW2Dropped", "testLoss", "meanLoss",
):
    print(name, "=", globals()[name].tolist())
