//! The demos' models: plain state and a step, seeded, without drawing and without a browser.
//!
//! The same seed gives the same bits natively and in the page: random numbers are integers until
//! the last moment, and every transcendental function is that of `libm`.

pub mod gated;
pub mod kink;
pub mod linear;
pub mod maxout;
pub mod neuron;
pub mod pace;
pub mod prelu;
pub mod rng;
pub mod rrelu;
pub mod saturation;
pub mod softmax;
pub mod worked;
pub mod zigzag;
