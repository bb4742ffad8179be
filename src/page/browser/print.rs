//! Printing: plots are told before and after it.

use super::css_colors;
use activation_explorer::plot::Palette;
use leptos::prelude::*;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// What a plot does with the colours of the paper before the page is printed, and without them when
/// that is done; false once the plot is gone.
type Follow = Box<dyn Fn(Option<&Palette>) -> bool>;

thread_local! {
    static PLOTS: RefCell<Vec<Follow>> = const { RefCell::new(Vec::new()) };
}

/// Calls `plot` whenever the page is printed, until it gives false.
pub(crate) fn on_print(plot: Follow) {
    PLOTS.with_borrow_mut(|plots| plots.push(plot));
}

/// Tells all plots when the page is printed, for as long as it lives.
pub(crate) fn follow() {
    for event in ["beforeprint", "afterprint"] {
        let listener = Closure::<dyn Fn()>::new(move || {
            let palette = (event == "beforeprint").then(css_colors::on_paper);
            PLOTS.with_borrow_mut(|plots| plots.retain(|plot| plot(palette.as_ref())));
        });
        let function = listener.as_ref().unchecked_ref();
        let _ = window().add_event_listener_with_callback(event, function);
        listener.forget(); // lives as long as the page
    }
}
