//! The drawing of a plot: the part of the plane it shows, and the picture in a frame.

use super::{Frame, Picture};
use crate::activation::Window;
use crate::address::Address;

/// A drawing: plain data from which a plot is made, in the page and in tests.
pub trait Drawing: Send + Sync {
    /// The window of the plot.
    fn window(&self) -> Window;

    /// True if one unit is as long across as up.
    fn equal(&self) -> bool {
        false
    }

    /// The heights of the derivatives' own axis in this window, if they have one.
    fn own_axis(&self, _window: &Window) -> Option<(f64, f64)> {
        None
    }

    /// The picture in this frame.
    fn picture(&self, frame: &Frame) -> Picture;
}

/// A drawing of nothing, where there is none.
pub struct Blank;

impl Drawing for Blank {
    fn window(&self) -> Window {
        Window::new(0.0, 1.0, 0.0, 1.0)
    }

    fn picture(&self, _: &Frame) -> Picture {
        Picture::default()
    }
}

/// Pictures by the names of their plots.
pub type Drawings = Vec<(&'static str, Box<dyn Drawing>)>;

/// The empty list, for a view that draws nothing on a canvas.
#[must_use]
pub fn no_drawings(_: &Address) -> Drawings {
    Drawings::new()
}
