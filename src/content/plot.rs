//! The parts of the plots that draw nothing, for programs that are built before the crate or
//! without it: the build script and `cargo xtask`.

#[path = "../plot/frame.rs"]
mod frame;
#[path = "../plot/function.rs"]
mod function;
#[path = "../plot/picture.rs"]
mod picture;

pub use frame::{Frame, Margins};
pub use function::{Shown, curves, function, series};
pub use picture::{Curve, DASHES, Dot, Picture, Region, Role};
