//! The Leptos components and the only code that touches the browser.

mod chooser;
mod clipboard;
mod compare;
mod demos;
mod export;
mod failure;
mod frame;
mod function;
mod gallery;
mod gestures;
mod header;
mod lazy;
mod links;
mod location;
mod messages;
mod notices;
mod observe;
mod palette;
mod plot;
mod probe;
mod prose;
mod readout;
mod scene;
mod show;
mod slider;
mod storage;
mod store;
mod surface;
mod take;
mod words;

use activation_explorer::view_state::View;
use leptos::prelude::*;
use leptos::task::spawn_local;
use store::Store;

/// Replaces the static page by the live one.
pub(crate) fn start() {
    failure::show_panics();
    let Some(root) = document().get_element_by_id("app") else { return };
    root.set_inner_html("");
    let root = wasm_bindgen::JsCast::unchecked_into(root);
    mount_to(root, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let store = Store::new();
    provide_context(store);
    store.follow_browser();
    links::follow(store);
    if framed() {
        spawn_local(lazy::talk(store, Owner::current()));
    }
    let view = Memo::new(move |_| store.state.with(|s| s.view));
    view! {
        <a class="skip" href="#main">{store.word(|w| w.skip)}</a>
        <header::Header />
        <notices::Notices />
        <main id="main" tabindex="-1">
            {move || match view.get() {
                View::Gallery => lazy::at_once(gallery::Gallery().into_any()),
                View::Function => lazy::view(lazy::Chunk::Function),
                View::Compare => lazy::view(lazy::Chunk::Compare),
                View::Zigzag => lazy::view(lazy::Chunk::Zigzag),
                View::Neuron | View::Saturation | View::Linear | View::Kink => {
                    lazy::view(lazy::Chunk::Ideas)
                }
            }}
        </main>
        {move || store.state.with(|s| s.embed).then(|| view! { <Full /> })}
    }
}

/// In a frame: the way to the whole page.
#[component]
fn Full() -> impl IntoView {
    let store = store::store();
    let href = move || {
        store.state.track();
        links::full_address(store, false)
    };
    view! {
        <p class="full">
            <a href=href target="_blank" rel="noopener">{store.word(|w| w.open_in_full)}</a>
        </p>
    }
}

/// Whether there is a page around this one.
fn framed() -> bool {
    let parent = window().parent().ok().flatten();
    parent.is_some_and(|parent| !js_sys::Object::is(&parent, &window()))
}
