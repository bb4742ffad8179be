//! The overview of the demonstrations: each as a small moving picture with what it promises.

mod words;

pub use words::Words;

use crate::address::{Group, VIEW as PLAIN, View};

/// The view.
pub static VIEW: View = View { id: "play", group: Group::Demos, styles: &["play"], ..PLAIN };

pub use crate::plot::no_drawings as drawings;

crate::for_each_language!(titled);
crate::for_each_language!(worded);

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::views::{ALL, about, demonstrations, moment, parse, thumbnail};
    use std::collections::BTreeSet;

    #[test]
    fn every_demonstration_is_there_with_a_picture_that_moves_and_a_promise() {
        let named: Vec<_> = demonstrations().map(|view| view.id).collect();
        for view in ALL.iter().filter(|view| view.group == Group::Demos && **view != &VIEW) {
            assert!(named.contains(&view.id), "{view:?} has no `plays`");
        }
        for id in ["softmax", "maxout"] {
            assert!(named.contains(&id), "{id}");
        }
        for view in demonstrations() {
            let (from, to) = view.plays.unwrap();
            for query in [from, to] {
                let (state, notices) = parse(&format!("view={}&{query}", view.id));
                assert_eq!(notices, [], "{view:?}: {query}");
                assert!(thumbnail(&state).is_some(), "{view:?} draws nothing");
            }
            let picture = |place| {
                let drawing = thumbnail(&moment(view, place)).unwrap();
                let window = drawing.window();
                let frame = crate::plot::Size::Small
                    .frame((200.0, 120.0), 10.0, window, None, drawing.equal())
                    .unwrap();
                format!("{window:?} {:?}", drawing.picture(&frame))
            };
            let all = [0.0, 0.25, 0.5, 0.75, 1.0].map(picture);
            // A whole number has fewer places to stop at.
            let seen: BTreeSet<_> = all.iter().collect();
            assert!(seen.len() >= 4, "{view:?} stands still");
            assert_eq!(moment(view, 1.0), parse(&format!("view={}&{to}", view.id)).0);
            for lang in Lang::ALL {
                let promise = about(view, lang).description;
                assert!((8..=110).contains(&promise.chars().count()), "{view:?}: {promise}");
            }
        }
    }
}
