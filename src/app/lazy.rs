//! Views that are fetched when first opened: `cargo xtask build` puts each chunk into a file of its
//! own, so that the first page stays light.

use super::observe::style;
use super::store::{Store, store};
use activation_explorer::plot::{Frame, Palette, Picture};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use web_sys::Response;

/// Makes a view; a pointer into the chunk it belongs to.
type Show = fn() -> AnyView;

/// A part of the module that is fetched by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chunk {
    /// One function.
    Function,
    /// Several functions.
    Compare,
    /// Functions of a vector.
    Softmax,
    /// The largest of affine pieces.
    Maxout,
    /// What is special to a few functions.
    Units,
    /// The zig-zag.
    Zigzag,
    /// The smaller demonstrations.
    Ideas,
    /// The lesson, the guide, the evidence.
    Reading,
    /// How to show a state on another page.
    Embed,
    /// Sharing.
    Share,
}

impl Chunk {
    /// The stylesheets its views need.
    fn styles(self) -> &'static [&'static str] {
        match self {
            Self::Function | Self::Compare => &["function"],
            Self::Zigzag | Self::Ideas => &["function", "demos"],
            Self::Softmax | Self::Maxout | Self::Units => &["function", "vectors"],
            Self::Reading => &["function", "reading"],
            Self::Embed => &["function", "demos", "embed"],
            Self::Share => &[],
        }
    }

    async fn fetch(self) -> Result<Show, SplitLoaderError> {
        match self {
            Self::Function => function().await,
            Self::Compare => compare().await,
            Self::Softmax => softmax().await,
            Self::Maxout => maxout().await,
            Self::Units => units().await,
            Self::Zigzag => zigzag().await,
            Self::Ideas => ideas().await,
            Self::Reading => reading().await,
            Self::Embed => embed().await,
            Self::Share => share().await,
        }
    }
}

#[wasm_split(plots, fallible)]
fn function() -> Result<Show, SplitLoaderError> {
    Ok(|| super::function::Function().into_any())
}

#[wasm_split(plots, fallible)]
fn compare() -> Result<Show, SplitLoaderError> {
    Ok(|| super::compare::Compare().into_any())
}

#[wasm_split(reading, fallible)]
fn reading() -> Result<Show, SplitLoaderError> {
    Ok(super::reading::reading)
}

#[wasm_split(demos, fallible)]
fn zigzag() -> Result<Show, SplitLoaderError> {
    Ok(super::demos::zigzag)
}

#[wasm_split(demos, fallible)]
fn ideas() -> Result<Show, SplitLoaderError> {
    Ok(super::demos::ideas)
}

#[wasm_split(vectors, fallible)]
fn softmax() -> Result<Show, SplitLoaderError> {
    Ok(|| super::softmax::Softmax().into_any())
}

#[wasm_split(vectors, fallible)]
fn maxout() -> Result<Show, SplitLoaderError> {
    Ok(|| super::maxout::Maxout().into_any())
}

#[wasm_split(units, fallible)]
fn units() -> Result<Show, SplitLoaderError> {
    Ok(|| super::units::Units().into_any())
}

#[wasm_split(embed, fallible)]
fn embed() -> Result<Show, SplitLoaderError> {
    Ok(|| super::embed::Embed().into_any())
}

#[wasm_split(small, fallible)]
fn share() -> Result<Show, SplitLoaderError> {
    Ok(|| super::share::Share().into_any())
}

/// The functions of a picture as a table, for where there is no canvas; empty where its code does
/// not come or there are none.
pub(super) async fn table(frame: Frame, picture: Picture) -> String {
    make_table(frame, picture).await.unwrap_or_default()
}

#[wasm_split(small, fallible)]
fn make_table(frame: Frame, picture: Picture) -> Result<String, SplitLoaderError> {
    Ok(activation_explorer::plot::table(&picture, &frame))
}

thread_local! {
    /// Whether the title follows what is shown.
    static NAMED: Cell<bool> = const { Cell::new(false) };
}

#[wasm_split(small, fallible)]
fn name_document(store: Store) -> Result<(), SplitLoaderError> {
    let owner = Owner::new_root(None);
    owner.with(|| super::head::follow(store));
    // Its effects live as long as the page.
    std::mem::forget(owner);
    Ok(())
}

/// Talks with the page around, from now on.
pub(super) async fn talk(store: Store, owner: Option<Owner>) {
    // Where its code does not come, the frame is as good as any other.
    let _ = start_talking(store, owner).await;
}

