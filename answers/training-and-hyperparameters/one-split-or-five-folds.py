"""Five-fold cross-validation and a search over C on the irises with scikit-learn."""

import warnings

import numpy as np
from sklearn.datasets import load_iris
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import (GridSearchCV, StratifiedKFold,
                                     cross_val_score, train_test_split)

# Tight tolerances, so that another solver comes to the same weights.
# @start region="folds"
X, y = load_iris(return_X_y=True)
model = LogisticRegression(tol=1e-8, max_iter=10_000)
folds = cross_val_score(model, X, y, cv=StratifiedKFold(5))
# @end

# @start region="search"
X_train, X_test, y_train, y_test = train_test_split(
    X, y, test_size=0.2, stratify=y, random_state=0)
search = GridSearchCV(model, {"C": [0.01, 0.1, 1, 10, 100]},
                      scoring="roc_auc_ovr", cv=5)
search.fit(X_train, y_train)
held_out = search.score(X_test, y_test)  # once, at the end
# @end

assert held_out > 0.9

# The same search over all 150, for a comparison that does not depend on the random split.
grid = {"C": [0.01, 0.1, 1, 10, 100]}
accuracy = GridSearchCV(model, grid, scoring="accuracy", cv=5).fit(X, y)
area = GridSearchCV(model, grid, scoring="roc_auc_ovr", cv=5).fit(X, y)

# What fails: an argument that there is not, and a score for two classes.
PRINTED = """\
from sklearn import datasets
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
dataset = datasets.load_iris()
X_train, X_test, y_train, y_test = \\
train_test_split(dataset.data, dataset.target, test_size=0.2)
clf = LogisticRegression(data_norm=12)
clf.fit(X_train, y_train)
"""
try:
    exec(PRINTED, {})
    raise AssertionError("data_norm was accepted")
except TypeError as error:
    print(f"fails: TypeError: {error}")
with warnings.catch_warnings():
    warnings.simplefilter("ignore", UserWarning)
    warnings.simplefilter("ignore", ConvergenceWarning)
    # @start region="fails"
    binary = GridSearchCV(model, grid, scoring="roc_auc", cv=5).fit(X, y)
    assert np.isnan(binary.cv_results_["mean_test_score"]).all()
    # @end

print("folds =", folds.tolist())
print("mean =", folds.mean())
print("accuracy =", accuracy.cv_results_["mean_test_score"].tolist())
print("area =", area.cv_results_["mean_test_score"].tolist())
print("best =", float(area.best_params_["C"]))
