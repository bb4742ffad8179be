//! The screen of the plots: colours, pixel ratio and restored canvases.

use crate::page::browser::observers::on_canvas_restored;
use crate::page::browser::{css_colors, print};
use activation_explorer::plot::Palette;
use leptos::prelude::*;

/// The most pixels per CSS pixel of an enlarged page, for the sake of memory.
const LARGEST: f64 = 6.0;

/// The properties of the screen that plots depend on.
#[derive(Clone, Copy)]
pub(crate) struct Screen {
    /// The colours in force.
    pub(crate) palette: RwSignal<Palette>,
    /// Pixels of a canvas per CSS pixel.
    pub(crate) ratio: RwSignal<f64>,
    /// The factor by which the frame is enlarged, as the address says.
    enlarged: StoredValue<f64>,
    /// The number of times that a lost canvas has been restored, blank.
    pub(crate) restored: RwSignal<u32>,
    /// The curves of a comparison that a lecture hides, a bit each.
    pub(crate) unseen: RwSignal<u32>,
    /// Whether the first view is in the document.
    pub(crate) ready: RwSignal<bool>,
}

impl Screen {
    pub(crate) fn new() -> Self {
        Self {
            palette: RwSignal::new(css_colors::read()),
            ratio: RwSignal::new(canvas_ratio(1.0)),
            enlarged: StoredValue::new(1.0),
            restored: RwSignal::new(0),
            unseen: RwSignal::new(0),
            ready: RwSignal::new(false),
        }
    }

    /// Tracks the browser, for as long as the page lives.
    pub(crate) fn follow(self) {
        print::follow();
        on_canvas_restored(move || self.restored.update(|n| *n += 1));
        // Sent by `boot.js`, too, for another screen and for an enlarged page.
        window_event_listener(leptos::ev::resize, move |_| self.look());
    }

    /// Draws plots for a frame that the host page enlarges by this factor.
    pub(crate) fn enlarge(self, by: f64) {
        if self.enlarged.get_value() != by {
            self.enlarged.set_value(by);
            self.look();
        }
    }

    fn look(self) {
        let ratio = canvas_ratio(self.enlarged.get_value());
        if self.ratio.get_untracked() != ratio {
            self.ratio.set(ratio);
        }
    }

    /// Reads the colours again.
    pub(crate) fn read_palette(self) {
        self.palette.set(css_colors::read());
    }
}

/// The pixels of a canvas per CSS pixel: the device's, more where the page is enlarged, by two
/// fingers or by CSS, as `boot.js` measures, or by the host page, as it tells.
fn canvas_ratio(told: f64) -> f64 {
    let seen = js_sys::Reflect::get(&window(), &"enlarged".into());
    let seen = seen.ok().and_then(|seen| seen.as_f64()).unwrap_or(1.0);
    let device = window().device_pixel_ratio().clamp(0.5, 4.0);
    (device * (told * seen).max(1.0)).min(device.max(LARGEST))
}
