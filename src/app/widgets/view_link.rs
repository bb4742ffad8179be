//! Links to views, and the link from a function to the view that shows all its inputs.

use crate::app::store::{Store, store};
use activation_explorer::activation::Activation;
use activation_explorer::view_state::{Choice, View, ViewState};
use leptos::prelude::*;

/// ViewLink: a link to a view, which [`links`](crate::app::links) follows.
#[component]
pub(crate) fn ViewLink(
    view: View,
    #[prop(optional)] act: Option<&'static Activation>,
    #[prop(optional)] class: &'static str,
    /// Other views that it is the way to.
    #[prop(optional)]
    group: &'static [View],
    children: Children,
) -> impl IntoView {
    let store = store();
    // For a copy or a new tab; a click takes the state along (see `links`).
    let mut plain = ViewState::default();
    plain.view = view;
    plain.act = act.unwrap_or(plain.act);
    // This view and no other, or one of those that it stands for.
    let here = move || {
        store.state.with(|s| {
            if s.building || act.is_some_and(|act| s.act != act) {
                None
            } else if s.view == view {
                Some("page")
            } else {
                group.contains(&s.view).then_some("true")
            }
        })
    };
    view! {
        <a
            class=class
            data-view=view.name()
            data-act=act.map(|act| act.id)
            href=format!("?{}", plain.query())
            aria-current=Signal::derive(here)
        >
            {children()}
        </a>
    }
}

/// A link to the view that shows all inputs of a function, as HTML; nothing if there is none.
pub(crate) fn whole(store: Store, act: &Activation) -> String {
    let link = |view: View| {
        let (view, id, text) = (view.name(), act.id, store.words().whole);
        format!(
            " · <a data-view=\"{view}\" data-act=\"{id}\" href=\"?view={view}&amp;fn={id}\">{text}</a>"
        )
    };
    View::about(act).map(link).unwrap_or_default()
}
