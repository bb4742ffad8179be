//! Plots: the picture as plain data, its axes, and drawing them on any backend.

mod draw;
mod drawing;
mod frame;
mod function;
pub mod graph;
mod navigate;
mod pen;
mod picture;
mod svg;
mod table;

pub use draw::{Palette, draw_axes, draw_picture};
pub use drawing::{Drawing, Drawings, no_drawings};
pub use frame::{Area, Frame, Margins};
pub use function::{Curves, MOST_SHADED, curves, fitted, function, own_heights, series};
pub use graph::Graph;
pub use navigate::ZOOM_STEP;
pub use pen::{Ink, Pen, UNITS};
pub use picture::{Curve, DASHES, Dot, Picture, Region, Role, arrow_head};
pub use svg::svg;
pub use table::table;
