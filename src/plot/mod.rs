//! Plots: what is drawn, as plain data, and how it is drawn on any backend.

mod draw;
mod frame;
mod function;
mod pen;

pub use draw::{Palette, draw_axes, draw_curves};
pub use frame::{Area, Frame, Margins};
pub use function::{Curve, Dot, Role, curves};
pub use pen::{Ink, Pen, UNITS};
