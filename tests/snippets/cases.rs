//! The inputs on which snippets are tried, and the tolerance of their outputs.

use activation_explorer::activation::{Activation, Kind};

/// A function with parameters, its code in one language, and our values.
pub struct Case {
    /// For messages.
    pub name: String,
    /// The code.
    pub code: String,
    /// The kind of argument of `f`.
    pub takes: Takes,
    /// The inputs: `[x]`, `[a, b]`, or a vector.
    pub inputs: Vec<Vec<f64>>,
    /// Our values for each: f, then its derivatives.
    pub values: Vec<Vec<f64>>,
    act: &'static Activation,
    p: Vec<f64>,
    /// Whether it is a formula that a reader typed, which may warn of what overflows on its way.
    typed: bool,
}

/// The kinds of arguments.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Takes {
    /// A number `x`.
    Number,
    /// Two numbers, `a` and `b`.
    Pair,
    /// A vector `z`.
    Vector,
}

impl Case {
    /// All that is to be tried of `act` with the parameters `p`.
    pub fn new(act: &'static Activation, code: String, p: Vec<f64>) -> Self {
        let (takes, inputs): (_, Vec<Vec<f64>>) = match &act.kind {
            Kind::Gated(_) => {
                (Takes::Pair, points(act, &p).iter().map(|x| vec![p[0], *x]).collect())
            }
            // The pieces of maxout are in its code.
            Kind::Vector(_) if act.id != "maxout" => (Takes::Vector, vectors()),
            _ => (Takes::Number, points(act, &p).iter().map(|x| vec![*x]).collect()),
        };
        let values = inputs
            .iter()
            .map(|input| match (&act.kind, takes) {
                (Kind::Gated(gated), _) => {
                    let (f, da, db) = gated.eval(input[0], input[1]);
                    vec![f, da, db]
                }
                (Kind::Vector(vector), Takes::Vector) => {
                    let (f, df) = ((vector.value)(input, &p), (vector.jacobian)(input, &p));
                    [f, df].concat()
                }
                _ => <[f64; 2]>::from(act.eval(input[0], &p)).to_vec(),
            })
            .collect();
        Self {
            name: format!("{} {p:?}", act.id),
            code,
            takes,
            inputs,
            values,
            act,
            p,
            typed: false,
        }
    }

    /// Code of a typed formula with our values, f and f′ at each input.
    #[allow(dead_code, reason = "of the test of typed formulas alone")]
    pub fn typed(name: String, code: String, xs: &[f64], values: Vec<Vec<f64>>) -> Self {
        let inputs = xs.iter().map(|x| vec![*x]).collect();
        let act = activation_explorer::activation::ALL[0];
        Self { name, code, takes: Takes::Number, inputs, values, act, p: Vec::new(), typed: true }
    }

    /// Whether to expect no floating-point warning at an input: none is due unless the value
    /// itself overflows or does not exist.
    pub fn is_calm(&self, i: usize) -> bool {
        let far = self.inputs[i].iter().any(|x| x.is_infinite());
        !self.typed && self.values[i].iter().all(|v| v.is_finite() || (far && !v.is_nan()))
    }

    /// The distance allowed between value `i` at an input and ours, `want`.
    ///
    /// A relative 1e-12, and for the periodic functions the effect of rounding ωx: ours is exact
    /// there, a plain `sin(ωx)` is not.
    pub fn allowed(&self, input: &[f64], i: usize, want: f64) -> f64 {
        let turns = self.p.first().map_or(0.0, |w| (w * input[0]).abs());
        let rounding = f64::EPSILON
            * match (self.act.id, i) {
                ("sinusoid", 0) => turns,
                ("sinusoid", _) => turns * self.p[0].abs(),
                ("snake", 0) if self.p[0] != 0.0 => (1.0 + 2.0 * turns) / self.p[0].abs(),
                ("snake", 1) => 1.0 + 2.0 * turns,
                _ => 0.0,
            };
        1e-12 * want.abs() + rounding + 1e-300
    }
}

/// The defaults, the ends of the sliders, and values past them: negative, zero, tiny, large.
pub fn parameter_sets(act: &Activation) -> Vec<Vec<f64>> {
    let defaults = act.defaults();
    let mut sets = vec![
        defaults.clone(),
        act.params.iter().map(|p| p.slider.0).collect(),
        act.params.iter().map(|p| p.slider.1).collect(),
    ];
    for (i, param) in act.params.iter().enumerate() {
        for value in [-1.5, -3e-7, 0.0, 2e-5, 0.7, 12.5, 1000.0] {
            let mut p = defaults.clone();
            p[i] = value;
            if param.clamp(value) == value {
                sets.push(p);
            }
        }
    }
    sets.iter_mut().for_each(|p| (act.agree)(p));
    let mut kept: Vec<Vec<f64>> = Vec::new();
    for set in sets {
        if !kept.contains(&set) {
            kept.push(set);
        }
    }
    kept
}

/// Points on the whole line: both zeros, the kinks and their neighbours, the tails, ±∞ and NaN.
fn points(act: &Activation, p: &[f64]) -> Vec<f64> {
    let mut points = vec![0.0, -0.0, f64::NAN];
    for at in act.breaks(p) {
        points.extend([at.next_down(), at, at.next_up()]);
    }
    points.extend((-120..=120).map(|i| f64::from(i) * 0.17));
    points.extend((-6..=6).map(f64::from));
    for size in [
        5e-324, 1e-310, 1e-200, 1e-20, 1e-8, 1e-5, 1e-3, 25.0, 36.0, 37.5, 38.4, 39.5, 41.0, 100.0,
        350.0, 707.0, 709.5, 712.0, 740.0, 746.0, 790.0, 801.0, 1e3, 1e6, 1e10, 1e100, 1e155,
        1e200, 1e300,
    ] {
        points.extend([size, -size]);
    }
    // 0·∞ is NaN in every language and in every framework; only the page takes the limit.
    let zero_times_infinity = matches!(
        act.id,
        "leaky_relu"
            | "prelu"
            | "rrelu"
            | "swish"
            | "maxout"
            | "sinusoid"
            | "selu"
            | "hard_sigmoid_ab"
    ) && (p.contains(&0.0) || p.iter().sum::<f64>() == 0.0);
    if !zero_times_infinity {
        points.extend([f64::INFINITY, f64::NEG_INFINITY]);
    }
    points
}

/// Vectors: ties, near-certain winners, large entries.
fn vectors() -> Vec<Vec<f64>> {
    let mut vectors = vec![
        vec![1.0, 2.0, 3.0],
        vec![0.3; 4],
        vec![-0.5],
        vec![1000.0, 1001.0, 999.5],
        vec![-1e5, 3.0, 3.0, 2.9],
        vec![40.0, 0.0, -3.0],
        vec![1e300, -1e300, 0.0],
        vec![0.1, 0.25, 0.2, 0.15, 0.05],
        vec![0.0, f64::NEG_INFINITY, 1.0],
    ];
    vectors.extend((-40..=40).map(|i| vec![f64::from(i) * 0.37, 0.0, 0.0]));
    vectors
}