#[wasm_split(small, fallible)]
fn start_talking(store: Store, owner: Option<Owner>) -> Result<(), SplitLoaderError> {
    // Its effects live as long as the page.
    owner.unwrap_or_default().with(|| super::messages::start(store));
    Ok(())
}

/// A picture as SVG; `None` where it cannot be drawn or its code does not come.
pub(super) async fn svg(
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
    caption: &str,
) -> Option<String> {
    draw_svg(frame, picture, palette, caption).await.ok()?
}

#[wasm_split(svg, fallible)]
fn draw_svg(
    frame: &Frame,
    picture: &Picture,
    palette: &Palette,
    caption: &str,
) -> Result<Option<String>, SplitLoaderError> {
    Ok(activation_explorer::plot::svg(frame, picture, palette, caption).ok())
}

/// What is here, on its way, or did not come.
#[derive(Clone, Copy)]
enum Progress {
    Loading,
    Here(Show),
    Failed,
}

impl PartialEq for Progress {
    fn eq(&self, other: &Self) -> bool {
        // What is here for a chunk is always the same.
        std::mem::discriminant(self) == std::mem::discriminant(other)
    }
}

/// The chunks asked for so far.
#[derive(Clone, Copy)]
pub(super) struct Chunks(RwSignal<Vec<(Chunk, Progress)>>);

impl Chunks {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    /// Follows what arrives.
    pub(super) fn track(self) {
        self.0.track();
    }

    fn get(self, chunk: Chunk) -> Option<Progress> {
        self.0.with(|all| all.iter().find(|(c, _)| *c == chunk).map(|(_, progress)| *progress))
    }

    fn set(self, chunk: Chunk, progress: Progress) {
        self.0.update(|all| {
            all.retain(|(c, _)| *c != chunk);
            all.push((chunk, progress));
        });
    }

    /// Fetches a chunk unless it is here or on its way; `again` after it did not come.
    fn ask(self, chunk: Chunk, again: bool) {
        if matches!(untrack(|| self.get(chunk)), Some(Progress::Loading | Progress::Here(_))) {
            return;
        }
        self.set(chunk, Progress::Loading);
        let html = document().document_element();
        let framed = html.and_then(|html| html.get_attribute("data-embed"));
        let framed = framed.is_some_and(|framed| framed == "true").then_some("framed");
        spawn_local(async move {
            let styles = chunk.styles().iter().copied().chain(framed);
            let styles: Vec<_> = styles.map(style).collect();
            let mut here = chunk.fetch().await.ok();
            for style in styles {
                // Without its style a view would be a heap.
                here = if style.await { here } else { None };
            }
            if again && here.is_none() && site_answers().await {
                // The files of this build are gone: those of another are there, at this address.
                let _ = window().location().reload();
            }
            self.set(chunk, here.map_or(Progress::Failed, Progress::Here));
        });
    }
}

/// Whether the site's page can be had, from the site and not from a cache.
async fn site_answers() -> bool {
    let address = format!("./?{}", js_sys::Date::now());
    let answer = JsFuture::from(window().fetch_with_str(&address)).await;
    answer.is_ok_and(|answer| answer.dyn_into::<Response>().is_ok_and(|answer| answer.ok()))
}

/// A view of this chunk, once it is here.
pub(super) fn view(chunk: Chunk) -> AnyView {
    let store = store();
    let chunks = store.chunks;
    chunks.ask(chunk, false);
    if !NAMED.replace(true) {
        spawn_local(async move {
            // Where its code does not come, the title stays that of the page.
            let _ = name_document(store).await;
        });
    }
    // Remembered: another chunk that arrives, as for a figure in a text, must not make this view
    // anew, which would take the focus and whatever the view knows.
    let progress = Memo::new(move |_| chunks.get(chunk));
    (move || match progress.get() {
        Some(Progress::Here(show)) => at_once(show()),
        Some(Progress::Failed) => view! {
            <p class="page" role="alert">
                {store.word(|w| w.view_failed)}
                " "
                <button type="button" on:click=move |_| chunks.ask(chunk, true)>
                    {store.word(|w| w.retry)}
                </button>
            </p>
        }
        .into_any(),
        _ => view! { <p class="page loading" role="status">{store.word(|w| w.loading)}</p> }
            .into_any(),
    })
    .into_any()
}

/// A view that is here; the page says that it is ready once the view is in the document.
pub(super) fn at_once(view: AnyView) -> AnyView {
    let ready = store().ready;
    Effect::new(move |_| {
        ready.set(true);
        if let Some(html) = document().document_element() {
            let _ = html.set_attribute("data-ready", "true");
        }
    });
    view
}
