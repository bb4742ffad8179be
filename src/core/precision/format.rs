//! The floating-point formats float64, float32, bfloat16 and float16: their numbers, rounding to the
//! nearest of them, ties to even, and their unit in the last place.

/// A binary format of IEEE 754, or bfloat16.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 53 significant bits, to 1.8·10³⁰⁸.
    Float64,
    /// 24 significant bits, to 3.4·10³⁸.
    Float32,
    /// 8 significant bits, to 3.4·10³⁸.
    BFloat16,
    /// 11 significant bits, to 65504.
    Float16,
}

impl Format {
    /// Every format, the widest first.
    pub const ALL: [Self; 4] = [Self::Float64, Self::Float32, Self::BFloat16, Self::Float16];

    /// The name that the frameworks have for it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Float64 => "float64",
            Self::Float32 => "float32",
            Self::BFloat16 => "bfloat16",
            Self::Float16 => "float16",
        }
    }

    /// The number of significant bits, the leading one included.
    #[must_use]
    pub const fn digits(self) -> i32 {
        match self {
            Self::Float64 => 53,
            Self::Float32 => 24,
            Self::BFloat16 => 8,
            Self::Float16 => 11,
        }
    }

    /// The exponent of the smallest normal number.
    #[must_use]
    pub const fn least_exponent(self) -> i32 {
        match self {
            Self::Float64 => -1022,
            Self::Float32 | Self::BFloat16 => -126,
            Self::Float16 => -14,
        }
    }

    /// The largest finite number.
    #[must_use]
    pub fn largest(self) -> f64 {
        match self {
            Self::Float64 => f64::MAX,
            Self::Float32 => f64::from(f32::MAX),
            // (2 − 2⁻⁷)·2¹²⁷
            Self::BFloat16 => libm::ldexp(2.0 - libm::ldexp(1.0, -7), 127),
            Self::Float16 => 65504.0,
        }
    }

    /// The smallest positive number, a subnormal.
    #[must_use]
    pub fn smallest(self) -> f64 {
        libm::ldexp(1.0, self.least_exponent() - self.digits() + 1)
    }

    /// The distance between the numbers of the format around `x`: its unit in the last place; that of
    /// the largest number beyond it, NaN for NaN.
    ///
    /// At a power of two it is the distance to the next number away from 0.
    #[must_use]
    pub fn ulp(self, x: f64) -> f64 {
        if x.is_nan() {
            return x;
        }
        let size = x.abs().min(self.largest());
        let exponent = if size == 0.0 { i32::MIN } else { libm::ilogb(size) };
        libm::ldexp(1.0, exponent.max(self.least_exponent()) - self.digits() + 1)
    }

    /// The number of the format that is nearest to `x`, of two the one whose last bit is 0; ±∞ from
    /// half an ulp beyond the largest on; NaN for NaN. The sign of 0 is kept.
    #[must_use]
    pub fn round(self, x: f64) -> f64 {
        if self == Self::Float64 || !x.is_finite() || x == 0.0 {
            return x;
        }
        let exponent = libm::ilogb(x).max(self.least_exponent()) - self.digits() + 1;
        // Scaling by powers of two is exact here: a double has room for all of it.
        let rounded = libm::ldexp(libm::ldexp(x, -exponent).round_ties_even(), exponent);
        if rounded.abs() > self.largest() {
            return f64::INFINITY.copysign(x);
        }
        rounded.copysign(x)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bits of numbers in float32, and of what numpy and ml_dtypes round them to in float16 and
    /// bfloat16.
    const TABLE: &str = include_str!("../../../tests/data/rounding.csv");

    /// The value of bits of a format with so many bits of exponent and fraction.
    fn value(bits: u32, exponent_bits: u32, fraction_bits: u32) -> f64 {
        let sign = if bits >> (exponent_bits + fraction_bits) & 1 == 1 { -1.0 } else { 1.0 };
        let most = (1 << exponent_bits) - 1;
        let exponent = bits >> fraction_bits & most;
        let fraction = bits & ((1 << fraction_bits) - 1);
        let bias = (most / 2) as i32;
        let scale = fraction_bits as i32;
        if exponent == most {
            return if fraction == 0 { sign * f64::INFINITY } else { f64::NAN };
        }
        let (whole, power) = if exponent == 0 {
            (fraction, 1 - bias - scale)
        } else {
            (fraction | 1 << fraction_bits, exponent as i32 - bias - scale)
        };
        sign * f64::from(whole) * 2f64.powi(power)
    }

    #[test]
    fn rounding_is_that_of_numpy_and_ml_dtypes() {
        let mut seen = 0;
        for line in TABLE.lines().skip(1) {
            let fields: Vec<u32> =
                line.split(',').map(|bits| u32::from_str_radix(bits, 16).unwrap()).collect();
            let x = f64::from(f32::from_bits(fields[0]));
            for (format, want) in [
                (Format::Float16, value(fields[1], 5, 10)),
                (Format::BFloat16, value(fields[2], 8, 7)),
            ] {
                let got = format.round(x);
                let same = got.to_bits() == want.to_bits() || (got.is_nan() && want.is_nan());
                assert!(same, "{format:?} {line}: {got:e}, want {want:e}");
            }
            seen += 1;
        }
        assert!(seen > 5000, "only {seen}");
    }

    #[test]
    fn float32_is_rust_s() {
        let mut seed = 1u64;
        for _ in 0..200_000 {
            seed = seed.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            // All bits, and numbers in the range of float32, subnormals among them.
            let any = f64::from_bits(seed);
            let near = (any.to_bits() >> 12) as f64 * libm::ldexp(1.0, -(seed as i32 & 255) - 52);
            for x in [any, near, -near] {
                let (got, want) = (Format::Float32.round(x), f64::from(x as f32));
                assert!(got.to_bits() == want.to_bits() || want.is_nan(), "{x:e}: {got:e}");
            }
        }
    }

    #[test]
    fn units_in_the_last_place_are_distances_of_neighbours() {
        for x in [1.0, 1.5, 3.0, 1e-300, 5e-324, 0.0, 1e308, -2.5] {
            let size = f64::abs(x);
            assert_eq!(Format::Float64.ulp(x), size.next_up() - size, "{x}");
        }
        for x in [1.0f32, 0.1, 1e-40, 0.0, 1e38] {
            let next = f64::from(x.next_up()) - f64::from(x);
            assert_eq!(Format::Float32.ulp(f64::from(x)), next, "{x}");
        }
        assert_eq!(Format::Float16.ulp(1.0), 1.0 / 1024.0);
        assert_eq!(Format::BFloat16.ulp(1.0), 1.0 / 128.0);
        assert_eq!(Format::Float16.ulp(1e9), 32.0);
        for format in Format::ALL {
            assert_eq!(format.ulp(0.0), format.smallest());
            assert_eq!(format.round(format.largest()), format.largest());
            assert_eq!(format.round(format.largest() * 2.0), f64::INFINITY);
        }
    }
}
