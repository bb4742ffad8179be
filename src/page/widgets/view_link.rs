//! Links to views.

use crate::page::state::page;
use activation_explorer::activation::Activation;
use activation_explorer::address::{Address, Group, View};
use activation_explorer::views;
use leptos::prelude::*;

/// ViewLink: a link to a view, which the page follows without a reload.
#[component]
pub(crate) fn ViewLink(
    view: &'static View,
    #[prop(optional)] act: Option<&'static Activation>,
    #[prop(optional)] class: &'static str,
    /// Its entry in the bar on top; other views of that group are marked too.
    #[prop(default = None)]
    group: Option<Group>,
    children: Children,
) -> impl IntoView {
    let page = page();
    // For a copy or a new tab; a click carries the state over.
    let mut plain = Address::new(views::ALL[0]);
    plain.view = view;
    plain.typed = act.filter(|act| act.own.is_some());
    plain.act = act.unwrap_or_else(|| view.own_function());
    // Exactly this view, or any view of its group.
    let here = move || {
        page.address.with(|s| {
            if s.builder.is_some() || act.is_some_and(|act| s.act != act) {
                None
            } else if s.view == view {
                Some("page")
            } else {
                (group == Some(s.view.group)).then_some("true")
            }
        })
    };
    view! {
        <a
            class=class
            data-view=view.id
            data-act=act.map(|act| act.id)
            href=format!("?{}", plain.query())
            aria-current=Signal::derive(here)
        >
            {children()}
        </a>
    }
}
