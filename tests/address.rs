//! The address: the examples of its grammar, and any state and text.

#![cfg(not(target_arch = "wasm32"))] // proptest needs a source of randomness
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "address/any.rs"]
mod any;
#[path = "address/told.rs"]
mod told;

use activation_explorer::activation::{ALL, by_id};
use activation_explorer::address::{MOST_COMPARED, Part, Theme, View, Why};
use activation_explorer::chapters::CHAPTERS;
use activation_explorer::lang::Lang;
use activation_explorer::views::choose::PATH;
use activation_explorer::views::softmax::LOGITS;
use activation_explorer::views::{self, embed, function, learn, zigzag};

fn why(query: &str) -> Vec<(String, Why)> {
    views::parse(query).1.into_iter().map(|n| (n.key, n.why)).collect()
}

#[test]
fn the_defaults_need_no_words() {
    assert_eq!(views::start().query(), "");
    assert_eq!(views::parse(""), (views::start(), vec![]));
}

#[test]
fn a_deep_link_reads_as_written() {
    let (state, notices) =
        views::parse("?view=function&fn=elu&alpha=1.5&x=-2&lang=zh-Hant&theme=dark");
    assert!(notices.is_empty());
    let elu = by_id("elu").unwrap();
    assert_eq!((state.view, state.act, state.x), (&function::VIEW, elu, Some(-2.0)));
    assert_eq!(state.params(elu), [1.5]);
    assert_eq!((state.lang, state.theme), (Some(Lang::Zh), Theme::Dark));
    assert_eq!(state.query(), "view=function&fn=elu&alpha=1.5&x=-2&lang=zh&theme=dark");
}

#[test]
fn a_comparison_reads_as_written() {
    let query = "view=compare&cmp=elu,relu&elu.alpha=2&xmin=-3&deriv=0";
    let (state, notices) = views::parse(query);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(state.beside().iter().map(|a| a.id).collect::<Vec<_>>(), ["elu", "relu"]);
    assert_eq!(state.params(by_id("elu").unwrap()), [2.0]);
    assert_eq!((state.window().x_min, state.window().x_max), (-3.0, 5.0));
    assert_eq!(state.trimmed().query(), query);
}

#[test]
fn a_place_in_the_lesson_reads_as_written() {
    let query = "view=learn&chapter=03-sigmoid-tanh&section=tanh";
    let (state, notices) = views::parse(query);
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!((state.view, state.chapter, &*state.section), (&learn::VIEW, CHAPTERS[2], "tanh"));
    assert_eq!(state.trimmed().query(), query);
    assert_eq!(views::parse("view=learn").0.chapter, CHAPTERS[0]);
    for (query, key) in [
        ("view=learn&chapter=12-none", "chapter"),
        ("view=learn&chapter=", "chapter"),
        ("view=learn&section=%3Cb%3E", "section"),
        ("view=learn&section=Tanh", "section"),
    ] {
        assert_eq!(why(query), [(key.to_owned(), Why::NoSuchChoice)], "{query}");
    }
    // The way back from a state that the lesson shows leads to where one was.
    let (mut other, _) = views::parse("view=function&fn=elu");
    other.carry_over(&state);
    assert_eq!(other.trimmed().query(), "view=function&fn=elu");
    other.set_view(&learn::VIEW);
    assert_eq!(other.trimmed().query(), query);
    let (mut chapter, _) = views::parse("view=learn&chapter=11-kink");
    chapter.carry_over(&state);
    assert_eq!(chapter.trimmed().query(), "view=learn&chapter=11-kink");
}

#[test]
fn answers_of_the_guide_read_as_written() {
    let (state, notices) = views::parse("view=choose&path=1,4,2");
    assert!(notices.is_empty(), "{notices:?}");
    assert_eq!(state.list(&PATH), [1.0, 4.0, 2.0]);
    assert_eq!(state.trimmed().query(), "view=choose&path=1,4,2");
    assert_eq!(why("view=choose&path=1,x"), [("path".to_owned(), Why::NotANumber)]);
}

