//! The elementary functions of numbers of 106 bits.

use super::wide::Wide;
use std::f64::consts::{FRAC_PI_2, LN_2};

/// ln 2 in three parts.
const LN2: [f64; 3] = [LN_2, 2.319_046_813_846_299_6e-17, 5.707_708_438_416_212e-34];
/// π/2 in four parts.
const HALF_PI: [f64; 4] =
    [FRAC_PI_2, 6.123_233_995_736_766e-17, -1.497_384_904_859_169_8e-33, 5.562_271_104_316_826e-50];
/// The error of a series, generously.
const SERIES: f64 = 1e-30;

/// 1, exactly.
fn one() -> Wide {
    Wide::new(1.0)
}

/// A number less a multiple of a constant in parts.
fn reduced(a: Wide, times: f64, parts: &[f64]) -> Wide {
    parts.iter().fold(a, |a, part| a - Wide::new(times) * Wide::new(*part))
}

/// π.
#[must_use]
pub fn pi() -> Wide {
    Wide::constant(HALF_PI[0], HALF_PI[1]).shifted(1)
}

/// e^a.
#[must_use]
pub fn exp(a: Wide) -> Wide {
    let v = a.value();
    if a.exponent() > 29 {
        // Beyond every format; only that it is, is known.
        return one().shifted(if v > 0.0 { 1 << 31 } else { -(1 << 31) }).with_error(1.0);
    }
    let k = libm::round(v / LN_2);
    let small = expm1_of_small(reduced(a, k, &LN2));
    (one() + small).shifted(k as i64)
}

/// e^a − 1.
#[must_use]
pub fn expm1(a: Wide) -> Wide {
    if a.value().abs() < 0.34 { expm1_of_small(a) } else { exp(a) - one() }
}

/// e^a − 1 for |a| < 0.35, without losing digits near 0.
fn expm1_of_small(a: Wide) -> Wide {
    if a.exponent() < -110 {
        return a.with_error(SERIES);
    }
    // e^(a/512) − 1 by its series, then s ← 2s + s² nine times.
    let part = a.shifted(-9);
    let mut term = part;
    let mut sum = part;
    for n in 2..=11 {
        term = term * part / Wide::new(f64::from(n));
        sum = sum + term;
    }
    for _ in 0..9 {
        sum = sum.shifted(1) + sum * sum;
    }
    sum.with_error(SERIES)
}

/// The natural logarithm; unknown of 0 and negative numbers.
#[must_use]
pub fn ln(a: Wide) -> Wide {
    if a.sign() != Some(1) {
        return Wide::UNKNOWN;
    }
    let mut k = a.exponent();
    if a.shifted(-k).value() > 1.5 {
        k += 1;
    }
    let m = a.shifted(-k); // from 0.75 to 1.5
    let less = m - one();
    let ln_m = if less.value().abs() < 0.25 {
        log1p_of_small(less)
    } else {
        // Newton: y + 2(m − e^y)/(m + e^y)
        let near = Wide::new(libm::log(m.value()));
        let e = exp(near);
        let step = ((m - e) / (m + e)).shifted(1);
        // Its own error is that of m, absolutely.
        (near + Wide::new(step.value())).with_error(4.0 * m.error() + SERIES)
    };
    if k == 0 {
        return ln_m;
    }
    let times = k as f64;
    ln_m + (Wide::new(times) * Wide::constant(LN2[0], LN2[1]))
}

/// ln(1 + a).
#[must_use]
pub fn log1p(a: Wide) -> Wide {
    if a.value().abs() < 0.25 { log1p_of_small(a) } else { ln(one() + a) }
}

