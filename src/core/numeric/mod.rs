//! Numbers: stable building blocks, sampling, ticks, reading and formatting.

pub mod ascii;
pub mod clip;
pub mod decimal;
mod edges;
pub mod elementary;
pub mod extent;
pub mod format;
pub mod lanes;
pub mod order;
mod oscillation;
pub mod sample;
mod stroke;
pub mod ticks;
mod trace;
pub mod typed;
mod window;

pub use stroke::Stroke;
pub use window::Window;
