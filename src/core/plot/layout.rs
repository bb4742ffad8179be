//! The layout of a plot: the size of its labels, the distance of its ticks, and the room they need.

use super::{Frame, Margins, Palette};
use crate::numeric::Window;
use crate::numeric::ticks::{Tick, widest};

/// The gap between a label and the area of the data, in CSS pixels, and a little room beyond it.
const GAP: f64 = 6.0;

/// The size of a plot's labels and lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// In the gallery: no more than the two lines through 0.
    Tile,
    /// On the start page: the two lines through 0, with labels along them.
    Wide,
    /// Beside something larger.
    Small,
    /// Alone on a page.
    Large,
}

/// The ticks of a frame.
#[derive(Clone, Debug, PartialEq)]
pub struct Ticks {
    /// Those of the x axis.
    pub x: Vec<Tick>,
    /// Those of the y axis.
    pub y: Vec<Tick>,
    /// Those of the derivatives' own axis; none if they have none.
    pub right: Vec<Tick>,
    /// Whether there is no grid, and the labels stand along the lines through 0.
    pub bare: bool,
}

impl Size {
    /// The palette with widths and font size for this size.
    #[must_use]
    pub fn palette(self, theme: &Palette) -> Palette {
        let mut palette = theme.clone();
        palette.text = self.text(theme);
        palette.width *= match self {
            Self::Small => 0.8,
            Self::Wide => 1.5,
            _ => 1.0,
        };
        palette
    }

    /// The font size of labels in CSS pixels.
    #[must_use]
    pub fn text(self, theme: &Palette) -> f64 {
        if self == Self::Small { 0.85 * theme.text } else { theme.text }
    }

    /// The ticks of a frame whose labels have the font size `text`, in CSS pixels.
    #[must_use]
    pub fn ticks(self, frame: &Frame, text: f64) -> Ticks {
        if self.bare() {
            // All but those through 0 are too much for a tile.
            let kept = |mut ticks: Vec<Tick>| {
                ticks.retain(|tick| self == Self::Wide || tick.at == 0.0);
                ticks
            };
            let (x, y) = (
                frame.x_ticks((0.19 * frame.size.0).min(6.0 * text), text),
                frame.y_ticks(0.19 * frame.size.1),
            );
            return Ticks { x: kept(x), y: kept(y), right: Vec::new(), bare: true };
        }
        let across = if self == Self::Small { 5.5 } else { 4.5 };
        let up = self.up() * text;
        let right = if frame.own.is_some() { frame.right().y_ticks(up) } else { Vec::new() };
        Ticks { x: frame.x_ticks(across * text, text), y: frame.y_ticks(up), right, bare: false }
    }

    /// Whether a plot of this size is nothing but its curves and the lines through 0.
    fn bare(self) -> bool {
        matches!(self, Self::Tile | Self::Wide)
    }

    /// The least distance between two ticks of the y axis, in font sizes.
    fn up(self) -> f64 {
        if self == Self::Small { 2.8 } else { 3.2 }
    }

    /// The frame of a plot of this `extent`, in CSS pixels, with room for its labels; `None` while
    /// it has no extent. `own` are the heights of the derivatives' own axis, if they have one;
    /// `equal` is true if one unit is as long across as up.
    #[must_use]
    pub fn frame(
        self,
        extent: (f64, f64),
        text: f64,
        window: Window,
        own: Option<(f64, f64)>,
        equal: bool,
    ) -> Option<Frame> {
        if !(extent.0 > 1.0 && extent.1 > 1.0) {
            return None;
        }
        if self.bare() {
            let none = Margins { left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };
            return Some(Frame::new(extent, &none, window));
        }
        let (left, right) =
            if self == Self::Small { (2.4 * text, 3.0) } else { (3.0 * text, 0.8 * text) };
        let mut margins = Margins { left, right, top: 0.6 * text, bottom: 1.8 * text };
        let mut frame = Frame::new(extent, &margins, window);
        // The labels need room, which may change the window of equal axes, and with it the labels.
        for _ in 0..4 {
            frame = Frame::new(extent, &margins, window);
            frame.own = own;
            if equal {
                frame = frame.equalised();
            }
            let room = |frame: Frame| widest(&frame.y_ticks(self.up() * text)) * text + GAP;
            let (on_left, on_right) = (room(frame), own.map_or(0.0, |_| room(frame.right())));
            if on_left <= margins.left && on_right <= margins.right {
                break;
            }
            margins.left = margins.left.max(on_left);
            margins.right = margins.right.max(on_right);
        }
        Some(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::ticks::width;

    #[test]
    fn every_label_has_room_on_either_side() {
        let mut seen = 0;
        for power in -40..=60 {
            let size = 10f64.powf(f64::from(power) / 5.0);
            for centre in [0.0, 0.3, -1e3, 1e6, -1e9] {
                for (extent, text) in
                    [((280.0, 140.0), 10.2), ((390.0, 200.0), 18.0), ((900.0, 450.0), 12.0)]
                {
                    for (which, equal) in
                        [(Size::Small, false), (Size::Large, false), (Size::Large, true)]
                    {
                        let w = Window::new(-5.0, 5.0, centre - size, centre + 0.7 * size);
                        let own = Some((-0.4 * size, size));
                        let frame = which.frame(extent, text, w, own, equal).unwrap();
                        let ticks = which.ticks(&frame, text);
                        let right = frame.size.0 - frame.area.left - frame.area.width;
                        for (all, room) in [(&ticks.y, frame.area.left), (&ticks.right, right)] {
                            for tick in all {
                                let needed = width(&tick.label) * text + 5.0;
                                assert!(needed <= room, "{w:?} {which:?}: {tick:?}, {room} px");
                                seen += 1;
                            }
                        }
                    }
                }
            }
        }
        assert!(seen > 10_000, "only {seen}");
        assert_eq!(
            Size::Large.frame((0.0, 0.0), 12.0, Window::new(0.0, 1.0, 0.0, 1.0), None, false),
            None
        );
    }
}
