//! The extras of a few functions: RReLU's training, PReLU's gradient step, the map of a gated
//! unit.

pub mod gated;
pub mod prelu;
pub mod rrelu;
