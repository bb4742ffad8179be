//! The URL grammar: exact round trips, and no input that breaks it.

#![cfg(not(target_arch = "wasm32"))] // proptest needs a source of randomness
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::{ALL, Window, by_id};
use activation_explorer::chapters::CHAPTERS;
use activation_explorer::text::Lang;
use activation_explorer::view_state::knob::LOGITS;
use activation_explorer::view_state::{
    Choice, Edges, Extras, MOST_COMPARED, PATH, Part, Theme, Trait, View, ViewState, Why,
};
use proptest::prelude::*;

prop_compose! {
    fn any_state()(
        view in prop::sample::select(View::NAMES),
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
        switches in any::<[bool; 7]>(),
        shade in prop_oneof![Just(0.0), 0.0..=1.0f64],
        hidden in prop::collection::vec(prop::sample::select(Part::NAMES), 0..5),
        traits in prop::collection::vec(prop::sample::select(Trait::NAMES), 0..6),
        knobs in prop::collection::vec(any::<f64>(), 8),
        list in prop::collection::vec(-20.0..20.0f64, 0..20),
        (zoom, autoplay) in any::<(Option<bool>, Option<bool>)>(),
        (chapter, section) in (prop::sample::select(CHAPTERS), "[a-z0-9-]{0,40}"),
        path in prop::collection::vec(any::<f64>(), 0..14),
    ) -> ViewState {
        let mut state = ViewState::default();
        state.set_view(view.0);
        state.act = if state.view.shows(act) { act } else { state.act };
        (state.building, state.x, state.deriv) = (building, x, deriv);
        (state.lang, state.theme) = (lang, theme.0);
        for act in compared {
            if !state.compared.contains(&act) && state.compared.len() < MOST_COMPARED {
                state.compared.push(act);
            }
        }
        let [second, tangent, equal, own_axis, values, difference, embed] = switches;
        state.extras = Extras { second, tangent, shade, equal, own_axis, values, difference };
        (state.embed, state.zoom, state.autoplay) = (embed, zoom, autoplay);
        (state.chapter, state.section) = (chapter, section);
        state.set_list(&PATH, path);
        for (part, _) in hidden {
            state.hidden = state.hidden.with(part, true);
        }
        for (each, _) in traits {
            state.only = state.only.with(each, true);
        }
        for ((knob, _), value) in state.view.knobs().iter().zip(knobs) {
            state.set_knob(knob, value);
        }
        for (of_view, _) in state.view.lists() {
            state.set_list(of_view, list.clone());
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
        let (back, notices) = ViewState::parse(&query);
        prop_assert!(notices.is_empty(), "{query}: {notices:?}");
        prop_assert_eq!(back.x.map(f64::to_bits), state.x.map(f64::to_bits));
        prop_assert_eq!(back, state);
    }

    #[test]
    fn any_text_gives_a_state_that_survives(text in prop_oneof![address(), ".{0,200}"]) {
        let (state, _) = ViewState::parse(&text);
        for act in ALL {
            for (value, param) in state.params(act).into_iter().zip(act.params) {
                prop_assert!(value.is_finite() && value == param.clamp(value), "{:?} {}", act, value);
            }
        }
        let (back, notices) = ViewState::parse(&state.query());
        prop_assert!(notices.is_empty());
        prop_assert_eq!(back, state);
    }

    #[test]
    fn what_is_shown_survives_too(state in any_state()) {
        let shown = state.shown();
        prop_assert_eq!(&ViewState::parse(&shown.query()).0, &shown);
        prop_assert_eq!(&shown.shown(), &shown);
        let visible = match state.view {
            View::Compare => state.compared(),
            View::Zigzag => vec![state.act, state.other_run()],
            View::Learn | View::Choose | View::Evidence | View::Maxout => vec![],
            _ => vec![state.act],
        };
        let here = state.view == View::Learn;
        let place = if here { (state.chapter, &*state.section) } else { (CHAPTERS[0], "") };
        prop_assert_eq!((shown.chapter, &*shown.section), place);
        prop_assert_eq!(shown.list(&PATH), state.list(&PATH));
        for act in visible {
            prop_assert_eq!(shown.params(act), state.params(act));
        }
    }
}

fn why(query: &str) -> Vec<(String, Why)> {
    ViewState::parse(query).1.into_iter().map(|n| (n.key, n.why)).collect()
}

#[test]
fn the_defaults_need_no_words() {
    assert_eq!(ViewState::default().query(), "");
    assert_eq!(ViewState::parse(""), (ViewState::default(), vec![]));
}

#[test]
fn a_deep_link_reads_as_written() {
    let (state, notices) =
        ViewState::parse("?view=function&fn=elu&alpha=1.5&x=-2&lang=zh-Hant&theme=dark");
    assert!(notices.is_empty());
    let elu = by_id("elu").unwrap();
    assert_eq!((state.view, state.act, state.x), (View::Function, elu, Some(-2.0)));
    assert_eq!(state.params(elu), [1.5]);
    assert_eq!((state.lang, state.theme), (Some(Lang::Zh), Theme::Dark));
    assert_eq!(state.query(), "view=function&fn=elu&alpha=1.5&x=-2&lang=zh&theme=dark");
}

#[test]
fn a_comparison_reads_as_written() {
    let query = "view=compare&cmp=elu,relu&elu.alpha=2&xmin=-3&deriv=0";
    let (state, notices) = ViewState::parse(query);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(state.compared().iter().map(|a| a.id).collect::<Vec<_>>(), ["elu", "relu"]);
    assert_eq!(state.params(by_id("elu").unwrap()), [2.0]);
    assert_eq!((state.window().x_min, state.window().x_max), (-3.0, 5.0));
    assert_eq!(state.shown().query(), query);
}

#[test]
fn a_place_in_the_lesson_reads_as_written() {
    let query = "view=learn&chapter=03-sigmoid-tanh&section=tanh";
    let (state, notices) = ViewState::parse(query);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!((state.view, state.chapter, &*state.section), (View::Learn, CHAPTERS[2], "tanh"));
    assert_eq!(state.shown().query(), query);
    assert_eq!(ViewState::parse("view=learn").0.chapter, CHAPTERS[0]);
    for (query, key) in [
        ("view=learn&chapter=12-none", "chapter"),
        ("view=learn&chapter=", "chapter"),
        ("view=learn&section=%3Cb%3E", "section"),
        ("view=learn&section=Tanh", "section"),
    ] {
        assert_eq!(why(query), [(key.to_owned(), Why::NoSuchChoice)], "{query}");
    }
    // The way back from a state that the lesson shows leads to where one was.
    let (mut other, _) = ViewState::parse("view=function&fn=elu");
    other.keep(&state);
    assert_eq!(other.shown().query(), "view=function&fn=elu");
    other.set_view(View::Learn);
    assert_eq!(other.shown().query(), query);
    let (mut chapter, _) = ViewState::parse("view=learn&chapter=11-kink");
    chapter.keep(&state);
    assert_eq!(chapter.shown().query(), "view=learn&chapter=11-kink");
}

#[test]
fn answers_of_the_guide_read_as_written() {
    let (state, notices) = ViewState::parse("view=choose&path=1,4,2");
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(state.list(&PATH), [1.0, 4.0, 2.0]);
    assert_eq!(state.shown().query(), "view=choose&path=1,4,2");
    assert_eq!(why("view=choose&path=1,x"), [("path".to_owned(), Why::NotANumber)]);
}

#[test]
fn building_an_embed_is_about_another_view() {
    let read = |query: &str| ViewState::parse(query).0;
    let plain = read("view=embed&fn=elu&alpha=2&hide=text");
    assert_eq!((plain.building, plain.view, plain.act.id), (true, View::Function, "elu"));
    assert_eq!(plain.query(), "view=embed&fn=elu&alpha=2&hide=text");
    let query = "view=embed&show=zigzag&batch=8";
    assert_eq!((read(query).view, read(query).act.id), (View::Zigzag, "sigmoid"));
    assert_eq!(read(query).query(), query);
    assert_eq!(read("view=embed&show=embed").query(), "view=embed");
    assert_eq!(why("view=embed&show=x"), [("show".to_owned(), Why::NoSuchChoice)]);

    // There and back: what the embedded page hides is not hidden on this one.
    let mut state = read("view=function&fn=elu&alpha=2&x=1");
    state.set_view(View::Embed);
    assert_eq!(state.query(), "view=embed&fn=elu&alpha=2&x=1");
    state.hidden = state.hidden.with(Part::Controls, true);
    let mut back = read("view=function&fn=elu");
    back.keep(&state);
    assert_eq!(back.hidden, read("").hidden);
    state.set_view(View::Function);
    assert_eq!(state.query(), "view=function&fn=elu&alpha=2&x=1");
}

#[test]
fn an_embedded_page_keeps_still_unless_told_otherwise() {
    let of = |query: &str| {
        let state = ViewState::parse(query).0;
        (state.zooms(), state.autoplays())
    };
    assert_eq!(of(""), (true, true));
    assert_eq!(of("embed=1"), (false, false));
    assert_eq!(of("embed=1&zoom=on&autoplay=1"), (true, true));
    assert_eq!(of("zoom=off&autoplay=0"), (false, false));
}

#[test]
fn every_key_reads_back_as_the_same_state() {
    for query in [
        "view=function&fn=elu&alpha=1.5&x=-2&shade=0.05",
        "view=zigzag&batch=8&cmp=softsign",
        "view=neuron&w=1,2,3&in=1,2,3&fn=gelu",
        "view=compare&elu.alpha=2",
        "view=zigzag",
        "view=kink&softplus.beta=3",
        "view=learn&chapter=04-relu-family&section=evidence",
        "view=choose",
        "",
    ] {
        let state = ViewState::parse(query).0;
        let mut out = String::new();
        for (key, value) in state.every_key(Lang::En, Theme::Auto) {
            out.push_str(&format!("{key}={value}&"));
        }
        let (back, notices) = ViewState::parse(&out);
        assert_eq!(notices, [], "{out}");
        for act in ALL {
            assert_eq!(back.params(act), state.params(act), "{query}: {out}");
        }
        assert_eq!((back.chapter, &back.section), (state.chapter, &state.section), "{query}");
        assert_eq!((back.view, back.act, back.x), (state.view, state.act, state.x));
        assert_eq!((back.window(), back.extras), (state.window(), state.extras));
    }
}

#[test]
fn a_message_changes_what_it_names_and_no_more() {
    let state = ViewState::parse("view=function&fn=elu&alpha=1.5&x=-2&theme=dark&embed=1").0;
    let set = |given: &[(&str, &str)]| {
        let given: Vec<_> = given.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
        ViewState::parse(&state.merged(&given)).0
    };
    let alpha = set(&[("alpha", "2")]);
    assert_eq!((alpha.params(alpha.act)[0], alpha.x, alpha.embed), (2.0, Some(-2.0), true));
    // Another name of the same function is no other function.
    let same = set(&[("fn", "ELU"), ("x", "1")]);
    assert_eq!((same.params(same.act)[0], same.x), (1.5, Some(1.0)));
    let other = set(&[("fn", "celu")]);
    assert_eq!((other.act.id, other.params(other.act)[0], other.x), ("celu", 1.0, None));
    assert_eq!((other.view, other.theme, other.embed), (View::Function, Theme::Dark, true));
    assert_eq!(set(&[("alpha", "<script>")]).params(state.act), [1.0], "as in an address");
}

#[test]
fn bad_values_fall_back_and_say_so() {
    let number = |key: &str| vec![(key.to_owned(), Why::NotANumber)];
    assert_eq!(why("fn=elu&alpha=NaN"), number("alpha"));
    assert_eq!(why("fn=elu&alpha=1e999"), number("alpha"));
    assert_eq!(why("x=inf"), number("x"));
    assert_eq!(why("view=softmax&z=1"), [("z".to_owned(), Why::TooFew)]);
    assert_eq!(why("x=&view=softmax&z="), [], "not given");
    assert_eq!(why("fn=elu&alpha=%3Cscript%3E"), number("alpha"));
    assert_eq!(why("xmin=3&xmax=2"), [("xmin xmax".to_owned(), Why::NoWindow)]);
    assert_eq!(why("xmin=1e300"), [("xmin".to_owned(), Why::NoWindow)]);
    assert_eq!(why("hide=nav,everything"), [("hide".to_owned(), Why::NoSuchChoice)]);
    let many = "view=compare&cmp=elu,relu,gelu,selu,swish,mish,tanh,sigmoid,softplus";
    assert_eq!(why(many), [("cmp".to_owned(), Why::TooMany)]);
    assert_eq!(why("fn=nosuch"), [("fn".to_owned(), Why::NoSuchChoice)]);
    assert_eq!(why("view=../../etc"), [("view".to_owned(), Why::NoSuchChoice)]);
    let (state, _) = ViewState::parse("fn=elu&alpha=NaN");
    assert_eq!(state.params(state.act), [1.0]);
}

#[test]
fn numbers_are_clamped_to_what_is_valid_not_to_the_slider() {
    let alpha = |query: &str| {
        let (state, notices) = ViewState::parse(query);
        assert!(notices.is_empty(), "{notices:?}");
        state.params(state.act)[0]
    };
    assert_eq!(alpha("fn=elu&alpha=50"), 50.0);
    assert_eq!(alpha("fn=elu&alpha=-3"), 0.0);
    assert_eq!(alpha("fn=elu&alpha=1e-400"), 0.0);
    assert!(alpha("fn=elu&alpha=-0").is_sign_positive());
    assert_eq!(alpha("fn=softplus&beta=1e-9"), 1e-9);
    assert!(alpha("fn=softplus&beta=0") > 0.0);
}

#[test]
fn contradicting_bounds_agree_whatever_their_order() {
    for query in ["fn=rrelu&lower=0.5&upper=0.2", "fn=rrelu&upper=0.2&lower=0.5"] {
        let (state, _) = ViewState::parse(query);
        assert_eq!(state.params(state.act), [0.5, 0.5]);
    }
    let (state, _) = ViewState::parse("fn=hardtanh&min_val=1e300&max_val=0");
    let p = state.params(state.act);
    assert!(p[0] < p[1]);
}

#[test]
fn views_of_few_functions_show_no_others() {
    let act = |query: &str| ViewState::parse(query).0.act.id;
    assert_eq!(act("view=softmax"), "softmax");
    assert_eq!(act("view=softmax&fn=sparsemax"), "sparsemax");
    assert_eq!(act("fn=elu&view=softmax"), "softmax");
    assert_eq!(why("view=softmax&fn=elu"), [("fn".to_owned(), Why::NoSuchChoice)]);
    assert_eq!(why("view=softmax&fn=log-softmax"), []);
    // Without `fn` a bare name is a parameter of the view's own function.
    let (state, notices) = ViewState::parse("view=softmax&temperature=0.05&z=1,2,0.5");
    assert!(notices.is_empty());
    assert_eq!((state.params(state.act), state.list(&LOGITS)), (vec![0.05], vec![1.0, 2.0, 0.5]));
    assert_eq!(state.query(), "view=softmax&temperature=0.05&z=1,2,0.5");
    for view in [View::Softmax, View::Maxout] {
        let (mut state, _) = ViewState::parse("view=function&fn=elu");
        state.set_view(view);
        assert_eq!(state.act.id, view.functions()[0]);
    }
}

#[test]
fn lists_that_are_none_are_the_views_own() {
    let z = |query: &str| ViewState::parse(query).0.list(&LOGITS);
    let own = z("view=softmax");
    assert_eq!(z("view=softmax&z=5"), own, "too few");
    assert_eq!(z("view=softmax&z=1,x"), own);
    assert_eq!(z("view=softmax&z=1,2,3,4,5,6,7,8,9,10").len(), 8);
    assert_eq!(why("view=softmax&z=1,2,3,4,5,6,7,8,9,10"), [("z".to_owned(), Why::TooMany)]);
    assert_eq!(z("view=softmax&z=1e308,-1e308"), [1e308, -1e308]);
}

#[test]
fn numbers_of_one_function_are_not_those_of_another() {
    let shown = |query: &str| ViewState::parse(query).0.shown().query();
    let train = "view=function&fn=rrelu&train=1&seed=7";
    assert_eq!(shown(train), train);
    assert_eq!(shown("view=function&fn=elu&train=1&seed=7&y=2"), "view=function&fn=elu");
    assert_eq!(shown("view=function&fn=prelu&train=1&lr=0.5"), "view=function&fn=prelu&lr=0.5");
}

#[test]
fn hostile_addresses_are_harmless() {
    let long = format!("view=function&fn=elu&alpha=2&{}", "x=1&".repeat(16_000));
    let (state, notices) = ViewState::parse(&long);
    assert_eq!((state.act.id, state.params(state.act)), ("elu", vec![2.0]));
    assert_eq!(notices.iter().map(|n| n.why).collect::<Vec<_>>(), [Why::TooLong]);

    let endless = "é".repeat(40_000);
    assert_eq!(ViewState::parse(&endless).0, ViewState::default());
    for ignored in [
        "__proto__=1",
        "constructor=x",
        "sin.alpha=1",
        "elu.alpha.b=1",
        "%E0%A4%A=1",
        "%zz",
        "&&&===",
        "alpha=2",
    ] {
        assert_eq!(ViewState::parse(ignored), (ViewState::default(), vec![]), "{ignored}");
    }
    assert_eq!(ViewState::parse("x=1&x=2").0.x, Some(1.0), "the first of equal keys counts");
    for version in ["v=0&", "v=1&", "v=99&", "v=&"] {
        let (state, notices) = ViewState::parse(&format!("{version}fn=elu&alpha=2"));
        assert_eq!((state.query(), notices), ("fn=elu&alpha=2".to_owned(), vec![]), "{version}");
    }
    let many = format!("view=compare&cmp={}", "elu,relu,".repeat(100_000));
    let (state, notices) = ViewState::parse(&many);
    assert!(state.compared().len() <= MOST_COMPARED && !notices.is_empty());
    assert_eq!(ViewState::parse("fn=leaky-relu").0.act.id, "leaky_relu");
    assert_eq!(ViewState::parse("lang=../../x").0.lang, Some(Lang::En));
    assert!(
        ViewState::parse(&format!("theme={}", "y".repeat(900))).1[0].value.chars().count() <= 41
    );
}

#[test]
fn parameter_names_are_not_keys_of_the_grammar() {
    let keys = [
        "view", "chapter", "section", "path", "fn", "cmp", "x", "xmin", "xmax", "ymin", "ymax",
        "deriv", "seed", "lr", "steps", "batch", "depth", "init", "lang", "locale", "theme",
        "embed", "hide", "zoom", "autoplay", "v", "second", "tangent", "shade", "equal", "axis2",
        "f", "diff", "show",
    ];
    let views = || View::NAMES.iter().map(|(view, _)| *view);
    let knobs = views().flat_map(|v| v.knobs().iter().map(|(knob, _)| knob.name));
    let lists = views().flat_map(|v| v.lists().iter().map(|(list, _)| list.name));
    let keys: Vec<&str> = keys.into_iter().chain(knobs).chain(lists).collect();
    for act in ALL {
        for param in act.params {
            assert!(!keys.contains(&param.name), "{act:?}.{}", param.name);
        }
    }
}
