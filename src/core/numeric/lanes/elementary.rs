//! Building blocks that the kernels of several activations share, stable on the whole line.

use super::lane::Lane;

/// The magnitude from which an exponent counts as infinite: e^−z is 0 there in f32 and f64.
const FAR: f64 = 1e30;

/// The logistic function σ(z) and σ′(z), with relative accuracy in both tails.
#[inline]
pub fn logistic<L: Lane>(z: L) -> (L, L) {
    let e = (-z.magnitude()).exponential();
    let r = L::of(1.0) / (L::of(1.0) + e);
    let small = e * r;
    (L::zero().above(z).pick(small, r), small * r)
}

/// tanh x = −m/(m + 2) with m = e^(−2|x|) − 1, which neither overflows nor cancels, and its
/// derivative, with relative accuracy in both tails.
#[inline]
pub fn tanh<L: Lane>(x: L) -> (L, L) {
    let (e, m) = (x.magnitude() * L::of(-2.0)).exponential_pair();
    let r = L::of(1.0) / (m + L::of(2.0));
    ((m * r).with_sign(x), L::of(4.0) * e * r * r)
}

/// ln(1 + e^−|z|): what softplus adds to max(z, 0).
#[inline]
pub fn softplus_excess<L: Lane>(z: L) -> L {
    (-z.magnitude()).exponential().log_1p_unit()
}

/// `(x·σ(z), σ(z)·(1 + x·z′·σ(−z)))`: a self-gated unit `x·σ(z(x))` and its derivative; `slope` is
/// `x·z′`. (0, 0) where the gate is shut to rounding, (x, 1) where it is open.
#[inline]
pub fn gated_by_logistic<L: Lane>(x: L, z: L, slope: L) -> (L, L) {
    let e = (-z.magnitude()).exponential();
    let r = L::of(1.0) / (L::of(1.0) + e);
    let small = e * r;
    let shut = L::zero().above(z);
    let (open, closed) = (shut.pick(small, r), shut.pick(r, small));
    let none = open.equals(L::zero());
    let bend = L::of(1.0) + slope.within(-FAR, FAR) * closed;
    (none.pick(L::zero(), x * open), none.pick(L::zero(), open * bend))
}

/// The leaky rectifier: `(x, 1)` for x > 0, else `(a·x, a)`.
#[inline]
pub fn leaky<L: Lane>(x: L, a: L) -> (L, L) {
    // A slope of 0 gives 0 at −∞ too.
    let off = x.at_most(L::zero());
    let flat = a.equals(L::zero());
    (off.pick(flat.pick(L::zero(), a * x), x), off.pick(a, L::of(1.0)))
}

/// A line between two levels: `inside` for `low < y < high`, and the level beyond with slope 0.
#[inline]
pub fn clipped<L: Lane>(y: L, low: L, high: L, slope: L) -> (L, L) {
    let outside_low = y.at_most(low);
    let outside_high = high.at_most(y);
    let f = outside_low.pick(low, outside_high.pick(high, y));
    (f, outside_low.pick(L::zero(), outside_high.pick(L::zero(), slope)))
}
