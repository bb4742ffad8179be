// Evaluates functions in plain JavaScript and in WebAssembly: f(x) and f′(x) of every function of
// one number, by the textbook formula in terms of x and the parameters a and b.

const X0 = -5, X1 = 5, PLACES = 1000;
const xs = Float64Array.from({ length: PLACES }, (_, i) => X0 + ((X1 - X0) * (i + 0.5)) / PLACES);

// `s` is the logistic function, written out where it is used.
const s = (u) => `1 / (1 + Math.exp(-(${u})))`;
const leaky = ["x > 0 ? x : a * x", "x > 0 ? 1 : a"];
const u = "Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3)";

const FORMULAS = {
  sigmoid: [s("x"), `((y) => y * (1 - y))(${s("x")})`],
  tanh: ["Math.tanh(x)", "1 - Math.tanh(x) ** 2"],
  softsign: ["x / (1 + Math.abs(x))", "1 / (1 + Math.abs(x)) ** 2"],
  hard_sigmoid: ["Math.min(Math.max((x + 3) / 6, 0), 1)", "x > -3 && x < 3 ? 1 / 6 : 0"],
  hard_sigmoid_ab: ["Math.min(Math.max(a * x + b, 0), 1)", "a * x + b > 0 && a * x + b < 1 ? a : 0"],
  hardtanh: ["Math.min(Math.max(x, a), b)", "x > a && x < b ? 1 : 0"],
  relu: ["Math.max(0, x)", "x > 0 ? 1 : 0"],
  leaky_relu: leaky,
  prelu: leaky,
  rrelu: ["x > 0 ? x : (a + b) / 2 * x", "x > 0 ? 1 : (a + b) / 2"],
  relu6: ["Math.min(Math.max(0, x), 6)", "x > 0 && x < 6 ? 1 : 0"],
  squared_relu: ["Math.max(0, x) ** 2", "2 * Math.max(0, x)"],
  threshold: ["x > a ? x : b", "x > a ? 1 : 0"],
  thresholded_relu: ["x > a ? x : 0", "x > a ? 1 : 0"],
  elu: ["x > 0 ? x : a * Math.expm1(x)", "x > 0 ? 1 : a * Math.exp(x)"],
  selu: ["b * (x > 0 ? x : a * Math.expm1(x))", "b * (x > 0 ? 1 : a * Math.exp(x))"],
  celu: ["x > 0 ? x : a * Math.expm1(x / a)", "x > 0 ? 1 : Math.exp(x / a)"],
  softplus: ["Math.log(1 + Math.exp(a * x)) / a", s("a * x")],
  log_sigmoid: ["-Math.log(1 + Math.exp(-x))", s("-x")],
  swish: [`x * (${s("a * x")})`, `((y) => y * (1 + a * x * (1 - y)))(${s("a * x")})`],
  hardswish: ["x <= -3 ? 0 : x < 3 ? x * (x + 3) / 6 : x", "x <= -3 ? 0 : x < 3 ? (2 * x + 3) / 6 : 1"],
  mish: [
    "x * Math.tanh(Math.log(1 + Math.exp(x)))",
    `((t) => t + x * (${s("x")}) * (1 - t * t))(Math.tanh(Math.log(1 + Math.exp(x))))`,
  ],
  gelu_tanh: [
    `0.5 * x * (1 + Math.tanh(${u}))`,
    `((t) => 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x))(Math.tanh(${u}))`,
  ],
  gelu_quick: [`x * (${s("1.702 * x")})`, `((y) => y * (1 + 1.702 * x * (1 - y)))(${s("1.702 * x")})`],
  softshrink: ["x > a ? x - a : x < -a ? x + a : 0", "Math.abs(x) > a ? 1 : 0"],
  hardshrink: ["Math.abs(x) > a ? x : 0", "Math.abs(x) > a ? 1 : 0"],
  tanhshrink: ["x - Math.tanh(x)", "Math.tanh(x) ** 2"],
  gaussian: ["Math.exp(-x * x)", "-2 * x * Math.exp(-x * x)"],
  sinusoid: ["Math.sin(a * x)", "a * Math.cos(a * x)"],
  snake: ["x + Math.sin(a * x) ** 2 / a", "1 + Math.sin(2 * a * x)"],
  identity: ["x", "1"],
  binary_step: ["x >= 0 ? 1 : 0", "0"],
  abs: ["Math.abs(x)", "Math.sign(x)"],
};

/** The sum of f + f′ over all places, `passes` times: a loop of its own for every function. */
function inJavaScript(name) {
  const formulas = FORMULAS[name];
  if (!formulas) return null;
  const [f, df] = formulas;
  const loop = new Function("xs", "passes", "a", "b", `
    let sum = 0;
    for (let pass = 0; pass < passes; pass++) {
      for (let i = 0; i < xs.length; i++) {
        const x = xs[i];
        sum += (${f}) + (${df});
      }
    }
    return sum;`);
  const [a, b] = parameters(name);
  return (passes) => loop(xs, passes, a, b);
}

const names = () => catalogue().split(",").map((entry) => entry.split(":")[0]);
const parameters = (name) => {
  const entry = catalogue().split(",").find((entry) => entry.startsWith(`${name}:`));
  return entry.split(":")[1].split(";").filter(Boolean).map(Number);
};

/** ns an element of each way, and how far their means are apart from that of a call an element. */
function time(name) {
  const measure = (run) => {
    let passes = 8, ms, sum;
    do {
      passes *= 2;
      const start = performance.now();
      sum = run(passes);
      ms = performance.now() - start;
    } while (ms < 60);
    return [(ms * 1e6) / (passes * PLACES), sum / (passes * PLACES)];
  };
  const script = inJavaScript(name);
  const ways = [evaluate, slices, lanes].map((way) => (passes) => way(name, passes));
  const all = [...ways, ...(script ? [script] : [])].map(measure);
  const apart = Math.max(...all.map(([, mean]) => Math.abs(mean - all[0][1])));
  return [...Array.from({ length: 4 }, (_, way) => all[way]?.[0] ?? null), apart];
}
