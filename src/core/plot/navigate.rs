//! Moving about the plane: zoom and pan as arithmetic on windows, with numbers kept short.

use super::Frame;
use crate::activation::Window;
use crate::numeric::format::rounded;

/// The zoom factor of one press of a button or one notch of a wheel.
pub const ZOOM_STEP: f64 = 1.25;

impl Frame {
    /// The window magnified `factor` times about a point in CSS pixels, which stays where it is.
    ///
    /// The same window where the magnified one could not be drawn.
    #[must_use]
    pub fn zoomed(&self, (px, py): (f64, f64), factor: f64) -> Window {
        let (w, x, y) = (self.window, self.to_x(px), self.to_y(py));
        let near = |edge: f64, fixed: f64| fixed + (edge - fixed) / factor;
        self.checked(Window::new(
            near(w.x_min, x),
            near(w.x_max, x),
            near(w.y_min, y),
            near(w.y_max, y),
        ))
    }

    /// The window after the picture was moved by so many CSS pixels.
    #[must_use]
    pub fn panned(&self, (dx, dy): (f64, f64)) -> Window {
        let (w, a) = (self.window, &self.area);
        let x = dx / a.width * (w.x_max - w.x_min);
        let y = dy / a.height * (w.y_max - w.y_min);
        self.checked(Window::new(w.x_min - x, w.x_max - x, w.y_min + y, w.y_max + y))
    }

    /// `window` with edges rounded to a twentieth of a pixel, or the present one if that cannot be
    /// drawn.
    fn checked(&self, window: Window) -> Window {
        let x_unit = (window.x_max - window.x_min) / self.area.width / 20.0;
        let y_unit = (window.y_max - window.y_min) / self.area.height / 20.0;
        let short = Window::new(
            rounded(window.x_min, x_unit),
            rounded(window.x_max, x_unit),
            rounded(window.y_min, y_unit),
            rounded(window.y_max, y_unit),
        );
        if short.usable() { short } else { self.window }
    }

    /// This frame with one unit as long across as up: the window is widened where it must be.
    #[must_use]
    pub fn equalised(mut self) -> Self {
        let (w, a) = (self.window, &self.area);
        let unit = ((w.x_max - w.x_min) / a.width).max((w.y_max - w.y_min) / a.height);
        let about = |low: f64, high: f64, size: f64| {
            let (middle, half) = (low / 2.0 + high / 2.0, unit * size / 2.0);
            (middle - half, middle + half)
        };
        let (x_min, x_max) = about(w.x_min, w.x_max, a.width);
        let (y_min, y_max) = about(w.y_min, w.y_max, a.height);
        self.window = Window::new(x_min, x_max, y_min, y_max);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plot::Margins;

    fn frame(window: Window) -> Frame {
        let margins = Margins { left: 20.0, right: 0.0, top: 10.0, bottom: 0.0 };
        Frame::new((420.0, 210.0), &margins, window)
    }

    #[test]
    fn what_is_under_the_pointer_stays_there() {
        let frame = frame(Window::new(-5.0, 5.0, -2.0, 3.0));
        let at = (120.0, 60.0);
        let (x, y) = (frame.to_x(at.0), frame.to_y(at.1));
        let near = Frame { window: frame.zoomed(at, 4.0), ..frame };
        let (px, py) = near.to_px(x, y);
        assert!((px - at.0).abs() < 0.1 && (py - at.1).abs() < 0.1, "{px} {py}");
        assert!((near.window.x_max - near.window.x_min - 2.5).abs() < 0.01);
    }

    #[test]
    fn panning_there_and_back_is_where_it_was() {
        let frame = frame(Window::new(-5.0, 5.0, -2.0, 3.0));
        let there = Frame { window: frame.panned((40.0, -20.0)), ..frame };
        assert_eq!(there.window, Window::new(-6.0, 4.0, -2.5, 2.5));
        assert_eq!(there.panned((-40.0, 20.0)), frame.window);
    }

    #[test]
    fn zooming_stops_before_numbers_run_out() {
        let mut near = frame(Window::new(-5.0, 5.0, -2.0, 3.0));
        let mut far = near;
        for _ in 0..400 {
            near.window = near.zoomed((220.0, 110.0), 1.5);
            far.window = far.zoomed((220.0, 110.0), 1.0 / 1.5);
        }
        assert!(near.window.usable() && far.window.usable());
        assert!(near.window.x_max - near.window.x_min < 1e-8);
        assert!(far.window.x_max - far.window.x_min > 1e11);
    }

    #[test]
    fn equal_axes_show_at_least_as_much() {
        let wide = frame(Window::new(-5.0, 5.0, -2.0, 3.0)).equalised();
        let (w, a) = (wide.window, wide.area);
        let scales = (a.width / (w.x_max - w.x_min), a.height / (w.y_max - w.y_min));
        assert!((scales.0 - scales.1).abs() < 1e-9, "{scales:?}");
        assert!(w.x_min <= -5.0 && w.x_max >= 5.0 && w.y_min <= -2.0 && w.y_max >= 3.0);
    }
}
