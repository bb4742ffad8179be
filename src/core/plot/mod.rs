//! Plots: the picture as plain data, its axes, and drawing them on any backend.

mod draw;
mod drawing;
mod file;
mod frame;
mod function;
pub mod graph;
mod layout;
mod navigate;
mod palette;
mod pen;
mod picture;
mod svg;
mod table;

pub use draw::{draw_axes, draw_picture};
pub use drawing::{Blank, Drawing, Drawings, no_drawings};
pub use file::{csv, file_name};
pub use frame::{Area, Frame, Margins};
pub(crate) use function::curve;
pub use function::{Curves, MOST_SHADED, curves, fitted, function, own_heights, series, slopes};
pub use graph::Graph;
pub use layout::{Size, Ticks};
pub use navigate::ZOOM_STEP;
pub use palette::Palette;
pub use pen::{Ink, Pen, UNITS};
pub use picture::{Curve, DASHES, Dot, Picture, Region, Role, arrow_head};
pub use svg::{SvgPen, caption_lines, caption_middle, caption_room, caption_width, document, svg};
pub use table::table;
