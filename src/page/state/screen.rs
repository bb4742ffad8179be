//! The screen of the plots: colours, pixel ratio and restored canvases.

use crate::page::browser::observers::on_canvas_restored;
use crate::page::browser::{css_colors, print};
use activation_explorer::plot::Palette;
use leptos::prelude::*;

/// The properties of the screen that plots depend on.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    /// The colours in force.
    pub(crate) palette: RwSignal<Palette>,
    /// Device pixels per CSS pixel.
    pub(crate) ratio: RwSignal<f64>,
    /// The number of times that a lost canvas has been restored, blank.
    pub(crate) restored: RwSignal<u32>,
    /// Whether the first view is in the document.
    pub(crate) ready: RwSignal<bool>,
}

impl Screen {
    pub(crate) fn new() -> Self {
        Self {
            palette: RwSignal::new(css_colors::read()),
            ratio: RwSignal::new(device_ratio()),
            restored: RwSignal::new(0),
            ready: RwSignal::new(false),
        }
    }

    /// Tracks the browser, for as long as the page lives.
    pub(crate) fn follow(self) {
        print::follow();
        on_canvas_restored(move || self.restored.update(|n| *n += 1));
        window_event_listener(leptos::ev::resize, move |_| {
            let ratio = device_ratio();
            if self.ratio.get_untracked() != ratio {
                self.ratio.set(ratio);
            }
        });
    }

    /// Reads the colours again.
    pub(crate) fn read_palette(self) {
        self.palette.set(css_colors::read());
    }
}

fn device_ratio() -> f64 {
    window().device_pixel_ratio().clamp(0.5, 4.0)
}
