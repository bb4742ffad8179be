//! The views of the page: a folder each, and a line here.

use crate::address::{About, Address, Notice, View, Why};
use crate::lang::Lang;
use crate::plot::{Drawing, Drawings};

/// Hands every view to a macro, by the part of the module that brings it. The first is in the first
/// download, and an empty address shows it.
#[macro_export]
macro_rules! for_each_view {
    ($then:ident) => {
        $then! {
            here { gallery }
            function { function }
            compare { compare }
            reading { contents, learn, choose, evidence }
            zigzag { zigzag }
            demos { play, neuron, saturation, linear, kink }
            vectors { softmax, maxout }
            lab { dead }
            embed { embed }
        }
    };
}

/// Declares, in the folder of a view, its languages: the view's name, and the title and description
/// of links.
macro_rules! titled {
    ($($Lang:ident $lang:ident $tag:literal $name:literal,)*) => {
        $(mod $lang;)*

        /// The view's name in menus.
        #[must_use]
        pub const fn name(lang: $crate::lang::Lang) -> &'static str {
            match lang { $($crate::lang::Lang::$Lang => $lang::NAME),* }
        }

        /// Title and description of links to the view.
        #[must_use]
        pub const fn about(lang: $crate::lang::Lang) -> $crate::address::About {
            match lang { $($crate::lang::Lang::$Lang => $lang::ABOUT),* }
        }
    };
}

/// Declares, in the folder of a view with words of its own, `words(lang)`.
macro_rules! worded {
    ($($Lang:ident $lang:ident $tag:literal $name:literal,)*) => {
        /// The words in a language.
        #[must_use]
        pub const fn words(lang: $crate::lang::Lang) -> &'static Words {
            match lang { $($crate::lang::Lang::$Lang => &$lang::WORDS),* }
        }
    };
}

macro_rules! collect {
    ($($part:ident { $($view:ident),* $(,)? })*) => {
        $($(pub mod $view;)*)*

        /// Every view, in the order of menus.
        pub static ALL: &[&View] = &[$($(&$view::VIEW),*),*];

        /// The part of the module that brings a view; `here` for the first download.
        #[must_use]
        pub fn part(view: &View) -> &'static str {
            $($(if *view == $view::VIEW { return stringify!($part); })*)*
            ""
        }

        /// The view's name in menus.
        #[must_use]
        pub fn name(view: &View, lang: Lang) -> &'static str {
            $($(if *view == $view::VIEW { return $view::name(lang); })*)*
            ""
        }

        /// Title and description of links to a view.
        #[must_use]
        pub fn about(view: &View, lang: Lang) -> About {
            $($(if *view == $view::VIEW { return $view::about(lang); })*)*
            About::NONE
        }

        /// The small picture of a state in the overview of demonstrations: the view's own
        /// `thumbnail`, where it has one, else its first drawing.
        #[must_use]
        pub fn thumbnail(state: &Address) -> Option<Box<dyn Drawing>> {
            $($(if $view::VIEW.plays.is_some() && *state.view == $view::VIEW {
                #[allow(dead_code, reason = "only of a view without one of its own")]
                fn thumbnail(state: &Address) -> Option<Box<dyn Drawing>> {
                    Some($view::drawings(state).into_iter().next()?.1)
                }
                let own: fn(&Address) -> Option<Box<dyn Drawing>> = {
                    #[allow(unused_imports, reason = "it may have one, which comes first")]
                    use $view::*;
                    thumbnail
                };
                return own(state);
            })*)*
            None
        }

        /// The pictures that a state shows.
        #[must_use]
        pub fn drawings(state: &Address) -> Drawings {
            $($(if *state.view == $view::VIEW { return $view::drawings(state); })*)*
            Drawings::new()
        }
    };
}
for_each_view!(collect);

/// The view called `id`.
#[must_use]
pub fn find(id: &str) -> Option<&'static View> {
    ALL.iter().copied().find(|view| view.id.eq_ignore_ascii_case(id))
}

/// The views in the overview of demonstrations, in the order of menus.
pub fn demonstrations() -> impl Iterator<Item = &'static View> {
    ALL.iter().copied().filter(|view| view.plays.is_some())
}

/// The state of a demonstration's small picture: at 0 the first, at 1 the second of its two states.
#[must_use]
pub fn moment(view: &View, place: f64) -> Address {
    let (from, to) = view.plays.unwrap_or_default();
    let [from, to] = [from, to].map(|query| parse(&format!("view={}&{query}", view.id)).0);
    from.towards(&to, place)
}

/// The state of an empty address.
#[must_use]
pub fn start() -> Address {
    Address::new(ALL[0])
}

/// The state of a query string, and a notice for each part that was not used; see
/// [`Address::parse`].
#[must_use]
pub fn parse(query: &str) -> (Address, Vec<Notice>) {
    Address::parse(query, ALL)
}

/// The most states of a lecture.
const MOST_DEALT: usize = 24;

/// The states of a lecture, each as the page itself writes it, with a notice for each that cannot be
/// used: what is no figure, has a fault, or is a lecture itself. They are addresses with `|` between
/// them, of which what follows `?` counts.
#[must_use]
pub fn dealt(deck: &str) -> (Vec<String>, Vec<Notice>) {
    let (mut states, mut notices) = (Vec::new(), Vec::new());
    for written in deck.split('|').filter(|one| !one.trim().is_empty()) {
        let query = written.rsplit_once('?').map_or(written, |(_, query)| query);
        let (state, wrong) = parse(query.trim());
        let faulty = |notice: &Notice| notice.why.refuses() || notice.why == Why::NoSuchKey;
        let figure = state.builder.is_none() && state.view.in_texts && state.deck.is_empty();
        if wrong.iter().any(faulty) || !figure {
            notices.push(Notice::new("deck", written, Why::NoSuchChoice));
        } else if states.len() == MOST_DEALT {
            notices.push(Notice::new("deck", written, Why::TooMany));
            break;
        } else {
            let mut state = state.trimmed();
            state.present = false;
            states.push(state.query());
        }
    }
    (states, notices)
}

