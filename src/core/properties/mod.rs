//! The properties of a function at its current parameters: what is exact follows from the declared
//! structure of its formula, the rest is computed from f, f′ and their limits.

mod all;
mod asymptote;
mod copies;
mod flat;
mod intervals;
mod landmark;
mod line;
mod normal;
mod range;
mod regularity;
mod saturation;
mod second;
mod shape;
mod slopes;
mod solve;
mod telling;

pub use all::{Properties, properties, saturation};
pub use asymptote::asymptote;
pub use copies::Copies;
pub use flat::{Flat, Flats, flat};
pub use intervals::{End, Range, Solutions};
pub use landmark::{Landmark, LandmarkKind, landmarks};
pub use regularity::{Break, Class, Regularity};
pub use saturation::{Decay, Saturation};
pub use second::{second, second_is_one_sided};
pub use shape::{Monotone, Turn};
pub use telling::telling;

pub use crate::activation::{Parity, Period};
