//! The gallery: every function as a small live plot with its sliders.

use crate::page::state::{Page, page};
use crate::page::widgets::legend::Legend;
use crate::page::widgets::parameters::Parameters;
use crate::page::widgets::plot::{Plot, Size, drawing};
use crate::page::widgets::view_link::{ViewLink, whole};
use activation_explorer::activation::{ALL, Activation, Family, Kind};
use activation_explorer::address::{Choice, Trait, Traits};
use activation_explorer::content::TRAITS;
use activation_explorer::views;
use activation_explorer::views::gallery;
use leptos::prelude::*;

/// The view.
pub(crate) fn show() -> AnyView {
    Gallery().into_any()
}

/// All functions, grouped by family.
#[component]
fn Gallery() -> impl IntoView {
    let page = page();
    let only = Memo::new(move |_| page.address.with(|s| s.only));
    let families = Family::ALL.into_iter().map(|family| {
        let cards = ALL.iter().zip(TRAITS).filter(|(act, _)| act.family == family);
        let none = {
            let all: Vec<u8> = cards.clone().map(|(_, bits)| bits).collect();
            move || count(&all, only.get()) == 0
        };
        let cards = cards.map(|(act, bits)| view! { <Card act bits only /> });
        view! {
            <section class="family" hidden=none>
                <h2>{move || (page.words().family)(family)}</h2>
                <div class="cards">{cards.collect_view()}</div>
            </section>
        }
    });
    view! {
        <div class="page gallery">
            <h1>{page.word(|w| w.gallery_title)}</h1>
            <p class="lead">{move || (page.words().gallery_lead)(ALL.len())}</p>
            <Legend />
            <Filters only />
            {families.collect_view()}
        </div>
    }
}

/// The number of functions that have all traits of `only`; `all` has the traits of each.
fn count(all: &[u8], only: Traits) -> usize {
    all.iter().filter(|bits| Traits::of_bits(**bits).include(only)).count()
}

/// The filters of the gallery: a button for every trait.
#[component]
fn Filters(only: Memo<Traits>) -> impl IntoView {
    let page = page();
    let buttons = Trait::NAMES.iter().map(|(each, name)| {
        let on = move || only.get().has(*each);
        view! {
            <button
                type="button"
                data-trait=*name
                aria-pressed=move || if on() { "true" } else { "false" }
                on:click=move |_| page.address.edit(|s| s.only = s.only.with(*each, !s.only.has(*each)))
            >
                {move || (page.words().traits)(*each)}
            </button>
        }
    });
    let all = move || only.get() == Traits::default();
    let found = move || {
        let found = (page.words().found)(count(&TRAITS, only.get()), ALL.len());
        if all() { String::new() } else { found }
    };
    view! {
        <div class="buttons filters" role="group" aria-label=page.word(|w| w.only)>
            <span class="hint">{page.word(|w| w.only)}</span>
            {buttons.collect_view()}
            <button
                type="button"
                class="all"
                hidden=all
                on:click=move |_| page.address.edit(|s| s.only = Traits::default())
            >
                {page.word(|w| w.show_all)}
            </button>
            <span class="hint" role="status">{found}</span>
        </div>
    }
}

#[component]
fn Card(act: &'static &'static Activation, bits: u8, only: Memo<Traits>) -> impl IntoView {
    let page = page();
    let act: &'static Activation = act;
    let params = page.address.params(act);
    let deriv = Memo::new(move |_| page.address.with(|s| s.deriv));
    let graph = move || gallery::drawing::Card { act, params: params.get(), deriv: deriv.get() };
    let label = Signal::derive(move || (page.words().plot_label)(act.name, deriv.get()));
    let defaults = Memo::new(move |_| params.with(|p| *p == act.defaults()));
    let caption = Signal::derive(move || {
        let by_others = !defaults.get() && only.get() != Traits::default();
        let note = slice(page, act);
        match (by_others, note.is_empty()) {
            (false, _) => note,
            (true, true) => page.words().by_default.to_owned(),
            (true, false) => format!("{note} · {}", page.words().by_default),
        }
    });
    view! {
        <article
            class="card"
            data-card=act.id
            hidden=move || !Traits::of_bits(bits).include(only.get())
        >
            <h3 translate="no"><ViewLink view=&views::function::VIEW act>{act.name}</ViewLink></h3>
            <p class="hint" inner_html=caption></p>
            // For the pointer; for keys and screen readers the heading is the same link.
            <a
                class="opens"
                tabindex="-1"
                data-view=views::function::VIEW.id
                data-act=act.id
                href=format!("?view=function&fn={}", act.id)
            >
                <Plot id=act.id drawing=drawing(graph) label size=Size::Small frame=RwSignal::new(None) />
            </a>
            <Parameters act />
        </article>
    }
}

/// The note on the slice that the plot of a function of several inputs shows, with the link to the
/// whole, as HTML.
fn slice(page: Page, act: &Activation) -> String {
    let inputs = match act.kind {
        Kind::Scalar => return String::new(),
        // Maxout with two pieces is no slice but a small unit.
        Kind::Vector(_) if act.id == "maxout" => return format!("k = 2{}", whole(page, act)),
        Kind::Gated(_) => "f(a, x)",
        Kind::Vector(_) => "z = (x, 0, 0)",
    };
    format!("{}: {inputs}{}", page.words().slice_mark, whole(page, act))
}
