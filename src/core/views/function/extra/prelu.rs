//! PReLU: one gradient step on its slope.
//!
//! One unit with input x, f(x) = x or a·x, and a target y. The loss is L = ½(f(x) − y)², so ∂L/∂a =
//! (f(x) − y)·min(x, 0), and a step goes to a − η·∂L/∂a. A positive x has no gradient for a. Steps
//! overshoot the target for η·x² > 1 and diverge for η·x² > 2. Source: He et al. 2015.

use crate::activation::prelu::PRELU;
use crate::plot::graph::Overlay;
use crate::plot::{Curve, Dot, Frame, Picture, Role};
use std::sync::Arc;

/// The input while there is no probe.
pub const USUAL: f64 = -2.0;

/// One step of gradient descent on the slope.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// f(x) before.
    pub f: f64,
    /// The loss before.
    pub loss: f64,
    /// ∂f/∂a = min(x, 0).
    pub df_da: f64,
    /// ∂L/∂a.
    pub dl_da: f64,
    /// The slope after.
    pub a: f64,
    /// The loss after.
    pub loss_after: f64,
}

/// The step from slope `a` for an input `x`, a target `y` and a learning rate `eta`.
#[must_use]
pub fn step(a: f64, (x, y): (f64, f64), eta: f64) -> Step {
    let loss = |f: f64| 0.5 * (f - y) * (f - y);
    let f = PRELU.f(x, &[a]);
    let df_da = PRELU.dparams(x, &[a])[0];
    let dl_da = (f - y) * df_da;
    // Never −0: the slope goes into the address.
    let next = a - eta * dl_da + 0.0;
    Step { f, loss: loss(f), df_da, dl_da, a: next, loss_after: loss(PRELU.f(x, &[next])) }
}

/// The target over the curve, with the line to it: from (x, f) to (x, y).
#[must_use]
pub fn overlay(x: f64, f: f64, y: f64) -> Overlay {
    Arc::new(move |frame: &Frame| aim(frame, x, f, y))
}

/// The target point, and a line to it from the curve.
fn aim(frame: &Frame, x: f64, f: f64, y: f64) -> Picture {
    let w = frame.window;
    if !(w.x_min..=w.x_max).contains(&x) {
        return Picture::default();
    }
    let inside = |y: f64| y.clamp(w.y_min, w.y_max);
    let dots = if inside(y) == y { vec![Dot { at: (x, y), filled: false }] } else { Vec::new() };
    let way =
        Curve { role: Role::Arrow, strokes: vec![vec![(x, inside(f)), (x, inside(y))]], dots };
    Picture { curves: vec![way], ..Picture::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gradient_is_that_of_the_loss() {
        for (a, x, y) in [(0.25, -2.0, -1.0), (-0.5, -1.0, 0.5), (1.5, 2.0, 0.0)] {
            let h = 1e-6;
            let loss = |a: f64| step(a, (x, y), 0.1).loss;
            let slope = (loss(a + h) - loss(a - h)) / (2.0 * h);
            assert!((step(a, (x, y), 0.1).dl_da - slope).abs() < 1e-8, "{a} {x} {y}");
        }
    }

    #[test]
    fn one_step_by_hand() {
        // f = −0.5, error 0.5, ∂f/∂a = −2: the gradient is −1, a step of 0.1 gives 0.35.
        let Step { f, loss, df_da, dl_da, a, loss_after } = step(0.25, (-2.0, -1.0), 0.1);
        assert_eq!((f, loss, df_da, dl_da), (-0.5, 0.125, -2.0, -1.0));
        assert!((a - 0.35).abs() < 1e-15 && (loss_after - 0.045).abs() < 1e-15);
    }

    #[test]
    fn steps_converge_up_to_two_over_the_curvature() {
        let after = |eta: f64| {
            let last = (0..200).fold(0.25, |a, _| step(a, (-2.0, -1.0), eta).a);
            step(last, (-2.0, -1.0), eta).loss
        };
        assert!(after(0.1) < 1e-20 && after(0.45) < 1e-8, "η·x² = 0.4 and 1.8");
        assert!(after(0.55) > 1.0, "η·x² = 2.2");
    }

    #[test]
    fn positive_inputs_leave_the_slope_alone() {
        for x in [0.0, 0.5, 3.0] {
            let Step { df_da, a, .. } = step(0.25, (x, 9.0), 0.5);
            assert_eq!((df_da, a), (0.0, 0.25));
        }
    }
}
