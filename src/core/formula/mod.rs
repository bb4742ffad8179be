//! A function that a reader types: its text read and written, its values and derivatives, and where
//! it has kinks and jumps.

pub mod breaks;
pub mod dual;
pub mod fault;
#[cfg(test)]
mod fuzz;
pub mod jet;
pub mod local;
pub mod names;
pub mod parse;
pub mod print;
pub mod switches;
pub mod token;
pub mod tree;
#[cfg(test)]
mod typed_catalogue;

pub use fault::{Fault, FaultKind, Missing};
pub use parse::parse;
pub use tree::Formula;
