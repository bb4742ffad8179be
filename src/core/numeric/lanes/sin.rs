//! Sine and cosine of a product on four f32, by polynomials.
//!
//! Within 1.6 ulp, and next to a zero of sine or cosine within 10⁻¹⁰ absolute: the argument is reduced in
//! f64. The polynomials are those of S. Moshier's Cephes (`sinf.c`).

use super::exp::polynomial;
use super::lane::Lane;
use std::f64::consts::{FRAC_2_PI, FRAC_PI_2};
use wide::{bytemuck::cast, f32x4, i32x4};

/// 1.5·2⁵²: the sum of it and a number is that number rounded, ties to even, in its last bits.
const ROUND: f64 = 6_755_399_441_055_744.0;
/// (sin r − r)/r³ as a polynomial in r² for |r| ≤ π/4.
const SIN: [f32; 3] = [-0.166_666_55, 0.008_332_161, -0.000_195_152_96];
/// (cos r − 1 + r²/2)/r⁴, likewise.
const COS: [f32; 3] = [0.041_666_646, -0.001_388_731_6, 2.443_315_7e-5];

/// `(sin ωx, cos ωx)` for |ωx| ≤ 10⁶.
#[inline]
pub fn sin_cos_product(omega: f64, x: f32x4) -> (f32x4, f32x4) {
    let mut quadrant = [0; 4];
    let r = f32x4::from_fn(|at| {
        let z = omega * f64::from(x.lane(at));
        let rounded = z * FRAC_2_PI + ROUND;
        quadrant[at] = rounded.to_bits() as i32;
        (z - (rounded - ROUND) * FRAC_PI_2) as f32
    });
    let square = r * r;
    let sin = r + r * square * polynomial(SIN, square);
    let bent = square * square * polynomial(COS, square);
    let cos = (f32x4::splat(1.0) - f32x4::splat(0.5) * square) + bent;
    // The quadrant: sine and cosine change places in the odd ones, and signs in two of four.
    let quadrant = i32x4::new(quadrant);
    let odd = cast::<i32x4, f32x4>((quadrant & i32x4::splat(1)).simd_eq(i32x4::splat(1)));
    let sign = |quadrant: i32x4| cast::<i32x4, f32x4>((quadrant & i32x4::splat(2)) << 30);
    let (a, b) = (odd.pick(cos, sin), odd.pick(sin, cos));
    (a ^ sign(quadrant), b ^ sign(quadrant + i32x4::splat(1)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_and_cosine_are_right_up_to_a_million() {
        let mut worst: f64 = 0.0;
        for step in 0..400_000_u32 {
            let x = if step % 2 == 0 { step as f32 * 2.5 } else { -(step as f32) * 1e-5 };
            let of = f32x4::new([x, -x, x.next_up(), 0.5 * x]);
            for omega in [1.0, 0.3] {
                let (sin, cos) = sin_cos_product(omega, of);
                for at in 0..4 {
                    let exact = omega * f64::from(of.lane(at));
                    let both = [(sin, libm::sin(exact)), (cos, libm::cos(exact))];
                    for (got, want) in both.map(|(got, want)| (f64::from(got.lane(at)), want)) {
                        let size = want.abs() as f32;
                        let ulp = f64::from(size.next_up() - size);
                        worst = worst.max(((got - want).abs() - 1e-10) / ulp);
                    }
                }
            }
        }
        assert!((1.4..=1.6).contains(&worst), "{worst} ulp");
    }

    #[test]
    fn tiny_numbers_are_kept_and_nan_stays() {
        let (sin, cos) = sin_cos_product(1.0, f32x4::new([1e-40, 0.0, f32::NAN, -1e-30]));
        assert_eq!([sin.lane(0), sin.lane(1), sin.lane(3)], [1e-40, 0.0, -1e-30]);
        assert_eq!([cos.lane(0), cos.lane(1)], [1.0; 2]);
        assert!(sin.lane(2).is_nan() && cos.lane(2).is_nan());
    }
}
