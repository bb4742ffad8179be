//! Whatever an address says and the page does not show as written is told: every key of every view.

use activation_explorer::activation::ALL;
use activation_explorer::address::{Address, Notice, Theme, Why, likely};
use activation_explorer::key::Kind;
use activation_explorer::lang::Lang;
use activation_explorer::numeric::decimal;
use activation_explorer::views;
use activation_explorer::words::notices::line;

/// Values for any key: numbers of every size and sign, not whole ones, lists, words, no numbers.
const VALUES: &[&str] = &[
    "-1e300",
    "-1e9",
    "-30",
    "-3",
    "-1",
    "-0.5",
    "0",
    "1e-9",
    "0.3",
    "0.5",
    "1",
    "2",
    "2.7",
    "7",
    "30",
    "1e5",
    "1e9",
    "1e300",
    "NaN",
    "inf",
    "1e999",
    "0,5",
    "−1",
    "maybe",
    "on",
    "",
    "1,2",
    "1,2,3",
    "20,-30",
    "1e300,1e300",
    "1,x",
    "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19",
    "1,2,3,4.5",
    "elu",
    "elu,nosuch",
    "elu,elu",
    "nosuch",
    "gelu,tanh",
    "nav",
    "nav,all",
    "bounded",
    "en",
    "dark",
    "off",
    "<b>",
];

/// The shared keys that are on or off, by several words.
const SWITCHES: [&str; 11] = [
    "deriv", "second", "tangent", "equal", "axis2", "f", "diff", "embed", "present", "zoom",
    "autoplay",
];

/// Every key that means something in a state, with the text in force.
fn every_key(state: &Address) -> Vec<(String, String)> {
    state.every_key(Lang::En, Theme::Auto)
}

fn numbers(list: &str) -> Option<Vec<f64>> {
    list.split(',').map(decimal::parse).collect()
}

/// Whether a key shows what was written.
fn shows(key: &str, written: &str, kept: &str) -> bool {
    let switch = |text: &str| match text {
        "on" | "true" | "1" => Some(true),
        "off" | "false" | "0" => Some(false),
        _ => None,
    };
    written == kept
        || numbers(written).is_some_and(|list| numbers(kept) == Some(list))
        || (SWITCHES.contains(&key) && switch(written).is_some_and(|on| switch(kept) == Some(on)))
        // Any tag of a language, and any version of the grammar, leads to one there is.
        || ["lang", "v"].contains(&key)
        // Given as empty, a list or a place is not given.
        || (written.is_empty() && !["view", "fn", "theme", "chapter"].contains(&key) && kept.is_empty())
}

fn of<'a>(notices: &'a [Notice], key: &str) -> Vec<&'a Notice> {
    notices.iter().filter(|notice| notice.key.split(' ').any(|told| told == key)).collect()
}

#[test]
fn every_value_of_every_key_is_shown_or_told() {
    let mut told = 0;
    for view in views::ALL {
        for sample in view.samples {
            let base = format!("view={}&{sample}", view.id);
            let (state, _) = views::parse(&base);
            let keys = every_key(&state);
            for (key, before) in &keys {
                for value in VALUES {
                    // The rest of the sample, without the key itself.
                    let rest = base.split('&').filter(|pair| !pair.starts_with(&format!("{key}=")));
                    let query = format!("{key}={value}&{}", rest.collect::<Vec<_>>().join("&"));
                    let (now, notices) = views::parse(&query);
                    // A key that the view does not read is kept, for one that does.
                    let all = [every_key(&now), now.pairs()].concat();
                    let kept = all.iter().filter(|(k, _)| k == key).map(|(_, kept)| kept.as_str());
                    let kept = kept.max_by_key(|kept| kept.len()).unwrap_or_default();
                    let notices = of(&notices, key);
                    if shows(key, value, kept) {
                        assert!(notices.is_empty(), "{query}: {notices:?}, though {kept} is shown");
                    } else if value.is_empty() && !notices.iter().any(|_| true) {
                        // A list or a number that is not given.
                        let list =
                            now.view.key(key).is_some_and(|k| matches!(k.kind, Kind::List { .. }));
                        let open = ["x", "cmp", "only", "hide"].contains(&key.as_str());
                        assert!(list || open, "{query}: {before} became {kept}");
                    } else {
                        // Of a list of words, each that there is not.
                        let words = ["cmp", "hide", "only"].contains(&key.as_str());
                        let most = if words { value.split(',').count() } else { 1 };
                        let told_of = (1..=most).contains(&notices.len());
                        assert!(told_of, "{query} shows {kept:?}: {notices:?}");
                        told += 1;
                        for lang in Lang::ALL {
                            let line = line(lang, notices[0], &now);
                            assert!(line.contains(key.as_str()), "{line}");
                            let shown = every_key(&now).into_iter().find(|(k, _)| k == key);
                            let shown = shown.map(|(_, shown)| shown).unwrap_or_default();
                            let short: String = shown.chars().take(20).collect();
                            assert!(
                                line.contains(&short),
                                "{query}: {line} is silent about {short}"
                            );
                        }
                    }
                }
            }
        }
    }
    assert!(told > 10_000, "{told}");
}

