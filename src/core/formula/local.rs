//! The first and second derivatives of the elementary functions, which the chain rule puts together.

use super::operation::Unary;
use std::f64::consts::FRAC_2_SQRT_PI;

/// `g′(u)` for `g(u) = value`; at a kink of `g` the value of the house, 0.
#[must_use]
pub fn first(unary: Unary, u: f64, value: f64) -> f64 {
    if value.is_nan() {
        return f64::NAN;
    }
    match unary {
        Unary::Exp => value,
        Unary::Expm1 => libm::exp(u),
        Unary::Ln => 1.0 / u,
        Unary::Log1p => 1.0 / (1.0 + u),
        Unary::Sqrt => 0.5 / value,
        Unary::Abs if u == 0.0 => 0.0,
        Unary::Abs => u.signum(),
        Unary::Sign | Unary::Step => 0.0,
        Unary::Sin => libm::cos(u),
        Unary::Cos => -libm::sin(u),
        Unary::Erf => FRAC_2_SQRT_PI * libm::exp(-u * u),
        Unary::Erfc => -FRAC_2_SQRT_PI * libm::exp(-u * u),
    }
}

/// `g″(u)` away from kinks, for `g(u) = value`.
#[must_use]
pub fn second(unary: Unary, u: f64, value: f64) -> f64 {
    if value.is_nan() {
        return f64::NAN;
    }
    match unary {
        Unary::Exp => value,
        Unary::Expm1 => libm::exp(u),
        Unary::Ln => -1.0 / u / u,
        Unary::Log1p => -1.0 / (1.0 + u) / (1.0 + u),
        Unary::Sqrt => -0.25 / value / u,
        Unary::Abs | Unary::Sign | Unary::Step => 0.0,
        Unary::Sin => -value,
        Unary::Cos => -value,
        Unary::Erf | Unary::Erfc => scaled(-2.0 * u, first(unary, u, value)),
    }
}

/// `g′(u)·u′`, where a constant input has no effect whatever `g` does, and where `g` is flat, at ±∞
/// or everywhere, no input has.
#[must_use]
pub fn chained(slope: f64, flat: bool, du: f64) -> f64 {
    if du == 0.0 || (slope == 0.0 && flat) { 0.0 } else { slope * du }
}

/// `factor·d` for a derivative `d`: 0 where that is 0, whatever the factor is.
#[must_use]
pub fn scaled(factor: f64, d: f64) -> f64 {
    if d == 0.0 { 0.0 } else { factor * d }
}

/// `(∂/∂a, ∂/∂b)` of `a^b = value`.
///
/// By b it is `a^b·ln a`, NaN for a < 0, where the power is defined at single points alone.
#[must_use]
pub fn power(a: f64, b: f64, value: f64) -> (f64, f64) {
    let by_base = if b == 0.0 { 0.0 } else { b * libm::pow(a, b - 1.0) };
    let by_exponent = if a == 0.0 && b > 0.0 { 0.0 } else { value * libm::log(a) };
    (by_base, by_exponent)
}

/// Of the numbers between two one-sided slopes the one nearest to 0: the value of the house for f′ at
/// a kink, 0 for ReLU and |x|, the smaller slope for leaky ReLU.
///
/// It is the element of least norm of Clarke's subdifferential.
#[must_use]
pub fn nearest_to_zero(one: f64, other: f64) -> f64 {
    if one.is_nan() || other.is_nan() {
        f64::NAN
    } else if (one < 0.0) != (other < 0.0) {
        0.0
    } else if one.abs() < other.abs() {
        one
    } else {
        other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Five-point differences of the function, which its derivatives are compared with.
    #[test]
    fn derivatives_are_the_limits_of_differences() {
        for unary in Unary::ALL {
            for u in [0.3, 0.8, 1.7, 2.9] {
                let h = 1e-3;
                let g = |steps: f64| unary.value(u + steps * h);
                let d1 = (g(-2.0) - 8.0 * g(-1.0) + 8.0 * g(1.0) - g(2.0)) / (12.0 * h);
                let d2 = (-g(-2.0) + 16.0 * g(-1.0) - 30.0 * g(0.0) + 16.0 * g(1.0) - g(2.0))
                    / (12.0 * h * h);
                let (one, two) = (first(unary, u, g(0.0)), second(unary, u, g(0.0)));
                assert!((one - d1).abs() < 1e-9 * (1.0 + d1.abs()), "{unary:?}′({u}): {one} {d1}");
                assert!((two - d2).abs() < 1e-7 * (1.0 + d2.abs()), "{unary:?}″({u}): {two} {d2}");
            }
        }
    }

    #[test]
    fn outside_of_a_domain_there_is_no_derivative() {
        for unary in [Unary::Ln, Unary::Sqrt, Unary::Log1p] {
            let value = unary.value(-2.0);
            assert!(first(unary, -2.0, value).is_nan() && second(unary, -2.0, value).is_nan());
        }
    }

    #[test]
    fn the_slope_at_a_kink_is_the_nearest_to_zero() {
        for (one, other, want) in
            [(0.0, 1.0, 0.0), (-1.0, 1.0, 0.0), (0.01, 1.0, 0.01), (-3.0, -2.0, -2.0)]
        {
            assert_eq!(nearest_to_zero(one, other), want);
            assert_eq!(nearest_to_zero(other, one), want);
        }
    }
}
