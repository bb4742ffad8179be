//! Any state survives its own address, and any text gives a state.

use activation_explorer::activation::{ALL, Window};
use activation_explorer::address::{Address, Choice, Edges, Extras, Part, Theme, Trait};
use activation_explorer::chapters::CHAPTERS;
use activation_explorer::key::Kind;
use activation_explorer::lang::Lang;
use activation_explorer::views::choose::PATH;
use activation_explorer::views::{self, embed};
use proptest::prelude::*;

prop_compose! {
    fn any_state()(
        view in prop::sample::select(views::ALL),
        building in any::<bool>(),
        act in prop::sample::select(ALL),
        changes in prop::collection::vec((prop::sample::select(ALL), 0..2usize, any::<f64>()), 0..6),
        x in prop::option::of(any::<f64>().prop_filter("finite", |x| x.is_finite())),
        deriv in any::<bool>(),
        lang in prop::option::of(prop::sample::select(&Lang::ALL[..])),
        theme in prop::sample::select(Theme::NAMES),
        compared in prop::collection::vec(prop::sample::select(ALL), 0..10),
        corner in prop::option::of((-1e6..1e6f64, 1e-6..1e6f64, -1e6..1e6f64, 1e-6..1e6f64)),
        named in any::<[bool; 4]>(),
        switches in any::<[bool; 8]>(),
        shade in prop_oneof![Just(0.0), 0.0..=1.0f64],
        hidden in prop::collection::vec(prop::sample::select(Part::NAMES), 0..5),
        traits in prop::collection::vec(prop::sample::select(Trait::NAMES), 0..6),
        numbers in prop::collection::vec(any::<f64>(), 16),
        list in prop::collection::vec(-20.0..20.0f64, 0..20),
        (zoom, autoplay, ratio) in (any::<Option<bool>>(), any::<Option<bool>>(), 1.0..4.0f64),
        (chapter, section) in (prop::sample::select(CHAPTERS), "[a-z0-9-]{0,40}"),
        deck in "[a-z|&=%?,ü ]{0,30}",
        path in prop::collection::vec(any::<f64>(), 0..14),
    ) -> Address {
        let mut state = views::start();
        state.set_view(view);
        state.act = if state.view.shows(act) { act } else { state.act };
        state.builder = building.then_some(&embed::VIEW);
        (state.x, state.deriv) = (x, deriv);
        (state.lang, state.theme) = (lang, theme.0);
        for act in compared {
            if !state.compared.contains(&act) && state.compared.len() < state.view.most() {
                state.compared.push(act);
            }
        }
        let [second, tangent, equal, own_axis, values, difference, embed, present] = switches;
        state.extras = Extras { second, tangent, shade, equal, own_axis, values, difference };
        (state.embed, state.zoom, state.autoplay) = (embed, zoom, autoplay);
        (state.ratio, state.present, state.deck) = (ratio, present, deck);
        (state.chapter, state.section) = (chapter, section);
        state.set_list(&PATH, path);
        for (part, _) in hidden {
            state.hidden = state.hidden.with(part, true);
        }
        for (each, _) in traits {
            state.only = state.only.with(each, true);
        }
        let mut numbers = numbers.into_iter();
        for key in state.view.keys {
            match key.kind {
                Kind::Number { .. } | Kind::Word { .. } => state.set_number(key, numbers.next().unwrap()),
                Kind::List { .. } => state.set_list(key, list.clone()),
            }
        }
        if let Some((x, width, y, height)) = corner {
            let [a, b, c, d] = named;
            let all = Edges::of(Window::new(x, x + width, y, y + height));
            let some = Edges {
                x_min: all.x_min.filter(|_| a),
                x_max: all.x_max.filter(|_| b),
                y_min: all.y_min.filter(|_| c),
                y_max: all.y_max.filter(|_| d),
            };
            // Some of these edges make no window with the view's own.
            state.edges = if some.over(state.own_window()).is_some() { some } else { all };
        }
        for (act, index, value) in changes {
            state.set_param(act, index, value);
        }
        state
    }
}

/// Strings that look like addresses more often than not.
fn address() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        "[a-z_]{1,12}",
        prop::sample::select(vec![
            "view",
            "fn",
            "x",
            "alpha",
            "beta",
            "lang",
            "theme",
            "elu.alpha",
            "deriv",
            "cmp",
            "xmin",
            "xmax",
            "ymax",
            "shade",
            "hide",
            "embed",
            "zoom",
            "chapter",
            "section",
            "path",
            "__proto__"
        ])
        .prop_map(str::to_owned),
        ".{0,8}",
    ];
    let value = prop_oneof![
        ".{0,20}",
        any::<f64>().prop_map(|x| x.to_string()),
        prop::sample::select(vec![
            "NaN",
            "inf",
            "1e999",
            "-0",
            "1e-400",
            "%zz",
            "<script>",
            "elu",
            "gallery",
            "compare",
            "learn",
            "choose",
            "03-sigmoid-tanh",
            "glossary",
            "1,2,3",
            "elu,relu",
            "elu,,nosuch",
            "controls,nav",
            "1",
            "off"
        ])
        .prop_map(str::to_owned),
    ];
    prop::collection::vec((key, value), 0..8).prop_map(|pairs| {
        pairs.iter().map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join("&")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(4000))]

    #[test]
    fn every_state_survives_its_own_address(state in any_state()) {
        let query = state.query();
        let (back, notices) = views::parse(&query);
        prop_assert!(notices.is_empty(), "{query}: {notices:?}");
        prop_assert_eq!(back.x.map(f64::to_bits), state.x.map(f64::to_bits));
        prop_assert_eq!(back, state);
    }

    #[test]
    fn any_text_gives_a_state_that_survives(text in prop_oneof![address(), ".{0,200}"]) {
        let (state, _) = views::parse(&text);
        for act in ALL {
            for (value, param) in state.params(act).into_iter().zip(act.params) {
                prop_assert!(value.is_finite() && value == param.clamp(value), "{:?} {}", act, value);
            }
        }
        let (back, notices) = views::parse(&state.query());
        prop_assert!(notices.is_empty());
        prop_assert_eq!(back, state);
    }

    #[test]
    fn what_is_shown_survives_too(state in any_state()) {
        let shown = state.trimmed();
        prop_assert_eq!(&views::parse(&shown.query()).0, &shown);
        prop_assert_eq!(&shown.trimmed(), &shown);
        let reads = &state.view.reads;
        let place =
            if reads.chapter { (state.chapter, &*state.section) } else { (CHAPTERS[0], "") };
        prop_assert_eq!((shown.chapter, &*shown.section), place);
        prop_assert_eq!(shown.list(&PATH), state.list(&PATH));
        let chosen = reads.function.then_some(state.act);
        let mut visible: Vec<_> = chosen.into_iter().chain(state.beside()).collect();
        if !reads.params {
            visible.clear();
        }
        for act in visible {
            prop_assert_eq!(shown.params(act), state.params(act));
        }
    }
}
