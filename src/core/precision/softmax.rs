//! Softmax in a format, as in the textbook and with the maximum subtracted, every operation rounded.

use super::format::Format;

/// `e^zᵢ/Σ e^zⱼ` in a format; the scores are rounded to it first.
///
/// As it stands it is NaN as soon as one exponential is ∞, from z = 88.73 on in float32, and 0/0 where
/// all are 0.
#[must_use]
pub fn textbook(z: &[f64], format: Format) -> Vec<f64> {
    quotients(&z.iter().map(|z| format.round(*z)).collect::<Vec<_>>(), format)
}

/// The same with the largest score subtracted from all, which changes nothing but that no exponential
/// is larger than 1, and one is 1.
#[must_use]
pub fn shifted(z: &[f64], format: Format) -> Vec<f64> {
    let z: Vec<f64> = z.iter().map(|z| format.round(*z)).collect();
    let most = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    quotients(&z.iter().map(|z| format.round(z - most)).collect::<Vec<_>>(), format)
}

fn quotients(z: &[f64], format: Format) -> Vec<f64> {
    let powers: Vec<f64> = z.iter().map(|z| format.round(libm::exp(*z))).collect();
    let sum = powers.iter().fold(0.0, |sum, power| format.round(sum + power));
    powers.iter().map(|power| format.round(power / sum)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{Kind, by_id};

    /// Where the exponentials are numbers of the format, both are the catalogue's to some units.
    #[test]
    fn both_are_softmax_where_nothing_overflows() {
        let Kind::Vector(vector) = &by_id("softmax").unwrap().kind else { panic!() };
        for format in Format::ALL {
            for z in [[0.5, -1.0, 2.0], [5.0, 5.0, 4.5], [0.0, -6.0, -7.5]] {
                let want = (vector.value)(&z, &[1.0]);
                for got in [textbook(&z, format), shifted(&z, format)] {
                    for (got, want) in got.iter().zip(&want) {
                        let gap = (got - want).abs() / format.ulp(*want);
                        assert!(gap <= 8.0, "{format:?} {z:?}: {got} {want}, {gap} ulp");
                    }
                }
            }
        }
    }

    #[test]
    fn the_textbook_s_overflows_and_the_shifted_one_does_not() {
        for (format, large) in
            [(Format::Float64, 710.0), (Format::Float32, 89.0), (Format::Float16, 11.125)]
        {
            let z = [large, large - 1.0];
            assert!(textbook(&z, format)[0].is_nan(), "{format:?}");
            let got = shifted(&z, format);
            let want = 1.0 / (1.0 + (-1f64).exp());
            assert!((got[0] - want).abs() <= 2.0 * format.ulp(want), "{format:?}: {got:?}");
            let low = [-1000.0, -1000.0];
            assert!(textbook(&low, format)[0].is_nan() && shifted(&low, format)[0] == 0.5);
        }
    }
}