/// The state that the keys of a host page lead to from `now`; see [`Address::told`].
///
/// # Errors
/// If one of them cannot be used: a notice for each.
pub fn told(
    now: &Address,
    given: &[(String, String)],
) -> Result<(Address, Vec<Notice>), Vec<Notice>> {
    now.told(given, ALL)
}

/// The view that shows the whole of a function whose plot is a slice.
#[must_use]
pub fn whole(act: &crate::activation::Activation) -> Option<&'static View> {
    ALL.iter().copied().find(|view| view.functions.contains(&act.id))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::activation;
    use crate::address::Group;
    use std::collections::BTreeSet;

    #[test]
    fn samples_read_as_written_and_lead_back() {
        for view in ALL {
            // The second is a changed state, from which start values lead back.
            let changes = !view.keys.is_empty() && view.in_texts;
            assert!(view.samples.len() > usize::from(changes), "{view:?} needs more samples");
            for sample in view.samples {
                let query = format!("view={}&{sample}", view.id);
                let (state, notices) = parse(&query);
                assert_eq!(notices, [], "{query}");
                assert_eq!(state.builder.unwrap_or(state.view), *view, "{query}");
                let trimmed = state.trimmed();
                assert_eq!(trimmed, state, "{query} says what the view does not show");
                let (back, notices) = parse(&trimmed.query());
                assert_eq!((back, notices), (trimmed, vec![]), "{query}");
            }
        }
    }

    #[test]
    fn a_lecture_has_the_figures_of_its_list_and_tells_of_the_rest() {
        let elu = "view=function&fn=elu&alpha=2";
        for (deck, wanted, faults) in [
            ("", vec![], vec![]),
            (elu, vec![elu], vec![]),
            (
                &format!("https://some.site/a/?{elu}&present=1|view=zigzag"),
                vec![elu, "view=zigzag"],
                vec![],
            ),
            (" |view=compare&cmp=elu,selu| ", vec!["view=compare&cmp=elu,selu"], vec![]),
            // A number that is brought into its range is none the worse.
            ("view=neuron&b=99", vec!["view=neuron&b=10"], vec![]),
            (
                "view=nothing|view=function&fn=nothing|view=gallery|view=learn|q=1|view=zigzag&deck=a",
                vec![],
                vec![Why::NoSuchChoice; 6],
            ),
            (&["view=zigzag"; 25].join("|"), vec!["view=zigzag"; 24], vec![Why::TooMany]),
        ] {
            let (states, notices) = dealt(deck);
            assert_eq!(states, wanted, "{deck}");
            let found: Vec<_> = notices.iter().map(|notice| notice.why).collect();
            assert_eq!(found, faults, "{deck}: {notices:?}");
            assert!(notices.iter().all(|notice| notice.key == "deck"), "{notices:?}");
        }
        let (state, notices) = parse("present=1&deck=view%3Dfunction%26fn%3Delu|view%3Dzigzag");
        assert_eq!((dealt(&state.deck).0.len(), notices), (2, vec![]));
        assert_eq!(parse(&state.query()).0, state);
        assert!(state.present && !state.autoplays(), "no demonstration starts by itself");
    }

    #[test]
    fn every_view_has_an_id_of_its_own() {
        let ids: BTreeSet<_> = ALL.iter().map(|view| view.id).collect();
        assert_eq!(ids.len(), ALL.len());
        for view in ALL {
            let plain = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(!view.id.is_empty() && view.id.chars().all(plain), "{view:?}");
            assert_eq!(find(&view.id.to_ascii_uppercase()), Some(*view));
            assert!(!part(view).is_empty() && !name(view, Lang::En).is_empty(), "{view:?}");
        }
    }

    #[test]
    fn the_first_view_alone_is_the_start() {
        let starts: Vec<_> = ALL.iter().map(|view| view.start).collect();
        assert!(starts[0] && starts[1..].iter().all(|start| !start));
        assert_eq!(part(ALL[0]), "here");
    }

    #[test]
    fn the_bar_leads_to_views_of_its_groups() {
        for (group, id) in Group::BAR {
            assert_eq!(find(id).unwrap().group, group, "{id}");
        }
    }

    #[test]
    fn what_a_view_names_exists() {
        for view in ALL {
            let ids = view.functions.iter().chain(view.beside).chain([&view.first]);
            for id in ids {
                assert!(activation::by_id(id).is_some(), "{view:?}: {id}");
            }
            assert!(view.builds.is_empty() || find(view.builds).is_some_and(|v| v != *view));
        }
    }

    #[test]
    fn keys_clash_with_no_other() {
        let params = || activation::ALL.iter().flat_map(|act| act.params).map(|param| param.name);
        for view in ALL {
            let names: BTreeSet<_> = view.keys.iter().map(|key| key.name).collect();
            assert_eq!(names.len(), view.keys.len(), "{view:?} has a key twice");
            for name in names {
                assert!(!crate::address::is_shared(name), "{view:?}: {name} is a shared key");
                assert!(params().all(|param| param != name), "{view:?}: {name} is a parameter");
            }
        }
    }
}
