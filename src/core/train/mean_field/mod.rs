//! Mean-field theory of wide random networks: how long a signal gets, how alike two signals get, and
//! how a gradient grows, from layer to layer.
//!
//! Weights are N(0, σ_w²/fan-in), biases N(0, σ_b²). Poole et al. 2016, "Exponential expressivity in
//! deep neural networks through transient chaos"; Schoenholz et al. 2017, "Deep information
//! propagation"; for SELU Klambauer et al. 2017.

mod correlation;
mod critical;
mod length;
mod moments;
mod quadrature;
mod roots;
pub mod selu;

pub use correlation::{Correlation, depth_scale};
pub use critical::{Critical, critical_at, critical_points};
pub use length::{FixedPoint, Length, MeanField};
pub use moments::{Field, Moments};
