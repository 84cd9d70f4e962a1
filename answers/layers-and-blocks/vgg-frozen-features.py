# @start region="listing"
import torch
import torchvision

torch.manual_seed(7)
block = torchvision.models.vgg11(weights=None).features[:3]
block.requires_grad_(False)

for height, width in [(224, 224), (512, 512), (704, 1024)]:
    image = torch.rand(1, 3, height, width)
    print(f"shape{width} = {list(block(image).shape)}")
# @end

# @start region="printed"
PRINTED = """\
Sequential(
  (0): Conv2d(3, 64, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
  (1): ReLU(inplace=True)
  (2): MaxPool2d(kernel_size=2, stride=2, padding=0, dilation=1, ceil_mode=False)
)"""
assert str(block) == PRINTED
# @end

print("filters =", block[0].out_channels)
print("parameters =", sum(p.numel() for p in block.parameters()))
features = torchvision.models.vgg11(weights=None).features
assert features[:3][0] is features[0]
