// Trains the same networks on the same points in batches of ten with SGD: the engine in WebAssembly,
// TensorFlow Playground's network code, and TF.js on its processor and its WebAssembly backends.

const BATCH = 10, RATE = 0.03;
// The same numbers as in kernel.rs.
const points = Array.from({ length: 200 }, (_, i) => {
  const inner = i % 2 === 0, radius = inner ? 1.5 : 4;
  return [radius * Math.cos(2.4 * i), radius * Math.sin(2.4 * i), inner ? 1 : -1];
});

let playground = null;

async function load() {
  const module = await import(new URL("kernel/simd.js", location.href).href);
  await module.default();
  playground = await import(new URL("lib/nn.js", location.href).href).catch(() => null);
  tf.wasm.setWasmPaths(new URL("lib/", location.href).href);
  return { playground: !!playground };
}

/** ms for as many runs as take at least this long, and their number. */
function timed(run, least) {
  let count = 1, ms;
  do {
    count *= 2;
    const start = performance.now();
    run(count);
    ms = performance.now() - start;
  } while (ms < least);
  return ms / count;
}

const WAYS = {
  engine(hidden, act) {
    start(hidden.join(), act);
    return { steps: advance, picture: () => picture(100), loss };
  },
  playground(hidden, act) {
    if (!playground) return null;
    const { Activations, Errors, buildNetwork, forwardProp, backProp, updateWeights } = playground;
    const kind = { tanh: Activations.TANH, relu: Activations.RELU, sigmoid: Activations.SIGMOID }[act];
    const network = buildNetwork([2, ...hidden, 1], kind, Activations.TANH, null, ["x", "y"], false);
    let next = 0;
    // `oneStep` of playground.ts.
    const steps = (count) => {
      for (let i = 0; i < count * BATCH; i++) {
        const [x, y, label] = points[next];
        next = (next + 1) % points.length;
        forwardProp(network, [x, y]);
        backProp(network, label, Errors.SQUARE);
        if ((i + 1) % BATCH === 0) updateWeights(network, RATE, 0);
      }
    };
    const picture = () => {
      let sum = 0;
      for (let j = 0; j < 100; j++)
        for (let i = 0; i < 100; i++) sum += forwardProp(network, [(i - 49.5) * 0.12, (j - 49.5) * 0.12]);
      return sum;
    };
    const loss = () =>
      points.reduce((sum, [x, y, label]) => sum + 0.5 * (forwardProp(network, [x, y]) - label) ** 2, 0) / points.length;
    return { steps, picture, loss };
  },
  tensorflow(hidden, act) {
    const sizes = [2, ...hidden, 1];
    const layers = sizes.slice(1).map((units, i) => [
      tf.variable(tf.randomNormal([sizes[i], units], 0, Math.sqrt(2 / sizes[i]))),
      tf.variable(tf.zeros([units])),
    ]);
    const kind = { tanh: tf.tanh, relu: tf.relu, sigmoid: tf.sigmoid }[act];
    const forward = (x) =>
      layers.reduce((z, [w, b], i) => {
        const sum = z.matMul(w).add(b);
        return i + 1 < layers.length ? kind(sum) : sum.tanh();
      }, x);
    const batches = Array.from({ length: points.length / BATCH }, (_, k) => {
      const part = points.slice(k * BATCH, (k + 1) * BATCH);
      return [tf.tensor2d(part.map(([x, y]) => [x, y])), tf.tensor2d(part.map(([, , label]) => [label]))];
    });
    const optimiser = tf.train.sgd(RATE);
    let next = 0;
    const steps = (count) => {
      for (let i = 0; i < count; i++) {
        const [x, y] = batches[next];
        next = (next + 1) % batches.length;
        optimiser.minimize(() => forward(x).sub(y).square().mul(0.5).mean());
      }
    };
    const all = tf.tensor2d(points.map(([x, y]) => [x, y]));
    const labels = tf.tensor2d(points.map(([, , label]) => [label]));
    const loss = () => tf.tidy(() => forward(all).sub(labels).square().mul(0.5).mean().dataSync()[0]);
    return { steps, picture: null, loss };
  },
};

/** µs a sample, ms a picture of 100 × 100, and the loss after the time: that it learns. */
async function train(way, hidden, act) {
  const [name, backend] = way.split(":");
  if (backend) {
    if (!(await tf.setBackend(backend).catch(() => false))) return null;
    await tf.ready();
  }
  let made;
  try {
    made = WAYS[name](hidden, act);
    made?.steps(20);
  } catch (fault) {
    return { fault: String(fault).slice(0, 200) };
  }
  if (!made) return null;
  const sample = (1e3 * timed(made.steps, 250)) / BATCH;
  const drawn = made.picture ? timed((count) => { for (let i = 0; i < count; i++) made.picture(); }, 100) : null;
  const after = made.loss();
  if (backend) tf.disposeVariables();
  return { sample, drawn, loss: after };
}