/// ln(1 + a) = 2·artanh(a/(2 + a)) for |a| ≤ 1/4.
fn log1p_of_small(a: Wide) -> Wide {
    if a.exponent() < -110 {
        return a.with_error(SERIES);
    }
    let z = a / (Wide::new(2.0) + a);
    let square = z * z;
    let (mut power, mut sum) = (z, z);
    for k in 1..20 {
        power = power * square;
        sum = sum + power / Wide::new(f64::from(2 * k + 1));
    }
    sum.shifted(1).with_error(SERIES)
}

/// (sin a, cos a); unknown beyond 2³⁰.
#[must_use]
pub fn sin_cos(a: Wide) -> (Wide, Wide) {
    if a.exponent() > 29 {
        return (Wide::UNKNOWN, Wide::UNKNOWN);
    }
    let k = libm::round(a.value() / FRAC_PI_2);
    let r = reduced(a, k, &HALF_PI);
    let square = r * r;
    let (mut sin, mut term) = (r, r);
    for n in 1..16 {
        let n = f64::from(2 * n);
        term = -(term * square) / Wide::new(n * (n + 1.0));
        sin = sin + term;
    }
    let (mut cos, mut term) = (one(), one());
    for n in 1..16 {
        let n = f64::from(2 * n);
        term = -(term * square) / Wide::new(n * (n - 1.0));
        cos = cos + term;
    }
    let (sin, cos) = (sin.with_error(SERIES), cos.with_error(SERIES));
    match (k as i64).rem_euclid(4) {
        0 => (sin, cos),
        1 => (cos, -sin),
        2 => (-sin, -cos),
        _ => (-cos, sin),
    }
}

/// The error function.
#[must_use]
pub fn erf(a: Wide) -> Wide {
    let v = a.value();
    if v.abs() > 2.0 {
        let tail = one() - erfc_of_large(if v > 0.0 { a } else { -a });
        return if v > 0.0 { tail } else { -tail };
    }
    // 2/√π · e^(−a²) · Σ 2ⁿ a^(2n+1)/(2n+1)!!
    let square = a * a;
    let (mut term, mut sum) = (a, a);
    for n in 1..70 {
        term = (term * square).shifted(1) / Wide::new(f64::from(2 * n + 1));
        sum = sum + term;
    }
    (sum * exp(-square) / pi().sqrt()).shifted(1).with_error(SERIES)
}

/// 1 − erf a.
#[must_use]
pub fn erfc(a: Wide) -> Wide {
    if a.value() > 2.0 { erfc_of_large(a) } else { one() - erf(a) }
}

/// erfc for a > 2, by its continued fraction: e^(−a²)/√π / (a + ½/(a + 1/(a + (3/2)/(a + …)))).
fn erfc_of_large(a: Wide) -> Wide {
    if a.exponent() > 29 {
        return exp(-a); // 0 to every format
    }
    // The error of a in e^(−a²), and in nothing else that counts.
    let v = a.value();
    let count = (900.0 / (v * v)) as i32 + 20;
    let mut below = a;
    for n in (1..=count).rev() {
        below = a + Wide::new(0.5 * f64::from(n)) / below;
    }
    exp(-(a * a)) / (pi().sqrt() * below)
}

/// `a^b`; unknown where it is not real.
#[must_use]
pub fn pow(a: Wide, b: Wide) -> Wide {
    let exponent = b.value();
    let whole = b.error() == 0.0 && exponent == libm::trunc(exponent) && exponent.abs() < 1e15;
    match (a.sign(), b.sign()) {
        (_, Some(0)) => one(),
        (Some(0), Some(1)) => Wide::ZERO,
        (Some(sign @ (1 | -1)), Some(_)) if whole || sign == 1 => {
            if whole && exponent.abs() <= 64.0 {
                let power = (1..exponent.abs() as i32).fold(a, |power, _| power * a);
                return if exponent > 0.0 { power } else { one() / power };
            }
            let size = exp(b * ln(if sign == 1 { a } else { -a }));
            if sign == -1 && exponent % 2.0 != 0.0 { -size } else { size }
        }
        _ => Wide::UNKNOWN,
    }
}
