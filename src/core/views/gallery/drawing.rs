//! The plot on a card of the gallery.

use crate::activation::{Activation, Window};
use crate::plot::{Drawing, Frame, Picture, curves};

/// A card's plot: a function in its own window.
pub struct Card {
    /// The function.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
    /// True if f′ is drawn.
    pub deriv: bool,
}

impl Drawing for Card {
    fn window(&self) -> Window {
        self.act.window
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let curves = curves(self.act, &self.params, frame, self.deriv);
        Picture { regions: Vec::new(), curves }
    }
}
