//! The plot of log₁₀ |f′|.

use super::model::log_slope;
use crate::activation::{Activation, Window};
use crate::numeric::sample::sample;
use crate::plot::{Curve, Drawing, Frame, Picture, Role};

/// The window.
const WINDOW: Window = Window::new(-20.0, 20.0, -9.0, 1.0);

/// |f′| on a logarithmic scale.
pub struct Slopes {
    /// The function.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
}

impl Drawing for Slopes {
    fn window(&self) -> Window {
        WINDOW
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let (act, p, area) = (self.act, &self.params, frame.area);
        let f = |x: f64| log_slope(act, p, x);
        let strokes = sample(f, &act.breaks(p), &frame.window, area.width, area.height);
        Picture { regions: Vec::new(), curves: vec![Curve::line(Role::Df, strokes)] }
    }
}
