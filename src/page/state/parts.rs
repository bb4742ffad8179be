//! The parts of the module that are fetched when a view is first opened: which are here, on their
//! way, or did not come.

use crate::page::browser::stylesheets::style;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Makes a view; a pointer into the part it belongs to.
pub(crate) type Show = fn() -> AnyView;

/// The loader of the code that shows something: `None` if it does not come.
pub(crate) type Fetch = fn(&'static str) -> Pin<Box<dyn Future<Output = Option<Show>>>>;

/// Something with code of its own: a view, or an extra of one.
#[derive(Clone, Copy)]
pub(crate) struct Piece {
    /// The id of the view, or the name of the extra.
    pub(crate) id: &'static str,
    /// The stylesheets it needs.
    pub(crate) styles: &'static [&'static str],
}

/// The progress of a piece.
#[derive(Clone, Copy)]
pub(crate) enum Progress {
    /// It is on its way.
    Loading,
    /// It is here.
    Here(Show),
    /// It did not come.
    Failed,
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        // What is here for a piece is always the same.
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The pieces asked for so far.
#[derive(Clone, Copy)]
pub(crate) struct Parts {
    fetch: Fetch,
    here: RwSignal<Vec<(&'static str, Progress)>>,
}

impl Parts {
    /// With the loader of every piece, and the one that is here from the start.
    pub(crate) fn new(fetch: Fetch, first: (&'static str, Show)) -> Self {
        Self { fetch, here: RwSignal::new(vec![(first.0, Progress::Here(first.1))]) }
    }

    /// Follows what arrives.
    pub(crate) fn track(self) {
        self.here.track();
    }

    /// The progress of a piece, tracked.
    pub(crate) fn progress(self, id: &str) -> Option<Progress> {
        self.here.with(|all| all.iter().find(|(of, _)| *of == id).map(|(_, progress)| *progress))
    }

    fn set(self, id: &'static str, progress: Progress) {
        self.here.update(|all| {
            all.retain(|(of, _)| *of != id);
            all.push((id, progress));
        });
    }

    /// Fetches a piece unless it is here or on its way; `again` after it did not come.
    pub(crate) fn ask(self, piece: Piece, again: bool) {
        let Piece { id, styles } = piece;
        if matches!(untrack(|| self.progress(id)), Some(Progress::Loading | Progress::Here(_))) {
            return;
        }
        self.set(id, Progress::Loading);
        let html = document().document_element();
        let framed = html.and_then(|html| html.get_attribute("data-embed"));
        let framed = framed.is_some_and(|framed| framed == "true").then_some("framed");
        spawn_local(async move {
            let styles: Vec<_> = styles.iter().copied().chain(framed).map(style).collect();
            let mut here = (self.fetch)(id).await;
            for style in styles {
                // Without its style a view would be a heap.
                here = if style.await { here } else { None };
            }
            if again && here.is_none() && site_answers().await {
                // The files of this build are gone: those of another are there, at this address.
                let _ = window().location().reload();
            }
            self.set(id, here.map_or(Progress::Failed, Progress::Here));
        });
    }
}

/// Whether the site's page can be had, from the site and not from a cache.
async fn site_answers() -> bool {
    let address = format!("./?{}", js_sys::Date::now());
    let answer = JsFuture::from(window().fetch_with_str(&address)).await;
    answer.is_ok_and(|answer| answer.dyn_into::<Response>().is_ok_and(|answer| answer.ok()))
}
