//! What a host page reads of the state it can write back, and what it writes changes what it names.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::ALL;
use activation_explorer::address::{Address, MAX_LENGTH, Notice, Theme, View, Why};
use activation_explorer::lang::Lang;
use activation_explorer::views::{self, function};

type Told = Result<(Address, Vec<Notice>), Vec<Notice>>;

fn told(now: &Address, given: &[(&str, &str)]) -> Told {
    let given: Vec<_> = given.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect();
    views::told(now, &given)
}

/// States that differ from the start of their view in each of the ways there are.
fn states() -> Vec<Address> {
    let of =
        |view: &'static View| view.samples.iter().map(|more| format!("view={}&{more}", view.id));
    let more = [
        "",
        "elu.alpha=2&swish.beta=3&only=monotone",
        "view=function&fn=elu&alpha=1.5&x=-2&shade=0.05&second=1&equal=1&axis2=1&tangent=0",
        "view=function&fn=gelu&elu.alpha=2&xmin=-1.25&embed=1&hide=text,nav&zoom=on&autoplay=1&ratio=1.5",
        "view=compare&cmp=elu,softplus&elu.alpha=2&diff=1&f=0&deriv=0&ymax=3.25",
        "view=compare&elu.alpha=0.3",
        "view=neuron&w=1,2,3&in=1,2,3&fn=elu&alpha=0.1&zoom=off",
        "view=zigzag&batch=8&cmp=softsign&autoplay=0",
        "view=kink&softplus.beta=3&fn=leaky_relu&negative_slope=0.1",
        "view=learn&chapter=04-relu-family&section=evidence",
        "view=embed&show=zigzag&batch=8&hide=controls&zoom=on",
        "view=embed&show=function&fn=elu&alpha=3",
    ];
    let queries = views::ALL.iter().copied().flat_map(of).chain(more.map(str::to_owned));
    let mut all: Vec<_> = queries.map(|query| views::parse(&query)).collect();
    // Every parameter there is, away from its default.
    let mut moved = views::start();
    for act in ALL {
        let values = act.params.iter().map(|p| p.default + p.step / 3.0).collect();
        moved.set_params(act, values);
    }
    all.push((moved, Vec::new()));
    all.into_iter()
        .map(|(mut state, notices)| {
            assert_eq!(notices, [], "{}", state.query());
            state.lang = Some(Lang::Zh);
            state
        })
        .collect()
}

#[test]
fn what_get_gives_set_restores_from_any_other_state() {
    let states = states();
    for wanted in &states {
        let keys = wanted.every_key(Lang::Zh, wanted.theme);
        for now in &states {
            let (state, notices) = views::told(now, &keys).unwrap();
            assert_eq!(notices, [], "{}", wanted.query());
            // Parameters that another state has and this one does not show are not named.
            let (state, wanted) = (state.trimmed(), wanted.trimmed());
            assert_eq!(state, wanted, "{} from {}", wanted.query(), now.query());
        }
        let (same, _) = views::told(wanted, &keys).unwrap();
        assert_eq!(same, *wanted, "{}", wanted.query());
    }
}

#[test]
fn every_parameter_that_a_view_shows_is_among_its_keys() {
    let state = views::parse("elu.alpha=2&swish.beta=3").0;
    let keys = state.every_key(Lang::En, Theme::Auto);
    let value = |key: &str| keys.iter().find(|(k, _)| k == key).map(|(_, v)| v.as_str());
    assert_eq!((value("elu.alpha"), value("swish.beta")), (Some("2"), Some("3")));
    let params: usize = ALL.iter().map(|act| act.params.len()).sum();
    let of_functions = |key: &str| key.contains('.') || state.act.param_index(key).is_some();
    assert_eq!(keys.iter().filter(|(key, _)| of_functions(key)).count(), params);
}

#[test]
fn a_typed_function_is_among_the_keys_and_can_be_set() {
    let state = views::parse("view=function&fn=own&f=a*x%5E2&own.a=3&lang=en").0;
    let keys = state.every_key(Lang::En, Theme::Auto);
    for (key, value) in [("fn", "own"), ("f", "a*x^2"), ("own.a", "3")] {
        let of: Vec<_> = keys.iter().filter(|(k, _)| k == key).map(|(_, v)| v.as_str()).collect();
        assert_eq!(of, [value], "{key}");
    }
    for from in ["view=function&fn=elu&x=1", "view=compare&f=0", "view=function&fn=own&f=b*x"] {
        let (set, notices) = views::told(&views::parse(from).0, &keys).unwrap();
        assert_eq!((set.trimmed(), notices), (state.clone(), vec![]), "{from}");
    }
    // Another formula of the same function; the letters keep their values.
    let (other, _) = told(&state, &[("f", "a*x+b"), ("own.b", "2")]).unwrap();
    assert_eq!(other.trimmed().query(), "view=function&fn=own&f=a*x%2Bb&own.a=3&own.b=2&lang=en");
    let refused = told(&state, &[("f", "2x")]).unwrap_err();
    assert_eq!((&*refused[0].key, refused[0].why), ("f", Why::NotAFormula));
    // In a comparison without its functions the switch has `f`.
    let pair = views::parse("view=compare&cmp=own,elu&own.f=x%5E2&f=0&lang=en").0;
    let keys = pair.every_key(Lang::En, Theme::Auto);
    assert_eq!(views::told(&views::start(), &keys).unwrap().0.trimmed(), pair);
}

