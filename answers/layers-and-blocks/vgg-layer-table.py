# @start region="listing"
import torch.nn as nn
import torchvision

network = torchvision.models.vgg11(weights=None)
convolutions = [m for m in network.features if isinstance(m, nn.Conv2d)]
linear = [m for m in network.classifier if isinstance(m, nn.Linear)]

print("convolutions =", len(convolutions))
print("weightLayers =", len(convolutions) + len(linear))
print("firstChannels =", convolutions[0].out_channels)
print("lastChannels =", convolutions[-1].out_channels)
print("fc6Inputs =", linear[0].in_features)
print("parameters =", sum(p.numel() for p in network.parameters()))
# @end
assert all(m.kernel_size == (3, 3) for m in convolutions)
print("poolings =", sum(isinstance(m, nn.MaxPool2d) for m in network.features))
print("convolutionParameters =", sum(p.numel() for p in network.features.parameters()))
