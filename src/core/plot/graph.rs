//! The plot of one function: its graph, its derivatives, an addition by a part of the view.

use super::{Curves, Drawing, Frame, Picture, function, own_heights};
use crate::activation::Activation;
use crate::address::{Address, Settings};
use crate::numeric::Window;
use std::sync::Arc;

/// An addition to the plot, drawn behind its own curves.
pub type Overlay = Arc<dyn Fn(&Frame) -> Picture + Send + Sync>;

/// The graph of a function.
pub struct Graph {
    /// The function.
    pub act: &'static Activation,
    /// Its parameters.
    pub params: Vec<f64>,
    /// The parts of the plot that are drawn.
    pub curves: Curves,
    /// The window.
    pub window: Window,
    /// True if one unit is as long across as up.
    pub equal: bool,
    /// True if the derivatives have an axis of their own.
    pub own_axis: bool,
    /// The addition drawn behind it.
    pub overlay: Option<Overlay>,
}

/// The parts of the plot that a state draws.
#[must_use]
pub fn wanted(state: &Settings) -> Curves {
    Curves { deriv: state.deriv, second: state.extras.second, shade: state.extras.shade }
}

/// True if the derivatives have an axis of their own in a state.
#[must_use]
pub fn own_axis(state: &Settings) -> bool {
    state.extras.own_axis && (state.deriv || state.extras.second)
}

impl Graph {
    /// The graph of a state's function, without what a part of the view adds.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        Self {
            act: state.act,
            params: state.params(state.act),
            curves: wanted(state),
            window: state.window(),
            equal: state.extras.equal,
            own_axis: own_axis(state),
            overlay: None,
        }
    }
}

impl Drawing for Graph {
    fn window(&self) -> Window {
        self.window
    }

    fn equal(&self) -> bool {
        self.equal
    }

    fn own_axis(&self, window: &Window) -> Option<(f64, f64)> {
        self.own_axis.then(|| own_heights(self.act, &self.params, window, self.curves.second))
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let mut picture = function(self.act, &self.params, frame, self.curves);
        if let Some(overlay) = &self.overlay {
            let Picture { regions, curves } = overlay(frame);
            picture.regions.extend(regions);
            picture.curves.splice(0..0, curves);
        }
        picture
    }
}
