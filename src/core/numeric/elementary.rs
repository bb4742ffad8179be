//! Building blocks shared by the formulas of the catalogue, stable on the whole line.

use libm::{exp, log1p};

/// `x`, or the end of `[low, high]` it is beyond; NaN stays NaN.
///
/// Unlike [`f64::clamp`] it does not check its bounds: the message of that check alone would bring
/// 3 kB of number formatting into the page. Of bounds in the wrong order the nearer one wins.
#[must_use]
pub fn within(x: f64, low: f64, high: f64) -> f64 {
    if x < low {
        low
    } else if x > high {
        high
    } else {
        x
    }
}

/// The logistic function and its derivative, without overflow or cancellation.
///
/// With `e = exp(−|x|) ≤ 1`: `σ = 1/(1+e)` or `e/(1+e)`, and `σ′ = e/(1+e)²` on both sides.
/// The textbook `σ(1−σ)` is exactly 0 for x > 36.7; this is accurate to the last subnormal.
#[must_use]
pub fn logistic(x: f64) -> (f64, f64) {
    let e = exp(-x.abs());
    let d = 1.0 + e;
    let s = if x >= 0.0 { 1.0 / d } else { e / d };
    (s, e / (d * d))
}

/// `a·σ′(z)·b`, right also where σ′ alone would be too small for a number; 0 where the product is.
#[must_use]
pub fn logistic_slope(a: f64, z: f64, b: f64) -> f64 {
    // σ′ is the square of e^(−|z|/2)/(1 + e^−|z|); each factor takes one of the two.
    let half = exp(-0.5 * z.abs());
    if half == 0.0 {
        return 0.0; // whatever the factors: they may be infinite
    }
    let root = half / (1.0 + half * half);
    (a * root) * (b * root)
}

/// `ln(1 + e^x) − max(x, 0) = ln(1 + e^−|x|)`: the part of softplus that is not ReLU.
#[must_use]
pub fn softplus_excess(x: f64) -> f64 {
    log1p(exp(-x.abs()))
}

/// `(x·σ(z), σ(z)·(1 + x·z′·σ(−z)))`: a self-gated unit `x·σ(z(x))` and its derivative,
/// with the finite limits `(x, 1)` and `(0, 0)` where the gate is open or shut to rounding.
#[must_use]
pub fn gated_by_logistic(x: f64, z: f64, dz: f64) -> (f64, f64) {
    if z.abs() > 800.0 {
        // e^−800 is 0 in f64; multiplying it by a huge x·z′ would only make NaN of it.
        return if z > 0.0 { (x, 1.0) } else { (0.0, 0.0) };
    }
    let (open, _) = logistic(z);
    let (shut, _) = logistic(-z);
    (x * open, open * (1.0 + x * dz * shut))
}

/// `(sin ωx, cos ωx)` for the exact product ωx.
///
/// The product is kept as an unevaluated sum of two numbers (by `fma`), each reduced exactly
/// by `libm`; a product a little beyond the f64 range is reached by doubling angles, each of
/// which doubles the error. NaN where that would leave no digit.
#[must_use]
pub fn sin_cos_product(omega: f64, x: f64) -> (f64, f64) {
    let mut omega = omega;
    let mut doublings = 0;
    while (omega * x).is_infinite() && doublings < 20 {
        omega *= 0.5;
        doublings += 1;
    }
    let (mut s, mut c) = sin_cos_of_finite_product(omega, x);
    for _ in 0..doublings {
        (s, c) = (2.0 * s * c, (c - s) * (c + s));
    }
    (s, c)
}

fn sin_cos_of_finite_product(omega: f64, x: f64) -> (f64, f64) {
    let hi = omega * x;
    let (sh, ch) = (libm::sin(hi), libm::cos(hi));
    let lo = libm::fma(omega, x, -hi);
    if lo == 0.0 || lo.is_nan() {
        return (sh, ch);
    }
    let (sl, cl) = (libm::sin(lo), libm::cos(lo));
    (sh * cl + ch * sl, ch * cl - sh * sl)
}
