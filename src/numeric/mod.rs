//! Numbers: stable building blocks, sampling, ticks and formatting.

mod clip;
pub mod decimal;
pub mod elementary;
pub mod format;
pub mod order;
mod oscillation;
pub mod sample;
pub mod ticks;
mod trace;
