//! The properties of a function at its current parameters, computed from f, f′, their limits and
//! the declared breaks; nothing is typed in per function.

mod all;
mod asymptote;
mod flat;
mod intervals;
mod landmark;
mod line;
mod normal;
mod regularity;
mod saturation;
mod second;
mod shape;

pub use all::{Properties, properties, saturation};
pub use asymptote::asymptote;
pub use flat::{Flat, flat};
pub use intervals::{End, Range, Solutions};
pub use landmark::{Landmark, LandmarkKind, landmarks};
pub use regularity::{Break, Class, Regularity};
pub use saturation::{Decay, Saturation};
pub use second::second;
pub use shape::{Monotone, Parity, Turn};
