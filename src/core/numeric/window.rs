//! The part of the plane that a plot shows.

/// The width and height of the narrowest window: a narrower one has no four different numbers
/// across.
const NARROWEST: f64 = 1e-9;
/// The farthest edge of a window.
const FARTHEST: f64 = 1e12;

/// A rectangle in data units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Window {
    /// Left edge.
    pub x_min: f64,
    /// Right edge.
    pub x_max: f64,
    /// Bottom edge.
    pub y_min: f64,
    /// Top edge.
    pub y_max: f64,
}

impl Window {
    /// The window `[x_min, x_max] × [y_min, y_max]`.
    #[must_use]
    pub const fn new(x_min: f64, x_max: f64, y_min: f64, y_max: f64) -> Self {
        Self { x_min, x_max, y_min, y_max }
    }

    /// Whether the window can be drawn: the right way round, neither too small nor too far away.
    #[must_use]
    pub fn usable(&self) -> bool {
        let pair = |low: f64, high: f64| {
            let size = low.abs().max(high.abs());
            size <= FARTHEST && high - low >= NARROWEST.max(size * 1e-12)
        };
        pair(self.x_min, self.x_max) && pair(self.y_min, self.y_max)
    }

    /// The smallest window that contains this one and `other`.
    #[must_use]
    pub fn with(&self, other: &Self) -> Self {
        Self::new(
            self.x_min.min(other.x_min),
            self.x_max.max(other.x_max),
            self.y_min.min(other.y_min),
            self.y_max.max(other.y_max),
        )
    }
}