#[test]
fn building_an_embed_is_about_another_view() {
    let read = |query: &str| views::parse(query).0;
    let plain = read("view=embed&fn=elu&alpha=2&hide=text");
    assert_eq!(
        (plain.builder, plain.view, plain.act.id),
        (Some(&embed::VIEW), &function::VIEW, "elu")
    );
    assert_eq!(plain.query(), "view=embed&fn=elu&alpha=2&hide=text");
    let query = "view=embed&show=zigzag&batch=8";
    assert_eq!((read(query).view, read(query).act.id), (&zigzag::VIEW, "sigmoid"));
    assert_eq!(read(query).query(), query);
    assert_eq!(read("view=embed&show=embed").query(), "view=embed");
    assert_eq!(why("view=embed&show=x"), [("show".to_owned(), Why::NoSuchChoice)]);

    // There and back: what the embedded page hides is not hidden on this one.
    let mut state = read("view=function&fn=elu&alpha=2&x=1");
    state.set_view(&embed::VIEW);
    assert_eq!(state.query(), "view=embed&fn=elu&alpha=2&x=1");
    state.hidden = state.hidden.with(Part::Controls, true);
    let mut back = read("view=function&fn=elu");
    back.carry_over(&state);
    assert_eq!(back.hidden, read("").hidden);
    state.set_view(&function::VIEW);
    assert_eq!(state.query(), "view=function&fn=elu&alpha=2&x=1");
}

#[test]
fn an_embedded_page_keeps_still_unless_told_otherwise() {
    let of = |query: &str| {
        let state = views::parse(query).0;
        (state.zooms(), state.autoplays())
    };
    assert_eq!(of(""), (true, true));
    assert_eq!(of("embed=1"), (false, false));
    assert_eq!(of("embed=1&zoom=on&autoplay=1"), (true, true));
    assert_eq!(of("zoom=off&autoplay=0"), (false, false));
}

#[test]
fn every_key_reads_back_as_the_same_state() {
    let of = |view: &'static View| {
        view.samples.iter().map(|sample| format!("view={}&{sample}", view.id))
    };
    let more = [
        "view=function&fn=elu&alpha=1.5&x=-2&shade=0.05",
        "view=zigzag&batch=8&cmp=softsign",
        "view=neuron&w=1,2,3&in=1,2,3&fn=gelu",
        "view=compare&elu.alpha=2",
        "view=kink&softplus.beta=3",
        "view=learn&chapter=04-relu-family&section=evidence",
        "",
    ];
    for query in views::ALL.iter().copied().flat_map(of).chain(more.map(str::to_owned)) {
        let query = query.as_str();
        let state = views::parse(query).0;
        let mut out = String::new();
        for (key, value) in state.every_key(Lang::En, Theme::Auto) {
            out.push_str(&format!("{key}={value}&"));
        }
        let (back, notices) = views::parse(&out);
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
    let (state, _) = views::parse("fn=elu&alpha=NaN");
    assert_eq!(state.params(state.act), [1.0]);
}

#[test]
fn numbers_are_clamped_to_what_is_valid_not_to_the_slider() {
    let first = |query: &str| {
        let (state, notices) = views::parse(query);
        (state.params(state.act)[0], notices.is_empty())
    };
    assert_eq!(first("fn=elu&alpha=50"), (50.0, true));
    assert_eq!(first("fn=elu&alpha=-3"), (-3.0, true));
    assert_eq!(first("fn=elu&alpha=1e-400"), (0.0, true));
    assert!(first("fn=elu&alpha=-0").0.is_sign_positive());
    assert_eq!(first("fn=softplus&beta=1e-9"), (1e-9, true));
    assert_eq!(first("fn=softshrink&lambd=-3"), (0.0, false));
    let (beta, silent) = first("fn=softplus&beta=0");
    assert!(beta > 0.0 && !silent);
}

#[test]
fn contradicting_bounds_agree_whatever_their_order() {
    for query in ["fn=rrelu&lower=0.5&upper=0.2", "fn=rrelu&upper=0.2&lower=0.5"] {
        let (state, _) = views::parse(query);
        assert_eq!(state.params(state.act), [0.5, 0.5]);
    }
    let (state, _) = views::parse("fn=hardtanh&min_val=1e300&max_val=0");
    let p = state.params(state.act);
    assert_eq!(p, [1e300, 1e300]);
}

#[test]
fn views_of_few_functions_show_no_others() {
    let act = |query: &str| views::parse(query).0.act.id;
    assert_eq!(act("view=softmax"), "softmax");
    assert_eq!(act("view=softmax&fn=sparsemax"), "sparsemax");
    assert_eq!(act("fn=elu&view=softmax"), "softmax");
    assert_eq!(why("view=softmax&fn=elu"), [("fn".to_owned(), Why::NoSuchChoice)]);
    assert_eq!(why("view=softmax&fn=log-softmax"), []);
    // Without `fn` a bare name is a parameter of the view's own function.
    let (state, notices) = views::parse("view=softmax&temperature=0.05&z=1,2,0.5");
    assert!(notices.is_empty());
    assert_eq!((state.params(state.act), state.list(&LOGITS)), (vec![0.05], vec![1.0, 2.0, 0.5]));
    assert_eq!(state.query(), "view=softmax&temperature=0.05&z=1,2,0.5");
    for view in views::ALL.iter().filter(|view| !view.functions.is_empty()) {
        let (mut state, _) = views::parse("view=function&fn=elu");
        state.set_view(view);
        assert_eq!(state.act.id, view.functions[0]);
    }
}

