//! Numbers: stable building blocks, sampling, ticks and formatting.

pub mod elementary;
pub mod format;
pub mod sample;
pub mod ticks;
