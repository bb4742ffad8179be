//! The kink of ReLU at 0: one-sided slopes, the effect of the choice of subgradient, softplus
//! beside it, and the values of frameworks.

use crate::activation::{Activation, Window, relu::RELU, softplus::SOFTPLUS};

/// The place nearest to 0 where the pieces of a function meet, else 0.
#[must_use]
pub fn corner(act: &Activation, p: &[f64]) -> f64 {
    let breaks = act.breaks(p).into_iter();
    breaks.min_by(|a, b| a.abs().total_cmp(&b.abs())).unwrap_or(0.0)
}

/// The view's window about a point of a function's graph, magnified by a power of ten.
#[must_use]
pub fn zoomed(act: &Activation, p: &[f64], x: f64, power: i32) -> Window {
    let (y, size) = (act.f(x, p), 10f64.powi(-power));
    Window::new(x - 2.0 * size, x + 2.0 * size, y - 0.5 * size, y + 1.5 * size)
}

/// A function's difference quotients on both sides of a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quotient {
    /// The step h.
    pub h: f64,
    /// (f(x) − f(x − h))/h.
    pub left: f64,
    /// (f(x + h) − f(x))/h.
    pub right: f64,
}

/// The difference quotients of `act` at `x` for h = 1, 1/10, …, 10⁻⁸: beyond, rounding would be
/// seen and not the function.
///
/// Their limits are the one-sided derivatives. For ReLU at 0 each is exact: 0 and 1 for every h.
#[must_use]
pub fn quotients(act: &Activation, p: &[f64], x: f64) -> Vec<Quotient> {
    let at = act.f(x, p);
    let quotient = |power: i32| {
        let h = libm::pow(10.0, f64::from(-power));
        let (below, above) = (x - h, x + h);
        Quotient {
            h,
            // Over the step that was really taken, which x − h rounds.
            left: (at - act.f(below, p)) / (x - below),
            right: (act.f(above, p) - at) / (above - x),
        }
    };
    (0..=8).map(quotient).collect()
}

/// The subgradients of ReLU at 0 to choose from; every number in [0, 1] is one.
///
/// 0 is the choice of `relu` in PyTorch, JAX and TensorFlow; ½ that of `torch.maximum`,
/// `jnp.maximum(x, 0)` and softplus for every β; 1 that of `tf.maximum(x, 0)` and
/// `torch.clamp(x, min=0)`. See [`ROWS`].
pub const SUBGRADIENTS: [f64; 3] = [0.0, 0.5, 1.0];

/// A single weight before a ReLU, y = max(0, w·1), that learns a target by descent on ½(y − t)².
///
/// At w = 0 the step is rate · (y − t) · the chosen subgradient: with 0 the weight stays there
/// for ever, whatever the target. A weight is exactly 0 if it starts there (all zeros are a
/// common start) or if a step ends there; from other places a descent does not meet the kink.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Descent {
    /// The weight w, which is also the input of the ReLU.
    pub weight: f64,
    /// The target t.
    pub target: f64,
    /// The learning rate.
    pub rate: f64,
    /// The value used for relu′(0).
    pub subgradient: f64,
}

impl Descent {
    /// A weight of 0 that should learn to be 1, at rate ½.
    #[must_use]
    pub const fn new(subgradient: f64) -> Self {
        Self { weight: 0.0, target: 1.0, rate: 0.5, subgradient }
    }

    /// The output y.
    #[must_use]
    pub fn output(&self) -> f64 {
        RELU.f(self.weight, &[])
    }

    /// ReLU's slope at the weight; at 0 the subgradient.
    #[must_use]
    pub fn slope(&self) -> f64 {
        if self.weight == 0.0 { self.subgradient } else { RELU.df(self.weight, &[]) }
    }

    /// ∂/∂w of the loss: (y − t) times the slope.
    #[must_use]
    pub fn gradient(&self) -> f64 {
        (self.output() - self.target) * self.slope()
    }

    /// The loss ½(y − t)².
    #[must_use]
    pub fn loss(&self) -> f64 {
        let error = self.output() - self.target;
        0.5 * error * error
    }

    /// The descent after its next step.
    #[must_use]
    pub fn step(self) -> Self {
        Self { weight: self.weight - self.rate * self.gradient(), ..self }
    }
}

/// softplus_β(x) − max(0, x) = ln(1 + e^(−β|x|))/β: positive, largest at 0, even.
#[must_use]
pub fn softplus_gap(beta: f64, x: f64) -> f64 {
    SOFTPLUS.f(x, &[beta]) - RELU.f(x, &[])
}

/// The largest gap, ln 2/β, which goes to 0 with growing β.
#[must_use]
pub fn largest_gap(beta: f64) -> f64 {
    softplus_gap(beta, 0.0)
}