#[test]
fn a_message_changes_what_it_names_and_no_more() {
    let state = views::parse("view=function&fn=elu&alpha=1.5&x=-2&theme=dark&embed=1").0;
    let set = |given: &[(&str, &str)]| told(&state, given).unwrap().0;
    let alpha = set(&[("alpha", "2")]);
    assert_eq!((alpha.params(alpha.act)[0], alpha.x, alpha.embed), (2.0, Some(-2.0), true));
    // Another name of the same function, view or parameter is no other one.
    let same = set(&[("fn", "ELU"), ("view", "Function"), ("x", "1")]);
    assert_eq!((same.params(same.act)[0], same.x), (1.5, Some(1.0)));
    let other = set(&[("fn", "celu")]);
    assert_eq!((other.act.id, other.params(other.act)[0], other.x), ("celu", 1.0, None));
    assert_eq!((other.view, other.theme, other.embed), (&function::VIEW, Theme::Dark, true));
    assert_eq!(set(&[("elu.alpha", "2")]).params(state.act), [2.0]);
    let chinese = views::parse("lang=zh").0;
    assert_eq!(told(&chinese, &[("locale", "en")]).unwrap().0.lang, Some(Lang::En));
    let pair = views::parse("view=compare&cmp=elu,celu&elu.alpha=2").0;
    let pair = told(&pair, &[("elu.alpha", "3")]).unwrap().0;
    assert_eq!(pair.params(pair.compared[0]), [3.0]);
    // The builder shows another view, without the keys of the one before it.
    let builder = views::parse("view=embed&show=zigzag&batch=8").0;
    let (kink, notices) = told(&builder, &[("show", "kink")]).unwrap();
    assert_eq!((kink.query().as_str(), notices), ("view=embed&show=kink", vec![]));
}

#[test]
fn a_message_that_cannot_be_used_is_refused_with_every_reason() {
    let state = views::parse("view=function&fn=elu&alpha=1.5&x=-2").0;
    let why = |given: &[(&str, &str)]| {
        let notices = told(&state, given).unwrap_err();
        notices.into_iter().map(|n| (n.key, n.why)).collect::<Vec<_>>()
    };
    let of = |key: &str, why: Why| vec![(key.to_owned(), why)];
    assert_eq!(why(&[("view", "nosuch")]), of("view", Why::NoSuchChoice));
    assert_eq!(why(&[("alpha", "2,5"), ("x", "1")]), of("alpha", Why::NotANumber));
    assert_eq!(why(&[("xmin", "4"), ("xmax", "3")]), of("xmin xmax", Why::NoWindow));
    assert_eq!(why(&[("theme", "pink")]), of("theme", Why::NoSuchChoice));
    assert_eq!(why(&[("ratio", "9")]), of("ratio", Why::NoSuchChoice));
    let two = why(&[("fn", "nothing"), ("x", "NaN")]);
    assert_eq!(two, [of("fn", Why::NoSuchChoice), of("x", Why::NotANumber)].concat());
    let long = "a".repeat(2000);
    let lesson = views::parse("view=learn").0;
    assert!(told(&lesson, &[("section", &long)]).is_err());
    // Every parameter with all its digits fits into an address, though its keys do not.
    let all: Vec<_> = ALL
        .iter()
        .flat_map(|act| act.params.iter().map(move |p| (act, p)))
        .map(|(act, p)| (format!("{}.{}", act.id, p.name), (p.default + p.step / 3.0).to_string()))
        .collect();
    let all: Vec<_> = all.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
    let (state, _) = told(&views::start(), &all).unwrap();
    assert!(state.query().len() <= MAX_LENGTH, "{}", state.query());
    assert!(told(&state, &[("fn", "nothing")]).is_err());
    // What is out of range is brought into it, as in an address.
    let (state, _) = told(&views::parse("view=neuron").0, &[("b", "-70")]).unwrap();
    assert_eq!(state.number(&views::neuron::B), -10.0);
}
