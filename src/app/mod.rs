//! The Leptos components and the only code that touches the browser.

mod browser;
mod chooser;
mod clipboard;
mod compare;
mod demos;
mod embed;
mod export;
mod failure;
mod frame;
mod function;
mod gallery;
mod gestures;
mod head;
mod header;
mod lazy;
mod links;
mod location;
mod maxout;
mod messages;
mod notices;
mod observe;
mod palette;
mod plot;
mod probe;
mod prose;
mod reading;
mod readout;
mod scene;
mod share;
mod show;
mod softmax;
mod storage;
mod store;
mod surface;
mod take;
mod units;
mod widgets;
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
    let view =
        Memo::new(move |_| store.state.with(|s| if s.building { View::Embed } else { s.view }));
    view! {
        <a class="skip" href="#main">{store.word(|w| w.skip)}</a>
        <header::Header />
        {move || (store.shares.get() > 0).then(|| lazy::view(lazy::Chunk::Share))}
        <notices::Notices />
        <main id="main" tabindex="-1">
            {move || made(view.get())}
        </main>
        {move || store.state.with(|s| s.embed).then(|| view! { <Full /> })}
    }
}

/// A view, with the store of where it is shown: on the page, or as a part of a text.
fn made(view: View) -> AnyView {
    match view {
        View::Gallery => lazy::at_once(gallery::Gallery().into_any()),
        View::Function => lazy::view(lazy::Chunk::Function),
        View::Compare => lazy::view(lazy::Chunk::Compare),
        View::Learn | View::Choose | View::Evidence => lazy::view(lazy::Chunk::Reading),
        View::Zigzag => lazy::view(lazy::Chunk::Zigzag),
        View::Softmax => lazy::view(lazy::Chunk::Softmax),
        View::Maxout => lazy::view(lazy::Chunk::Maxout),
        View::Embed => lazy::view(lazy::Chunk::Embed),
        View::Neuron | View::Saturation | View::Linear | View::Kink => {
            lazy::view(lazy::Chunk::Ideas)
        }
    }
}

/// In a frame: the way to the whole page.
#[component]
fn Full() -> impl IntoView {
    let store = store::store();
    let href = move || {
        store.whole(|_| ());
        links::full_address(store, false)
    };
    view! {
        <footer class="full">
            <a href=href target="_blank" rel="noopener">{store.word(|w| w.open_in_full)}</a>
        </footer>
    }
}

/// Whether there is a page around this one.
fn framed() -> bool {
    let parent = window().parent().ok().flatten();
    parent.is_some_and(|parent| !js_sys::Object::is(&parent, &window()))
}