/// A row of the table of derivatives that frameworks return at kinks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// The case measured: an id, with its parameters if it has any, or an expression.
    pub case: &'static str,
    /// The catalogue's function.
    pub id: &'static str,
    /// Its parameters.
    pub params: &'static [f64],
    /// The input.
    pub x: f64,
    /// f′ there in each framework; none if it was not measured.
    pub measured: &'static [Option<f64>],
}

impl Row {
    /// f′ here, by the house convention, which is PyTorch's by its sources.
    #[must_use]
    pub fn house(&self) -> f64 {
        crate::activation::by_id(self.id).map_or(f64::NAN, |act| act.df(self.x, self.params))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;

    #[test]
    fn the_corner_nearest_to_zero_is_shown_as_large_as_asked() {
        let corner = |id: &str| {
            let act = by_id(id).unwrap();
            corner(act, &act.defaults())
        };
        assert_eq!((corner("tanh"), corner("relu")), (0.0, 0.0));
        assert_eq!((corner("relu6"), corner("hard_sigmoid").abs()), (0.0, 3.0));
        let w = zoomed(&RELU, &[], 0.0, 2);
        assert_eq!((w.x_min, w.x_max, w.y_min, w.y_max), (-0.02, 0.02, -0.005, 0.015));
    }

    #[test]
    fn quotients_of_relu_at_zero_are_exact_and_never_meet() {
        let all = quotients(&RELU, &[], 0.0);
        assert_eq!(all.len(), 9);
        assert!(all.iter().all(|q| (q.left, q.right) == (0.0, 1.0)));
        assert_eq!((all[0].h, all[8].h), (1.0, 1e-8));
    }

    #[test]
    fn elsewhere_both_quotients_go_to_the_derivative() {
        for (id, x) in [("tanh", 0.3), ("softplus", 0.0), ("gelu", -1.0), ("relu", 2.0)] {
            let act = by_id(id).unwrap();
            let p = act.defaults();
            let errors = quotients(act, &p, x);
            let error = |q: &Quotient| {
                let off = |got: f64| (got - act.df(x, &p)).abs();
                off(q.left).max(off(q.right))
            };
            // First order: the error falls with h down to rounding, ε/h.
            for q in &errors {
                assert!(error(q) < q.h + 1e-15 / q.h, "{id}: {q:?}");
            }
        }
    }

    #[test]
    fn a_subgradient_of_zero_stays_at_the_kink_and_others_leave_it() {
        let mut at = SUBGRADIENTS.map(Descent::new);
        for descent in &mut at {
            *descent = descent.step();
        }
        assert_eq!(at.map(|d| d.weight), [0.0, 0.25, 0.5]);
        for _ in 0..60 {
            at = at.map(Descent::step);
        }
        assert_eq!(at[0].weight, 0.0);
        assert_eq!(at[0].loss(), 0.5);
        assert!(at[1..].iter().all(|d| (d.weight - 1.0).abs() < 1e-12));
    }

    /// A target below 0 cannot be met; the subgradient only decides whether the unit dies on the
    /// way.
    #[test]
    fn pulled_down_from_the_kink_a_unit_dies() {
        let down = |g| Descent { target: -1.0, ..Descent::new(g) }.step();
        assert_eq!(SUBGRADIENTS.map(|g| down(g).weight), [0.0, -0.25, -0.5]);
        for g in SUBGRADIENTS {
            assert_eq!(down(g).step().weight, down(g).weight);
            assert_eq!(down(g).loss(), 0.5);
        }
    }

    #[test]
    fn gradients_are_those_of_finite_differences() {
        for weight in [-0.7, 0.4, 2.0] {
            let at = |w| Descent { weight: w, ..Descent::new(0.5) };
            let h = 1e-6;
            let want = (at(weight + h).loss() - at(weight - h).loss()) / (2.0 * h);
            assert!((at(weight).gradient() - want).abs() < 1e-9);
        }
    }

    #[test]
    fn softplus_is_nearest_relu_with_a_gap_of_ln_2_over_beta() {
        for beta in [0.1, 0.5, 1.0, 3.0, 10.0, 1e3, 1e6] {
            let sup = largest_gap(beta);
            assert!((sup * beta - std::f64::consts::LN_2).abs() < 1e-15);
            for i in -2000..2000 {
                let x = f64::from(i) / (200.0 * beta);
                let gap = softplus_gap(beta, x);
                assert!(gap <= sup && gap >= 0.0, "{beta}: {gap} at {x}");
            }
            assert_eq!(SOFTPLUS.df(0.0, &[beta]), 0.5);
        }
    }
}
