//! A function that a reader types: its text read and written, its values and derivatives, and where
//! it has kinks and jumps.

pub mod breaks;
pub mod code;
pub mod dual;
pub mod fault;
#[cfg(test)]
pub(crate) mod fuzz;
pub mod jet;
pub mod latex;
pub mod limits;
pub mod local;
pub mod mathml;
pub mod names;
mod operand;
pub mod operation;
pub mod own;
pub mod parse;
pub mod period;
pub mod print;
pub mod search;
pub mod shape;
pub mod switches;
pub mod token;
pub mod tree;
#[cfg(test)]
mod typed_catalogue;
pub mod typeset;

pub use fault::{Fault, FaultKind, Missing};
pub use parse::parse;
pub use tree::Formula;
