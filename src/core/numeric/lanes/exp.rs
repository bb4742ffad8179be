//! The exponential family on four f32: e^x, e^x − 1, ln(1 + x) and the tail of the normal
//! distribution, by polynomials.
//!
//! Error at most 1.0 ulp for e^x, 0.9 for e^x − 1, 2.0 for ln(1 + x), 5.2 for the tail given
//! e^(−t²/2); ±∞ and NaN included. The coefficients are minimax, by Remez's exchange in 40 digits,
//! then rounded.

use super::lane::Lane;
use wide::{bytemuck::cast, f32x4, i32x4};

/// ln 2 in two parts; the product of the first with a whole number below 2¹⁴ is exact.
const LN2: [f32; 2] = [355.0 / 512.0, -2.121_944_4e-4];
/// 1.5·2²³: the sum of it and a number is that number rounded, ties to even, in its last bits.
const ROUND: f32 = 12_582_912.0;
/// (e^r − 1 − r)/r² for |r| ≤ ln 2/2, from the constant on; relative error of e^r 2^−28.
const EXP: [f32; 5] = [0.499_999_94, 0.166_665_21, 0.041_668_39, 0.008_368_711, 0.001_381_460_7];
/// (2 atanh s − 2s)/s³ as a polynomial in s² for s ≤ 1/3; relative error of atanh s 2^−33.
const ATANH: [f32; 5] = [0.666_666_75, 0.399_988_74, 0.286_170_2, 0.214_260_32, 0.243_075_82];

/// The least x for which e^x is a normal number with a margin.
const LEAST: f32 = -87.3;

/// (1 − Φ(t))·e^(t²/2)·(t + 4) as a polynomial in (t − 4)/(t + 4) for 0 ≤ t ≤ 15; relative error
/// 2^−26.
const TAIL: [f32; 10] = [
    0.755_285_14,
    -0.607_896_57,
    0.387_136_9,
    -0.186_523_66,
    0.060_403_49,
    -0.007_524_004_7,
    -0.003_510_211_1,
    0.001_568_408_5,
    0.000_174_659_5,
    -0.000_134_196_26,
];

/// A polynomial's value, the constant coefficient first, by Horner's rule.
#[inline]
pub(super) fn polynomial<const N: usize>(coefficients: [f32; N], x: f32x4) -> f32x4 {
    let mut sum = f32x4::splat(coefficients[N - 1]);
    for coefficient in coefficients[..N - 1].iter().rev() {
        sum = sum * x + f32x4::splat(*coefficient);
    }
    sum
}

/// 2ⁿ for the whole number n from −126 to 127 that `rounded` − [`ROUND`] is.
#[inline]
fn power_of_two(rounded: f32x4) -> f32x4 {
    let n: i32x4 = cast(rounded);
    cast((n + i32x4::splat(127)) << 23)
}

/// `(e^r − 1, n + ROUND)` with x = n ln 2 + r, for |x| < 10⁴.
#[inline]
fn reduced(x: f32x4) -> (f32x4, f32x4) {
    let rounded = x * f32x4::splat(std::f32::consts::LOG2_E) + f32x4::splat(ROUND);
    let n = rounded - f32x4::splat(ROUND);
    let r = (x - n * f32x4::splat(LN2[0])) - n * f32x4::splat(LN2[1]);
    (r + r * r * polynomial(EXP, r), rounded)
}

/// e^x.
#[inline]
pub fn exp(x: f32x4) -> f32x4 {
    // Beyond, the result is 0 or infinite; 2ⁿ in two factors, since it may be no normal number.
    let (m, rounded) = reduced(x.within(-104.0, 89.0));
    let half = (rounded - f32x4::splat(ROUND)) * f32x4::splat(0.5) + f32x4::splat(ROUND);
    let other = rounded - (half - f32x4::splat(ROUND));
    (m + f32x4::splat(1.0)) * power_of_two(half) * power_of_two(other)
}

/// `(e^x, e^x − 1)` for x ≤ 0.
#[inline]
pub fn exp_pair(x: f32x4) -> (f32x4, f32x4) {
    let least = f32x4::splat(LEAST);
    let (m, rounded) = reduced(least.above(x).pick(least, x));
    let (power, one) = (power_of_two(rounded), f32x4::splat(1.0));
    (power * (m + one), power * m + (power - one))
}

/// ln(1 + x) for 0 ≤ x ≤ 1, as 2 atanh(x/(2 + x)).
#[inline]
pub fn log_1p_unit(x: f32x4) -> f32x4 {
    let s = x / (f32x4::splat(2.0) + x);
    let square = s * s;
    (s + s) + s * square * polynomial(ATANH, square)
}