#[test]
fn lists_that_are_none_are_the_views_own() {
    let z = |query: &str| views::parse(query).0.list(&LOGITS);
    let own = z("view=softmax");
    assert_eq!(z("view=softmax&z=5"), own, "too few");
    assert_eq!(z("view=softmax&z=1,x"), own);
    assert_eq!(z("view=softmax&z=1,2,3,4,5,6,7,8,9,10").len(), 8);
    assert_eq!(why("view=softmax&z=1,2,3,4,5,6,7,8,9,10"), [("z".to_owned(), Why::TooMany)]);
    assert_eq!(z("view=softmax&z=1e308,-1e308"), [1e308, -1e308]);
}

#[test]
fn numbers_of_one_function_are_not_those_of_another() {
    let shown = |query: &str| views::parse(query).0.trimmed().query();
    let train = "view=function&fn=rrelu&train=1&seed=7";
    assert_eq!(shown(train), train);
    assert_eq!(shown("view=function&fn=elu&train=1&seed=7&y=2"), "view=function&fn=elu");
    assert_eq!(shown("view=function&fn=prelu&train=1&lr=0.5"), "view=function&fn=prelu&lr=0.5");
}

#[test]
fn hostile_addresses_are_harmless() {
    let long = format!("view=function&fn=elu&alpha=2&{}", "x=1&".repeat(16_000));
    let (state, notices) = views::parse(&long);
    assert_eq!((state.act.id, state.params(state.act)), ("elu", vec![2.0]));
    assert_eq!(notices.iter().map(|n| n.why).collect::<Vec<_>>(), [Why::TooLong]);

    let endless = "é".repeat(40_000);
    assert_eq!(views::parse(&endless).0, views::start());
    for ignored in ["constructor=x", "sin.alpha=1", "elu.alpha.b=1", "%E0%A4%A=1", "%zz", "alpha=2"]
    {
        let (state, notices) = views::parse(ignored);
        assert_eq!(state, views::start(), "{ignored}");
        assert_eq!(
            notices.iter().map(|n| n.why).collect::<Vec<_>>(),
            [Why::NoSuchKey],
            "{ignored}"
        );
    }
    for nothing in ["__proto__=1", "&&&===", "utm_source=x&fbclid=y"] {
        assert_eq!(views::parse(nothing), (views::start(), vec![]), "{nothing}");
    }
    assert_eq!(views::parse("x=1&x=2").0.x, Some(1.0), "the first of equal keys counts");
    for version in ["v=0&", "v=1&", "v=99&", "v=&"] {
        let (state, notices) = views::parse(&format!("{version}fn=elu&alpha=2"));
        assert_eq!((state.query(), notices), ("fn=elu&alpha=2".to_owned(), vec![]), "{version}");
    }
    let many = format!("view=compare&cmp={}", "elu,relu,".repeat(100_000));
    let (state, notices) = views::parse(&many);
    assert!(state.beside().len() <= MOST_COMPARED && !notices.is_empty());
    assert_eq!(views::parse("fn=leaky-relu").0.act.id, "leaky_relu");
    assert_eq!(views::parse("lang=../../x").0.lang, Some(Lang::En));
    assert!(views::parse(&format!("theme={}", "y".repeat(900))).1[0].value.chars().count() <= 41);
}

#[test]
fn parameter_names_are_not_keys_of_the_grammar() {
    let keys = [
        "view", "chapter", "section", "path", "fn", "cmp", "x", "xmin", "xmax", "ymin", "ymax",
        "deriv", "seed", "lr", "steps", "batch", "depth", "init", "lang", "locale", "theme",
        "embed", "hide", "zoom", "autoplay", "v", "second", "tangent", "shade", "equal", "axis2",
        "f", "diff", "show", "ratio",
    ];
    let own = views::ALL.iter().flat_map(|view| view.keys).map(|key| key.name);
    let keys: Vec<&str> = keys.into_iter().chain(own).collect();
    for act in ALL {
        for param in act.params {
            assert!(!keys.contains(&param.name), "{act:?}.{}", param.name);
        }
    }
}
