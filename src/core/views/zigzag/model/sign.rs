//! The sign of a gradient: the lock of the zig-zag.

/// True if no two components have opposite signs; 0 agrees with either.
#[must_use]
pub fn one_signed(gradient: &[f64]) -> bool {
    gradient.iter().all(|g| *g >= 0.0) || gradient.iter().all(|g| *g <= 0.0)
}