/// 1 − Φ(t) for t ≥ 0, given e^(−t²/2).
#[inline]
pub fn normal_tail(t: f32x4, bell: f32x4) -> f32x4 {
    let t = t.within(0.0, 1e4); // ∞/∞ would be NaN
    let r = f32x4::splat(1.0) / (t + f32x4::splat(4.0));
    bell * (polynomial(TAIL, (t - f32x4::splat(4.0)) * r) * r)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The error of `got` in units of the last place of the f32 nearest to `want`.
    fn ulps(got: f32, want: f64) -> f64 {
        let near = want as f32;
        if got.to_bits() == near.to_bits() || got.is_nan() && near.is_nan() {
            return 0.0;
        }
        let size = near.abs().clamp(f32::MIN_POSITIVE, f32::MAX);
        (f64::from(got) - want).abs() / f64::from(size - size.next_down())
    }

    /// The largest error over every 1501st f32 from `from` on, by bits, negative ones too.
    fn worst(lanes: fn(f32x4) -> f32x4, exact: fn(f64) -> f64, below: f32) -> (f64, f32) {
        let mut worst = (0.0, 0.0);
        for bits in (0..=below.to_bits()).step_by(1501) {
            let x = f32::from_bits(bits);
            let of = [x, -x, x.next_up(), -x.next_up()];
            for (x, got) in of.into_iter().zip(lanes(f32x4::new(of)).to_array()) {
                let error = ulps(got, exact(x.into()));
                if error > worst.0 || error.is_nan() {
                    worst = (error, x);
                }
            }
        }
        worst
    }

    #[test]
    fn exponentials_are_right_at_every_exponent() {
        let cut = |x: f64| libm::exp((-x.abs()).max(LEAST.into()));
        let rise = |x: f64| libm::expm1(-x.abs());
        for (name, lanes, exact, most) in [
            ("e^x", exp as fn(f32x4) -> f32x4, libm::exp as fn(f64) -> f64, 1.0),
            ("e^-|x| of the pair", |x| exp_pair(-x.magnitude()).0, cut, 1.0),
            ("e^-|x| - 1", |x| exp_pair(-x.magnitude()).1, rise, 0.9),
        ] {
            let (error, at) = worst(lanes, exact, f32::INFINITY);
            assert!(error <= most, "{name}: {error} ulp at {at:e}");
            assert!(error > most - 0.2, "{name}: {error} ulp, better than told");
        }
    }

    #[test]
    fn logarithms_are_right_from_0_to_1() {
        let even = |x: f64| libm::log1p(x.abs());
        let (error, at) = worst(|x| log_1p_unit(x.magnitude()), even, 1.0);
        assert!((1.9..=2.0).contains(&error), "{error} ulp at {at:e}");
    }

    /// Up to 10, where an error of t²/2 of half an ulp is one of e^(−t²/2) of 25.
    #[test]
    fn the_tail_of_the_normal_distribution_is_right_given_its_bell() {
        let tail = |t: f32x4| {
            let bell = |t: f32| libm::exp(-0.5 * f64::from(t) * f64::from(t)) as f32;
            normal_tail(t.magnitude(), f32x4::new(t.to_array().map(bell)))
        };
        let exact = |t: f64| 0.5 * libm::erfc(t.abs() * std::f64::consts::FRAC_1_SQRT_2);
        let (error, at) = worst(tail, exact, 10.0);
        assert!((4.5..=5.5).contains(&error), "{error} ulp at {at:e}");
    }

    #[test]
    fn special_values_are_kept() {
        let of = f32x4::new([-0.0, f32::NEG_INFINITY, f32::INFINITY, f32::NAN]);
        let bits = |x: f32x4| x.to_array().map(f32::to_bits);
        let same = |got: f32x4, want: [f32; 3]| {
            assert_eq!(bits(got)[..3], want.map(f32::to_bits));
            assert!(got.to_array()[3].is_nan());
        };
        same(exp(of), [1.0, 0.0, f32::INFINITY]);
        let falling = f32x4::new([-0.0, f32::NEG_INFINITY, -100.0, f32::NAN]);
        let least = libm::exp(LEAST.into()) as f32;
        same(exp_pair(falling).0, [1.0, least, least]);
        same(exp_pair(falling).1, [0.0, -1.0, -1.0]);
        assert!(log_1p_unit(of).to_array()[3].is_nan());
    }
}
