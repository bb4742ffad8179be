//! A point of a curve and what rounding may do to it.

use super::state::State;

/// A point of the curve with the rounding its value and slope may have.
#[derive(Clone, Copy)]
pub struct Sample {
    pub x: f64,
    pub f: f64,
    pub df: f64,
    pub noise: f64,
    pub slope_noise: f64,
}

impl Sample {
    pub fn at(state: &State, x: f64) -> Self {
        let (f, df) = state.act.eval(x, &state.p);
        let d2f = (state.d2f)(x, &state.p);
        // Of x itself, of terms that cancel, and of the last digits.
        let ulp = x.abs() * f64::EPSILON;
        let largest = state.p.iter().fold(1.0f64, |most, p| most.max(p.abs()));
        let noise = 8.0 * (ulp * df.abs() + f64::EPSILON * f.abs()) + 1e-300;
        let noise = if state.act.params.is_empty() {
            noise
        } else {
            noise + 4.0 * f64::EPSILON * f.abs().min(largest)
        };
        let slope_noise = 8.0 * (ulp * d2f.abs() + f64::EPSILON * df.abs()) + 1e-300;
        Self { x, f, df, noise, slope_noise }
    }

    /// The sign of f′, 0 where rounding or underflow may hide it.
    pub fn slope(&self) -> i8 {
        if self.df.abs() <= self.slope_noise {
            0
        } else if self.df > 0.0 {
            1
        } else {
            -1
        }
    }

    /// The sign of f.
    pub fn sign(&self) -> i8 {
        if self.f.abs() <= self.noise {
            0
        } else if self.f > 0.0 {
            1
        } else {
            -1
        }
    }
}
