# @start region="listing"
import torch
import torchvision


def frozen_features():
    network = torchvision.models.vgg11(weights=None).eval()
    return network.features.requires_grad_(False)


def print_shapes(features):
    for height, width in [(224, 224), (512, 512), (704, 1024)]:
        image = torch.rand(1, 3, height, width)
        print(f"shape{width} = {list(features(image).shape)}")


if __name__ == "__main__":
    torch.manual_seed(7)
    vgg_features = frozen_features()
    print_shapes(vgg_features)
# @end
    print("modules =", len(vgg_features))
    print("lastIndex =", list(vgg_features._modules)[-1])
    print("parameters =", sum(p.numel() for p in vgg_features.parameters()))
    assert isinstance(vgg_features[-1], torch.nn.MaxPool2d)

    # As the listing circulates, nothing under main() is indented.
    PRINTED = """\
import torchvision
import torch
def main():
vgg11 = torchvision.models.vgg11(pretrained=True)
vgg_layers = vgg11.features
for param in vgg_layers.parameters():
param.requires_grad = False
"""
    try:
        exec(PRINTED, {})
        raise AssertionError("a body without indentation runs")
    except IndentationError as error:
        print(f"fails: IndentationError: {error}")
