import torch
from torch.distributions import Beta

one, three, five = torch.tensor([1.0, 3.0, 5.0], dtype=torch.double)
text = Beta(five, one)
figure = Beta(three, one)
print("meanText =", text.mean.item())
print("meanFigure =", figure.mean.item())
