"""Manhattan and Euclidean distance of two vectors in NumPy and SciPy."""

import numpy as np
from scipy.spatial import distance

u = np.array([6, 1, 4, 5])
v = np.array([2, 8, 3, -1])

# @start region="distances"
manhattan = np.abs(u - v).sum()
euclidean = np.sqrt(((u - v) ** 2).sum())

assert manhattan == distance.cityblock(u, v)
assert np.isclose(euclidean, distance.euclidean(u, v), rtol=1e-15)
assert manhattan == np.linalg.norm(u - v, ord=1)
assert np.isclose(euclidean, np.linalg.norm(u - v, ord=2), rtol=1e-15)
# @end

print("difference =", (u - v).tolist())
print("manhattan =", float(manhattan))
print("euclidean =", float(euclidean))
print("chebyshev =", float(distance.chebyshev(u, v)))
