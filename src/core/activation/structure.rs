//! The structure of a formula, declared beside it: what exact statements about a function rest on,
//! where samples would only show the rounding of f64.

/// Symmetry about 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Parity {
    /// `f(−x) = −f(x)`.
    Odd,
    /// `f(−x) = f(x)`.
    Even,
    /// Odd and even: `f` is 0 everywhere.
    Both,
    /// Neither.
    Neither,
}

/// A repetition: `f(x + length) = f(x) + rise` for every x.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Period {
    /// The length of a period, more than 0.
    pub length: f64,
    /// The rise over a period: 0 if `f` itself is periodic, else only `f′` is.
    pub rise: f64,
}

/// The structure of a function at some parameters.
#[derive(Clone, Debug, PartialEq)]
pub struct Structure {
    /// The length over which the function changes: a curve of one scale is `s·g(x/unit)`, and all
    /// that happens, happens within some tens of it from 0 or from a break.
    pub unit: f64,
    /// Its symmetry.
    pub parity: Parity,
    /// The open intervals on which, between the breaks and 0, the curve is a straight line.
    pub straight: Vec<(f64, f64)>,
    /// The breaks at which `f` jumps; at the others `f′` does.
    pub jumps: Vec<f64>,
    /// The places where `f′` is continuous and `f″` jumps.
    pub bends: Vec<f64>,
    /// Its repetition.
    pub period: Option<Period>,
}

/// The whole line: a curve of straight pieces between its breaks.
pub(super) const EVERYWHERE: (f64, f64) = (f64::NEG_INFINITY, f64::INFINITY);

impl Structure {
    /// Smooth, nowhere straight, without symmetry, of unit length.
    pub const SMOOTH: Self = Self {
        unit: 1.0,
        parity: Parity::Neither,
        straight: Vec::new(),
        jumps: Vec::new(),
        bends: Vec::new(),
        period: None,
    };

    /// Straight between its breaks.
    pub(super) fn pieces(parity: Parity) -> Self {
        Self { parity, straight: vec![EVERYWHERE], ..Self::SMOOTH }
    }

    /// The same value everywhere.
    pub(super) fn constant(value: f64) -> Self {
        Self::pieces(if value == 0.0 { Parity::Both } else { Parity::Even })
    }

    /// A line of slope `right` on the right of 0 and of slope `left` on its left, through 0.
    pub(super) fn rectifier(left: f64, right: f64) -> Self {
        Self::pieces(if left == 0.0 && right == 0.0 {
            Parity::Both
        } else if left == right {
            Parity::Odd
        } else if left == -right {
            Parity::Even
        } else {
            Parity::Neither
        })
    }
}

/// The structure of a smooth function without symmetry.
pub(super) fn smooth(_: &[f64]) -> Structure {
    Structure::SMOOTH
}
