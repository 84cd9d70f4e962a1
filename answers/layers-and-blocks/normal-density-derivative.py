"""The normal density and its derivatives: from scratch, and with SciPy."""

import math

import scipy.stats  # "import scipy" alone need not load the submodule


# @start region="scratch"
def normal_pdf(x, mu=0.0, sigma=1.0):
    u = (x - mu) / sigma
    return math.exp(-0.5 * u * u) / (sigma * math.sqrt(2 * math.pi))
# @end


# @start region="derivative"
def normal_pdf_derivative(x, mu=0.0, sigma=1.0):
    """The derivative of the density by x."""
    return -(x - mu) / sigma**2 * scipy.stats.norm.pdf(x, mu, sigma)
# @end


# @start region="gradient"
def normal_pdf_gradient(x, mu=0.0, sigma=1.0):
    """The derivatives of the density by x, mu and sigma."""
    u = (x - mu) / sigma
    p = scipy.stats.norm.pdf(x, mu, sigma)
    return [-u / sigma * p, u / sigma * p, (u * u - 1) / sigma * p]
# @end


mu, sigma = 1.0, 2.0
xs = [-3.0, -1.0, 1.0, 2.0, 3.0, 7.0]
for x in xs:
    assert math.isclose(normal_pdf(x, mu, sigma), scipy.stats.norm.pdf(x, mu, sigma))
print("density =", [normal_pdf(x, mu, sigma) for x in xs])
print("derivative =", [float(normal_pdf_derivative(x, mu, sigma)) for x in xs])
print("gradient =", [float(d) for d in normal_pdf_gradient(2.0, mu, sigma)])
