//! Numbers: stable building blocks, sampling, ticks and formatting.

pub mod clip;
pub mod decimal;
pub mod elementary;
pub mod format;
pub mod order;
pub mod sample;
pub mod ticks;
