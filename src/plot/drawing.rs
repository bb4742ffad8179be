//! A plot's subject: where it looks, and its picture there.

use super::{Frame, Picture};
use crate::numeric::Window;

/// What a plot shows, without signals and without a browser.
pub trait Drawing: Send + Sync {
    /// The part of the plane.
    fn window(&self) -> Window;

    /// Whether one unit is as long across as up.
    fn equal(&self) -> bool {
        false
    }

    /// The heights of the derivatives' own axis in this window, if they have one.
    fn own_axis(&self, _window: &Window) -> Option<(f64, f64)> {
        None
    }

    /// The picture.
    fn picture(&self, frame: &Frame) -> Picture;
}
