import numpy as np

# @start region="draw"
print("z =", 0.125 * -1.32)
noise = np.random.default_rng(7).random()
# @end
