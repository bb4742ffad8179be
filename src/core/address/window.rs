//! The window as far as an address names it, and the options of its curves.

use crate::numeric::Window;

/// The edges the address names; those it leaves open are the function's own.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Edges {
    /// `xmin`.
    pub x_min: Option<f64>,
    /// `xmax`.
    pub x_max: Option<f64>,
    /// `ymin`.
    pub y_min: Option<f64>,
    /// `ymax`.
    pub y_max: Option<f64>,
}

impl Edges {
    /// All four edges of a window.
    #[must_use]
    pub fn of(w: Window) -> Self {
        Self {
            x_min: Some(w.x_min),
            x_max: Some(w.x_max),
            y_min: Some(w.y_min),
            y_max: Some(w.y_max),
        }
    }

    /// Whether the address names none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The window, with `own` where an edge is open; `None` if that is no rectangle.
    #[must_use]
    pub fn over(&self, own: Window) -> Option<Window> {
        let w = Window::new(
            self.x_min.unwrap_or(own.x_min),
            self.x_max.unwrap_or(own.x_max),
            self.y_min.unwrap_or(own.y_min),
            self.y_max.unwrap_or(own.y_max),
        );
        w.usable().then_some(w)
    }
}

/// The display options beside f and f′.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Extras {
    /// `second`: f″.
    pub second: bool,
    /// `tangent`: the tangent at the probe.
    pub tangent: bool,
    /// `shade`: where |f′| is below this; 0 for nowhere.
    pub shade: f64,
    /// `equal`: one unit is as long across as up.
    pub equal: bool,
    /// `axis2`: f′ and f″ have an axis of their own.
    pub own_axis: bool,
    /// `f`: in a comparison, the functions themselves.
    pub values: bool,
    /// `diff`: in a comparison, the differences to the first function.
    pub difference: bool,
}

impl Default for Extras {
    fn default() -> Self {
        Self {
            second: false,
            tangent: true,
            shade: 0.0,
            equal: false,
            own_axis: false,
            values: true,
            difference: false,
        }
    }
}

/// The largest threshold for `shade`.
pub const LARGEST_SHADE: f64 = 1.0;
