//! The parts of the module that are loaded when a view is first opened, and their progress.

use crate::page::browser::stylesheets::style;
use activation_explorer::numeric::format::shortest;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::pin::Pin;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// The maker of a view; a pointer into the part it belongs to.
pub(crate) type Show = fn() -> AnyView;

/// The loader of a piece's code: `None` if it fails.
pub(crate) type Fetch = fn(&'static str) -> Pin<Box<dyn Future<Output = Option<Show>>>>;

/// A piece with code of its own: a view, or an extra of one.
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
    /// Loading.
    Loading,
    /// Loaded.
    Here(Show),
    /// Not loaded: the request failed.
    Failed,
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        // The pointer of a loaded piece never changes.
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
    /// With the loader of every piece, and the piece that is loaded from the start.
    pub(crate) fn new(fetch: Fetch, first: (&'static str, Show)) -> Self {
        Self { fetch, here: RwSignal::new(vec![(first.0, Progress::Here(first.1))]) }
    }

    /// Tracks the progress of all pieces.
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

    /// Loads a piece unless it is loaded or loading; `again` after a failure.
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
                // Without its stylesheet a view would be a heap.
                here = if style.await { here } else { None };
            }
            if again && here.is_none() && site_answers().await {
                // The files of this build are gone: a reload gets those of the present one.
                let _ = window().location().reload();
            }
            self.set(id, here.map_or(Progress::Failed, Progress::Here));
        });
    }
}

/// True if the site itself, not a cache, answers with its page.
async fn site_answers() -> bool {
    let address = format!("./?{}", shortest(js_sys::Date::now()));
    let answer = JsFuture::from(window().fetch_with_str(&address)).await;
    answer.is_ok_and(|answer| answer.dyn_into::<Response>().is_ok_and(|answer| answer.ok()))
}
