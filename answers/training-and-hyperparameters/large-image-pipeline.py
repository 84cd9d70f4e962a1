"""The mended pipeline, on a few random images, and what a ResNet-50 puts out for one image."""

import math

import torch
import torch.nn.functional as F
from torch import nn, optim
from torch.utils.data import DataLoader
from torchvision import datasets, models, transforms

# Side of the crops, images on the device at once, images per update. In earnest: 1024, 8, 1024.
SIDE, MICRO, BATCH = 64, 8, 16


# @start region="loader"
def training_images(dataset_class, **options):
    return dataset_class(
        **options,
        transform=transforms.Compose([
            transforms.RandomResizedCrop(SIDE),  # one size for all
            transforms.RandomHorizontalFlip(),
            transforms.ToTensor(),
            transforms.Normalize([0.485, 0.456, 0.406],
                                 [0.229, 0.224, 0.225]),
        ]),
    )


images = training_images(datasets.FakeData, size=32, num_classes=10,
                         image_size=(3, SIDE, SIDE), random_offset=1)
loader = DataLoader(images, batch_size=MICRO, shuffle=True,
                    drop_last=True, num_workers=0)  # more on a real machine
# @end


# @start region="training"
def train(model, loader, epochs, rate=0.1, warmup=2):
    decayed = [p for p in model.parameters() if p.ndim > 1]
    others = [p for p in model.parameters() if p.ndim <= 1]
    groups = [{"params": decayed, "weight_decay": 1e-4},
              {"params": others, "weight_decay": 0.0}]
    optimizer = optim.SGD(groups, lr=rate, momentum=0.9)
    parts = BATCH // MICRO
    updates = epochs * (len(loader) // parts)

    def factor(t):  # warm-up, then half a cosine
        if t < warmup:
            return (t + 1) / warmup
        done = (t - warmup) / max(1, updates - warmup)
        return (1 + math.cos(math.pi * done)) / 2

    scheduler = optim.lr_scheduler.LambdaLR(optimizer, factor)
    for _ in range(epochs):
        optimizer.zero_grad()
        for i, (x, y) in enumerate(loader):
            loss = F.cross_entropy(model(x), y) / parts
            loss.backward()  # adds to the gradient
            if (i + 1) % parts == 0:
                optimizer.step()
                optimizer.zero_grad()
                scheduler.step()
    return loss.item() * parts
# @end


# @start region="validation"
held_out = datasets.FakeData(
    size=16, num_classes=10, image_size=(3, SIDE, SIDE),
    random_offset=2,  # images that are not in the training set
    transform=transforms.Compose([
        transforms.Resize(SIDE),
        transforms.CenterCrop(SIDE),  # nothing random
        transforms.ToTensor(),
        transforms.Normalize([0.485, 0.456, 0.406],
                             [0.229, 0.224, 0.225]),
    ]))


def validate(model, batches):
    model.eval()
    with torch.no_grad():
        losses = [F.cross_entropy(model(x), y) for x, y in batches]
    model.train()
    return sum(losses).item() / len(losses)
# @end


# @start region="hooks"
def activations(side):
    """What the convolutions of a ResNet-50 put out for one image."""
    model = models.resnet50(weights=None).eval()
    sizes = []

    def note(module, inputs, output):
        sizes.append(output.numel())

    for module in model.modules():
        if isinstance(module, nn.Conv2d):
            module.register_forward_hook(note)
    with torch.no_grad():
        model(torch.zeros(1, 3, side, side))
    return sum(sizes)
# @end


torch.manual_seed(0)
small_network = nn.Sequential(nn.Conv2d(3, 8, 3, stride=4), nn.GroupNorm(2, 8), nn.ReLU(),
                              nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 10))
assert math.isfinite(train(small_network, loader, epochs=2))
assert math.isfinite(validate(small_network, DataLoader(held_out, batch_size=MICRO)))

# The source's loader: a stray listing number, and without it a dataset that there is not.
PRINTED = """\
trainLoader = torch.utils.data.DataLoader(
    datasets.LARGE('../data', train=True, download=True, 7 transform=transforms.Compose([
    transforms.ToTensor(),
])),
batch_size=1024, shuffle=True)
"""
try:
    exec(PRINTED)
    raise AssertionError("a listing number amid arguments is accepted")
except SyntaxError as error:
    print(f"fails: SyntaxError: {error}")
try:
    exec(PRINTED.replace(" 7 ", " "))
    raise AssertionError("torchvision has a dataset LARGE")
except AttributeError as error:
    print(f"fails: AttributeError: {error}")

print("activations224 =", activations(224))
print("activations1024 =", 16 * activations(256))  # 16 times the area, in a sixteenth of the time
