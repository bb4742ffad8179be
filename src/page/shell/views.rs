//! The components of the views, each in the part of the module that the list of views names.

use crate::page::shell::{find, lecture, notices, share};
use crate::page::state::parts::Show;
use crate::page::views::function::{extra, own as typed};
use crate::page::widgets::lazy_view::FULL;
use activation_explorer::address::OWN;
use activation_explorer::for_each_view;
use leptos::prelude::*;
use std::pin::Pin;
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// What [`asked`](crate::page::state::Current::asked) is for the search.
pub(super) const ASK_FIND: u32 = 1;
/// What it is for sharing.
pub(super) const ASK_SHARE: u32 = 2;
/// The name of the piece that searches.
pub(super) const FIND: &str = "find";
/// The name of the lecture mode.
pub(super) const LECTURE: &str = "lecture";
/// The name of the piece that shares.
pub(crate) const SHARE: &str = "share";
/// The name of the piece that tells what is not shown as written.
pub(super) const NOTICES: &str = "notices";

macro_rules! parts {
    (here { $first:ident } $($part:ident { $($view:ident),* $(,)? })*) => {
        /// The view of the first download.
        pub(super) const FIRST: (&str, Show) =
            (stringify!($first), crate::page::views::$first::show);

        $(#[wasm_split($part, fallible)]
        fn $part(id: &'static str) -> Result<Option<Show>, SplitLoaderError> {
            Ok(match id {
                $(stringify!($view) => Some(crate::page::views::$view::show as Show),)*
                _ => None,
            })
        })*

        async fn fetched(id: &'static str) -> Result<Option<Show>, SplitLoaderError> {
            match id {
                $($(stringify!($view))|* => $part(id).await,)*
                FIND | LECTURE | SHARE => over(id).await.map(Some),
                NOTICES => small().await.map(Some),
                extra::ID => units().await.map(Some),
                _ if id.starts_with(OWN) => own(id).await.map(Some),
                FULL => full().await.map(Some),
                _ => Ok(None),
            }
        }
    };
}
for_each_view!(parts);

#[wasm_split(units, fallible)]
fn units() -> Result<Show, SplitLoaderError> {
    Ok(extra::show)
}

#[wasm_split(own, fallible)]
fn own(id: &'static str) -> Result<Show, SplitLoaderError> {
    Ok(match id {
        typed::READ => typed::read,
        typed::FIELD => typed::field,
        _ => typed::lens,
    })
}

#[wasm_split(full, fallible)]
fn full() -> Result<Show, SplitLoaderError> {
    Ok(crate::page::views::function::full)
}

#[wasm_split(over, fallible)]
fn over(id: &'static str) -> Result<Show, SplitLoaderError> {
    Ok(match id {
        FIND => || find::Find().into_any(),
        SHARE => || share::Share().into_any(),
        _ => || lecture::Lecture().into_any(),
    })
}

#[wasm_split(small, fallible)]
fn small() -> Result<Show, SplitLoaderError> {
    Ok(|| notices::List().into_any())
}

/// Loads the part of the module of a view or another piece.
pub(super) fn fetch(id: &'static str) -> Pin<Box<dyn Future<Output = Option<Show>>>> {
    Box::pin(async move { fetched(id).await.ok()? })
}
