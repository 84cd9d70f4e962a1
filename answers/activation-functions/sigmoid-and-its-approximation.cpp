// The logistic sigmoid and its base-2 approximation on LibTorch tensors.
// Both passes are written out; autograd serves as the check.
#include <torch/script.h>

#include <cmath>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

// @start region="forward"
torch::Tensor sigmoidForward(const torch::Tensor& x) {
  return 1.0 / (1.0 + torch::exp(-x));
}
// @end

// @start region="backward"
// upstream is dL/dy; y is what the forward pass returned
torch::Tensor sigmoidBackward(const torch::Tensor& upstream,
                              const torch::Tensor& y) {
  return upstream * y * (1.0 - y);
}
// @end

// @start region="approximation"
const double kSteepness = 1.5 * std::log(2.0);

torch::Tensor approximationForward(const torch::Tensor& x) {
  return 1.0 / (1.0 + torch::exp2(-1.5 * x));
}

torch::Tensor approximationBackward(const torch::Tensor& upstream,
                                    const torch::Tensor& y) {
  return upstream * kSteepness * y * (1.0 - y);
}
// @end

// The largest difference between a backward pass and autograd.
template <typename Forward, typename Backward>
double autogradError(Forward forward, Backward backward,
                     const torch::Tensor& at) {
  torch::Tensor x = at.clone().set_requires_grad(true);
  torch::Tensor y = forward(x);
  torch::Tensor upstream = torch::linspace(-1, 2, x.numel(), x.options());
  y.backward(upstream.detach());
  torch::Tensor ours = backward(upstream.detach(), y.detach());
  return (ours - x.grad()).abs().max().item<double>();
}

void print(const std::string& name, const torch::Tensor& values) {
  std::cout << name << " = [";
  for (int64_t i = 0; i < values.numel(); ++i) {
    std::cout << (i == 0 ? "" : ", ") << values[i].item<double>();
  }
  std::cout << "]\n";
}

int main() {
  std::cout << std::setprecision(12);
  const std::vector<double> v{0.0, 0.1, 0.2, 0.3, 0.4, 0.5,
                              0.6, 0.7, 0.8, 0.9, 0.99};

  // @start region="loop"
  for (double value : v) {
    torch::Tensor x = torch::tensor(value, torch::kDouble);
    torch::Tensor one = torch::ones_like(x);

    torch::Tensor y = sigmoidForward(x);
    torch::Tensor slope = sigmoidBackward(one, y);
    torch::Tensor near = approximationForward(x);
    torch::Tensor nearSlope = approximationBackward(one, near);

    std::cout << value << ": " << y.item<double>() << ", slope "
              << slope.item<double>() << "; approximation "
              << near.item<double>() << ", slope "
              << nearSlope.item<double>() << "\n";
  }
  // @end

  const torch::Tensor all = torch::tensor(v, torch::kDouble);
  if (autogradError(sigmoidForward, sigmoidBackward, all) > 1e-12 ||
      autogradError(approximationForward, approximationBackward, all) >
          1e-12) {
    std::cerr << "a backward pass disagrees with autograd\n";
    return 1;
  }
  std::cout << std::setprecision(17);
  const torch::Tensor ones = torch::ones_like(all);
  const torch::Tensor exact = sigmoidForward(all);
  const torch::Tensor near = approximationForward(all);
  print("sigmoid", exact);
  print("sigmoidSlope", sigmoidBackward(ones, exact));
  print("approximation", near);
  print("approximationSlope", approximationBackward(ones, near));
  return 0;
}
