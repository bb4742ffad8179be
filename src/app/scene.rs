//! One function under a large plot: what all parts of the view share.

use super::plot::Subject;
use super::store::{Store, store};
use activation_explorer::activation::{Activation, Window};
use activation_explorer::plot::{Frame, Picture, Shown, function, own_heights};
use activation_explorer::properties::{Properties, properties};
use activation_explorer::view_state::Edges;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use std::time::Duration;

/// How long a slider rests before the properties are computed again.
const REST: Duration = Duration::from_millis(120);

/// The function, its parameters and what is known about it.
#[derive(Clone, Copy)]
pub(super) struct Scene {
    pub(super) act: &'static Activation,
    pub(super) params: Memo<Vec<f64>>,
    /// The parameters once the sliders rest.
    pub(super) settled: RwSignal<Vec<f64>>,
    /// The properties for those.
    pub(super) found: Memo<Properties>,
    /// Where the plot is, once its size is known.
    pub(super) frame: RwSignal<Option<Frame>>,
    shown: Memo<Shown>,
    edges: Memo<Edges>,
    equal: Memo<bool>,
    own_axis: Memo<bool>,
}

impl Scene {
    pub(super) fn new(act: &'static Activation) -> Self {
        let store = store();
        let params = store.params(act);
        let settled = settled(params);
        let of = move |pick: fn(&activation_explorer::view_state::ViewState) -> bool| {
            Memo::new(move |_| store.state.with(pick))
        };
        Self {
            act,
            params,
            settled,
            found: Memo::new(move |_| settled.with(|p| properties(act, p))),
            frame: RwSignal::new(None),
            shown: Memo::new(move |_| {
                store.state.with(|s| Shown {
                    deriv: s.deriv,
                    second: s.extras.second,
                    shade: s.extras.shade,
                })
            }),
            edges: Memo::new(move |_| store.state.with(|s| s.edges)),
            equal: of(|s| s.extras.equal),
            own_axis: of(|s| s.extras.own_axis && (s.deriv || s.extras.second)),
        }
    }

    /// Shows this window, or the function's own if `None`.
    pub(super) fn look_at(self, store: Store, window: Option<Window>) {
        let edges = window.map_or_else(Edges::default, Edges::of);
        if store.state.with_untracked(|s| s.edges != edges) {
            store.state.update(|s| s.edges = edges);
        }
    }
}

impl Subject for Scene {
    fn window(&self) -> Window {
        let own = self.act.window;
        self.edges.get().over(own).unwrap_or(own)
    }

    fn equal(&self) -> bool {
        self.equal.get()
    }

    fn own_axis(&self, window: &Window) -> Option<(f64, f64)> {
        self.own_axis.get().then(|| {
            self.params.with(|p| own_heights(self.act, p, window, self.shown.get().second))
        })
    }

    fn follow(&self) {
        self.params.track();
        self.shown.track();
    }

    fn picture(&self, frame: &Frame) -> Picture {
        self.params.with(|p| function(self.act, p, frame, self.shown.get()))
    }
}

/// The value of `fast` once it has rested.
fn settled(fast: Memo<Vec<f64>>) -> RwSignal<Vec<f64>> {
    let settled = RwSignal::new(fast.get_untracked());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let now = fast.get();
        if let Some(Some(handle)) = waiting.try_update_value(Option::take) {
            handle.clear();
        }
        let settle = move || {
            if settled.try_with_untracked(|before| *before != now) == Some(true) {
                settled.try_set(now);
            }
        };
        waiting.set_value(set_timeout_with_handle(settle, REST).ok());
    });
    settled
}