#[test]
fn parameters_out_of_their_domain_are_told_of_any_function() {
    for act in ALL {
        for (index, param) in act.params.iter().enumerate() {
            for value in VALUES.iter().filter(|value| numbers(value).is_some_and(|n| n.len() == 1))
            {
                // Of the chosen function, of one beside it, and of one that is not shown.
                let bare = format!("view=function&fn={}&{}={value}", act.id, param.name);
                let beside =
                    format!("view=compare&cmp={}&{}.{}={value}", act.id, act.id, param.name);
                let unseen = format!("view=kink&{}.{}={value}", act.id, param.name);
                for query in [bare, beside, unseen] {
                    let (state, notices) = views::parse(&query);
                    let (wanted, kept) = (decimal::parse(value).unwrap(), state.params(act));
                    let others = act.params.iter().zip(&kept).enumerate();
                    let moved = others.filter(|(i, (p, kept))| *i != index && p.default != **kept);
                    let expected = usize::from(kept[index] != wanted) + moved.count();
                    assert_eq!(notices.len(), expected, "{query}: {kept:?}, {notices:?}");
                    for notice in &notices {
                        assert_eq!(notice.why, Why::Changed);
                        assert!(kept.iter().any(|k| decimal::parse(&notice.shown) == Some(*k)));
                    }
                }
            }
        }
    }
}

#[test]
fn bounds_that_cross_are_told_whoever_wrote_them() {
    let told = |query: &str| {
        let all = views::parse(query).1.into_iter();
        all.map(|n| (n.key, n.value, n.shown)).collect::<Vec<_>>()
    };
    let one = |key: &str, value: &str, shown: &str| vec![(key.into(), value.into(), shown.into())];
    assert_eq!(told("fn=hardtanh&min_val=4&max_val=3"), one("max_val", "3", "4"));
    assert_eq!(told("fn=rrelu&upper=0.2&lower=0.5"), one("upper", "0.2", "0.5"));
    assert_eq!(told("fn=rrelu&rrelu.upper=0.2&lower=0.5"), one("rrelu.upper", "0.2", "0.5"));
    // The bound that gives way need not be written.
    assert_eq!(told("fn=hardtanh&min_val=2"), one("max_val", "1", "2"));
    assert_eq!(told("view=compare&hardtanh.min_val=2"), one("hardtanh.max_val", "1", "2"));
    assert_eq!(told("fn=rrelu&lower=0.2&upper=0.5"), []);
}

#[test]
fn one_bound_moved_leaves_the_other() {
    for act in ALL {
        for index in 0..act.params.len() {
            for value in [f64::MIN, -1e9, -3.0, -0.1, 0.0, 0.2, 0.9, 3.0, 1e9, f64::MAX] {
                let mut state = views::start();
                state.set_param(act, index, value);
                let moved = state.params(act);
                for (other, default) in act.defaults().into_iter().enumerate() {
                    assert!(
                        other == index || moved[other] == default,
                        "{act:?} {index}: {moved:?}"
                    );
                }
                state.set_param(act, index, act.defaults()[index]);
                assert_eq!(
                    state.params(act),
                    act.defaults(),
                    "{act:?} {index} by {value} and back"
                );
            }
        }
    }
}

#[test]
fn unknown_keys_are_told_with_the_likely_one() {
    for (query, key, meant) in [
        ("view=function&fn=elu&alhpa=3", "alhpa", Some("alpha")),
        ("view=function&fn=hardtanh&min-val=-2", "min-val", Some("min_val")),
        ("view=function&fn=elu&sigma=1", "sigma", None),
        ("view=function&fn=relu&alpha=2", "alpha", None),
        ("view=compare&elu.alhpa=2", "elu.alhpa", Some("elu.alpha")),
        ("view=zigzag&bacth=8", "bacth", Some("batch")),
        ("view=function&fn=elu&batch=8", "batch", None),
        ("them=dark", "them", Some("theme")),
    ] {
        let (state, notices) = views::parse(query);
        let found: Vec<_> = notices.iter().map(|n| (n.key.as_str(), n.why)).collect();
        assert_eq!(found, [(key, Why::NoSuchKey)], "{query}");
        assert_eq!(likely(&state, key).as_deref(), meant, "{query}");
    }
    // Every key of every view and function, with two letters exchanged.
    for view in views::ALL {
        let (state, _) = views::parse(&format!("view={}", view.id));
        for (key, _) in every_key(&state).into_iter().filter(|(key, _)| key.len() >= 4) {
            let mut letters: Vec<char> = key.chars().collect();
            let last = letters.len() - 1;
            letters.swap(last, last - 1);
            let wrong: String = letters.into_iter().collect();
            let query = format!("view={}&{wrong}=1", view.id);
            let notices = views::parse(&query).1;
            if wrong != key && !every_key(&state).iter().any(|(k, _)| *k == wrong) {
                assert_eq!(notices.first().map(|n| n.why), Some(Why::NoSuchKey), "{query}");
            }
        }
    }
}

#[test]
fn ampersands_of_html_are_those_of_an_address() {
    let want = views::parse("view=function&fn=elu&alpha=1.5&x=1");
    assert_eq!(want.1, []);
    for and in ["&amp;", "&amp;amp;"] {
        let query = format!("view=function{and}fn=elu{and}alpha=1.5{and}x=1");
        assert_eq!(views::parse(&query), want, "{query}");
    }
    assert_eq!(views::parse("#view=function&amp;fn=elu&alpha=1.5&amp;x=1"), want);
}

#[test]
fn a_key_that_is_there_twice_is_told() {
    let told = |query: &str| {
        let (state, notices) = views::parse(query);
        (state.x, notices.into_iter().map(|n| (n.key, n.value, n.shown)).collect::<Vec<_>>())
    };
    let twice = ("x".to_owned(), "2".to_owned(), "1".to_owned());
    assert_eq!(told("x=1&x=2"), (Some(1.0), vec![twice]));
    assert_eq!(told("x=1&x=1"), (Some(1.0), vec![]));
    assert_eq!(told("x=1#x=2&utm_a=1&utm_a=2"), (Some(1.0), vec![]), "added to an address");
}
