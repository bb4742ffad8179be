//! The rectangle a plot is drawn in, and the map between data and pixels.

use crate::activation::Window;
use crate::numeric::elementary::within;
use crate::numeric::format::shortest;
use crate::numeric::ticks::{Tick, ticks, width};

/// The frame of a plot: its size, the area of the data, and the window shown there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Width and height of the whole picture, CSS pixels.
    pub size: (f64, f64),
    /// The rectangle of the data.
    pub area: Area,
    /// The window of the data.
    pub window: Window,
    /// The heights of f′ and f″, if they have an axis of their own on the right.
    pub own: Option<(f64, f64)>,
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Area {
    /// Distance from the left edge of the picture.
    pub left: f64,
    /// Distance from the top edge of the picture.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Room around the area for tick labels, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Margins {
    /// On the left, for the labels of the y axis.
    pub left: f64,
    /// On the right, for half a label.
    pub right: f64,
    /// Above, for half a label.
    pub top: f64,
    /// Below, for the labels of the x axis.
    pub bottom: f64,
}

impl Frame {
    /// A frame of `size` showing `window`; the area is at least one pixel in each direction.
    #[must_use]
    pub fn new(size: (f64, f64), margins: &Margins, window: Window) -> Self {
        let area = Area {
            left: margins.left,
            top: margins.top,
            width: (size.0 - margins.left - margins.right).max(1.0),
            height: (size.1 - margins.top - margins.bottom).max(1.0),
        };
        Self { size, area, window, own: None }
    }

    /// This frame as the derivatives see it: with the heights of their own axis.
    #[must_use]
    pub fn right(&self) -> Self {
        let mut frame = *self;
        if let Some((low, high)) = self.own {
            (frame.window.y_min, frame.window.y_max) = (low, high);
        }
        frame
    }

    /// Data to CSS pixels.
    #[must_use]
    pub fn to_px(&self, x: f64, y: f64) -> (f64, f64) {
        let (w, a) = (&self.window, &self.area);
        (
            a.left + (x - w.x_min) / (w.x_max - w.x_min) * a.width,
            a.top + (w.y_max - y) / (w.y_max - w.y_min) * a.height,
        )
    }

    /// A horizontal position in CSS pixels to data.
    #[must_use]
    pub fn to_x(&self, px: f64) -> f64 {
        let (w, a) = (&self.window, &self.area);
        w.x_min + (px - a.left) / a.width * (w.x_max - w.x_min)
    }

    /// A vertical position in CSS pixels to data.
    #[must_use]
    pub fn to_y(&self, py: f64) -> f64 {
        let (w, a) = (&self.window, &self.area);
        w.y_max - (py - a.top) / a.height * (w.y_max - w.y_min)
    }

    /// Ticks on the x axis, at least `apart` pixels from one another, and further where labels of
    /// the font size `text` would touch. Short ones may be closer where there would be only one or
    /// two.
    #[must_use]
    pub fn x_ticks(&self, apart: f64, text: f64) -> Vec<Tick> {
        let marks = |apart: f64| {
            ticks(self.window.x_min, self.window.x_max, wanted(self.area.width, apart))
        };
        let clear = |marks: &[Tick]| {
            let ends = |tick: &Tick| (self.middle(tick, text), 0.5 * text * width(&tick.label));
            marks.windows(2).all(|pair| {
                let ((a, half), (b, other)) = (ends(&pair[0]), ends(&pair[1]));
                b - a >= half + other + 0.5 * text
            })
        };
        let mut all = marks(apart);
        if all.len() < 3 {
            let closer = marks(0.6 * apart);
            if closer.len() > all.len() && clear(&closer) {
                return closer;
            }
        }
        let mut apart = apart;
        while all.len() > 1 && !clear(&all) {
            apart *= 1.2;
            all = marks(apart);
        }
        all
    }

    /// The middle of the label of a tick of the x axis, in CSS pixels: below its tick, or so far
    /// inwards that the label is inside the picture.
    pub(super) fn middle(&self, tick: &Tick, text: f64) -> f64 {
        let half = 0.5 * text * width(&tick.label) + 1.0;
        within(self.to_px(tick.at, 0.0).0, half, (self.size.0 - half).max(half))
    }

    /// Ticks on the y axis, at least `apart` pixels from one another.
    #[must_use]
    pub fn y_ticks(&self, apart: f64) -> Vec<Tick> {
        ticks(self.window.y_min, self.window.y_max, wanted(self.area.height, apart))
    }

    /// `left top width height`, as the page's `data-area` states it.
    #[must_use]
    pub fn area_text(&self) -> String {
        let a = &self.area;
        [a.left, a.top, a.width, a.height].map(shortest).join(" ")
    }
}

/// The number of ticks `apart` pixels from one another that fit into `length` pixels.
fn wanted(length: f64, apart: f64) -> usize {
    (length / apart).floor().max(1.0) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_narrow_axis_has_more_than_one_mark_where_labels_are_short() {
        let marks = |x_max: f64| {
            let window = Window::new(-x_max, x_max, 0.0, 1.0);
            let labels = Frame::new((240.0, 100.0), &NONE, window).x_ticks(58.0, 10.0);
            labels.iter().map(|tick| tick.label.clone()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(marks(4.4), "−4 −2 0 2 4");
        assert_eq!(marks(440.0), "−400 −200 0 200 400");
        // They would run together.
        assert_eq!(marks(44e4), "0");
    }

    const NONE: Margins = Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };

    #[test]
    fn labels_below_do_not_touch_and_are_inside() {
        for power in -60..=90 {
            let size = 10f64.powf(f64::from(power) / 10.0);
            for centre in [0.0, 0.5, 1e4, -1e6, 1e6, 1e9] {
                let window = Window::new(centre - size, centre + 0.8 * size, 0.0, 1.0);
                for wide in [250.0, 390.0, 700.0, 1500.0] {
                    let frame = Frame::new((wide, 300.0), &NONE, window);
                    let mut before = -6.0;
                    for tick in frame.x_ticks(54.0, 12.0) {
                        let (middle, half) = (frame.middle(&tick, 12.0), 6.0 * width(&tick.label));
                        assert!(middle - half >= before + 5.9, "{window:?} {wide}: {tick:?}");
                        before = middle + half;
                    }
                    assert!(before <= wide + 1e-9, "{window:?} {wide}: {before}");
                }
            }
        }
    }
}
