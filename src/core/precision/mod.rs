//! Numbers that a computer has instead of all: formulas evaluated in float64, float32, bfloat16 and
//! float16 as they are written, against their exact values.

pub mod exact;
pub mod format;
pub mod functions;
#[cfg(test)]
mod fuzz;
pub mod lens;
pub mod ranges;
pub mod softmax;
pub mod textbook;
pub mod wide;
pub mod written;

pub use format::Format;
