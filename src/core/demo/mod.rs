//! Tools shared by the demonstrations: seeded random numbers, the clock of an animation, its model.
//!
//! The same seed gives the same bits natively and in the page: random numbers are integers until
//! the last moment, and every transcendental function is that of `libm`.

pub mod animation;
pub mod clock;
pub mod rng;
