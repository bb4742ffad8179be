//! The operations and elementary functions of formulas, with their values.

/// The operations on two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Binary {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
    /// `^`
    Power,
    /// `min`
    Min,
    /// `max`
    Max,
}

/// The elementary functions of one operand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unary {
    /// The exponential function.
    Exp,
    /// `e^u − 1`.
    Expm1,
    /// The natural logarithm.
    Ln,
    /// `ln(1 + u)`.
    Log1p,
    /// The square root.
    Sqrt,
    /// The absolute value.
    Abs,
    /// −1, 0 or 1.
    Sign,
    /// The sine.
    Sin,
    /// The cosine.
    Cos,
    /// The error function.
    Erf,
    /// `1 − erf u`.
    Erfc,
    /// 1 for u ≥ 0, 0 otherwise.
    Step,
}

impl Unary {
    /// Every elementary function.
    pub const ALL: [Self; 12] = [
        Self::Exp,
        Self::Expm1,
        Self::Ln,
        Self::Log1p,
        Self::Sqrt,
        Self::Abs,
        Self::Sign,
        Self::Sin,
        Self::Cos,
        Self::Erf,
        Self::Erfc,
        Self::Step,
    ];

    /// Its name in formulas.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exp => "exp",
            Self::Expm1 => "expm1",
            Self::Ln => "ln",
            Self::Log1p => "log1p",
            Self::Sqrt => "sqrt",
            Self::Abs => "abs",
            Self::Sign => "sign",
            Self::Sin => "sin",
            Self::Cos => "cos",
            Self::Erf => "erf",
            Self::Erfc => "erfc",
            Self::Step => "step",
        }
    }

    /// Its value; NaN for NaN, and where it is not defined.
    #[must_use]
    pub fn value(self, u: f64) -> f64 {
        match self {
            Self::Exp => libm::exp(u),
            Self::Expm1 => libm::expm1(u),
            Self::Ln => libm::log(u),
            Self::Log1p => libm::log1p(u),
            Self::Sqrt => u.sqrt(),
            Self::Abs => u.abs(),
            Self::Sign if u == 0.0 || u.is_nan() => u,
            Self::Sign => u.signum(),
            Self::Sin => libm::sin(u),
            Self::Cos => libm::cos(u),
            Self::Erf => libm::erf(u),
            Self::Erfc => libm::erfc(u),
            Self::Step if u.is_nan() => u,
            Self::Step => f64::from(u >= 0.0),
        }
    }
}

impl Binary {
    /// Its value; NaN if an operand is NaN, but for the powers that IEEE 754 defines (`u^0 = 1`).
    #[must_use]
    pub fn value(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Add => a + b,
            Self::Subtract => a - b,
            Self::Multiply => a * b,
            Self::Divide => a / b,
            Self::Power => libm::pow(a, b),
            Self::Min if a < b || a.is_nan() => a,
            Self::Max if a > b || a.is_nan() => a,
            Self::Min | Self::Max => b,
        }
    }
}

/// The comparisons.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    More,
    /// `>=`
    AtLeast,
    /// `==`
    Equal,
    /// `!=`
    Unequal,
}

impl Relation {
    /// Whether it holds; of the comparisons with NaN only `!=` does, as IEEE 754 has it.
    #[must_use]
    pub fn holds(self, a: f64, b: f64) -> bool {
        match self {
            Self::Less => a < b,
            Self::AtMost => a <= b,
            Self::More => a > b,
            Self::AtLeast => a >= b,
            Self::Equal => a == b,
            Self::Unequal => a != b,
        }
    }

    /// Its sign in formulas.
    #[must_use]
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Less => "<",
            Self::AtMost => "<=",
            Self::More => ">",
            Self::AtLeast => ">=",
            Self::Equal => "==",
            Self::Unequal => "!=",
        }
    }

    /// Its opposite.
    #[must_use]
    pub const fn opposite(self) -> Self {
        match self {
            Self::Less => Self::AtLeast,
            Self::AtMost => Self::More,
            Self::More => Self::AtMost,
            Self::AtLeast => Self::Less,
            Self::Equal => Self::Unequal,
            Self::Unequal => Self::Equal,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn extremes_keep_nan_from_either_side_and_powers_are_those_of_ieee() {
        for op in [Binary::Min, Binary::Max] {
            assert!(op.value(f64::NAN, 1.0).is_nan());
            assert!(op.value(1.0, f64::NAN).is_nan());
        }
        assert_eq!(Binary::Max.value(-1.0, 2.0), 2.0);
        assert_eq!(Binary::Min.value(-1.0, 2.0), -1.0);
        assert_eq!(Binary::Power.value(f64::NAN, 0.0), 1.0);
        assert_eq!(Unary::Sign.value(-0.5), -1.0);
        assert_eq!(Unary::Step.value(-0.0), 1.0);
        assert!(Unary::Step.value(f64::NAN).is_nan() && Unary::Sign.value(f64::NAN).is_nan());
    }
}
