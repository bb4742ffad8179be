//! The plot of softplus beside ReLU.

use crate::activation::{Window, relu::RELU, softplus::SOFTPLUS};
use crate::plot::{Drawing, Frame, Picture, series};

/// The plot of ReLU and softplus over one another.
pub struct Both {
    /// The parameters of softplus.
    pub params: Vec<f64>,
}

impl Drawing for Both {
    fn window(&self) -> Window {
        Window::new(-3.0, 3.0, -0.5, 3.0)
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let mut curves = series(0, (&RELU, &[]), None, frame, false);
        curves.extend(series(1, (&SOFTPLUS, &self.params), None, frame, false));
        Picture { regions: Vec::new(), curves }
    }
}
