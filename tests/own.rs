//! The catalogue typed in as a reader's own functions: every view's numbers rest on the same record,
//! and the properties computed from it are those of the catalogue.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::activation::{ALL, Activation, Kind, Param, typed};
use activation_explorer::formula::{own, parse};
use activation_explorer::properties::{Properties, Range, properties, telling};

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

/// The default parameters, and some between the ends of the sliders.
fn parameter_sets(act: &Activation) -> Vec<Vec<f64>> {
    let mut sets = vec![act.defaults()];
    for part in [0.35, 0.8] {
        let between = |p: &Param| p.slider.0 + part * (p.slider.1 - p.slider.0);
        let mut p: Vec<f64> = act.params.iter().map(between).collect();
        (act.agree)(&mut p);
        if !p.is_empty() {
            sets.push(p);
        }
    }
    sets
}

fn near(a: f64, b: f64) -> bool {
    a == b || (a.is_nan() && b.is_nan()) || (a - b).abs() <= 1e-6 * a.abs().max(1.0)
}

fn all_near(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| near(*a, *b))
}

fn same_ranges(a: &[Range], b: &[Range]) -> bool {
    let ends = |ranges: &[Range]| {
        ranges.iter().flat_map(|r| [r.low.value, r.high.value]).collect::<Vec<_>>()
    };
    let attained = |ranges: &[Range]| {
        ranges.iter().flat_map(|r| [r.low.attained, r.high.attained]).collect::<Vec<_>>()
    };
    all_near(&ends(a), &ends(b)) && attained(a) == attained(b)
}

/// The names of the properties in which two functions differ.
fn differences(a: &Properties, b: &Properties) -> Vec<String> {
    let numbers = |p: &Properties| {
        [p.at_zero, p.slope_at_zero, p.mean, p.variance, p.lipschitz, p.steepest.1, p.flattest.1]
    };
    let period = |p: &Properties| p.period.map_or([0.0; 2], |p| [p.length, p.rise]);
    let turns = |p: &Properties| p.turns.iter().flat_map(|t| [t.x, t.y]).collect::<Vec<_>>();
    let breaks = |p: &Properties| {
        let all = [&p.regularity.jumps, &p.regularity.kinks, &p.regularity.slopes];
        all.into_iter().flatten().flat_map(|b| [b.x, b.left, b.right]).collect::<Vec<_>>()
    };
    // Where hard saturation begins is a number; the rest of it is a name.
    let side = |saturation| format!("{saturation:?}");
    let checks = [
        ("range", same_ranges(&a.range, &b.range)),
        ("monotone", a.monotone == b.monotone),
        ("turns", all_near(&turns(a), &turns(b))),
        ("period", all_near(&period(a), &period(b))),
        ("saturation", side(a.left) == side(b.left) && side(a.right) == side(b.right)),
        ("class", a.regularity.class == b.regularity.class),
        ("breaks", all_near(&breaks(a), &breaks(b))),
        ("parity", a.parity == b.parity),
        ("numbers", all_near(&numbers(a), &numbers(b))),
        ("near the identity", a.near_identity == b.near_identity),
        ("zeros", all_near(&a.zeros.points, &b.zeros.points)),
        ("flat zeros", same_ranges(&a.zeros.intervals, &b.zeros.intervals)),
        ("fixed points", all_near(&a.fixed_points.points, &b.fixed_points.points)),
    ];
    checks.into_iter().filter(|(_, same)| !same).map(|(name, _)| name.to_owned()).collect()
}

#[test]
fn properties_of_typed_functions_are_the_catalogue_s() {
    let (mut seen, mut wrong) = (0, Vec::new());
    for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
        let letters = ["", ",a", ",a,b"][act.params.len()];
        for text in [typed(act).to_owned(), format!("{}(x{letters})", act.id)] {
            let own = own::activation(&parse(&text).unwrap());
            for p in parameter_sets(act) {
                let mut found = differences(&properties(act, &p), &properties(own, &p));
                // Where f(x) − x is rounding, as of softplus far out, the formula decides.
                let rounds = ["tanh", "softplus"].contains(&act.id) && text == typed(act);
                found.retain(|name| !(rounds && name == "fixed points"));
                seen += 1;
                if !found.is_empty() {
                    wrong.push(format!("{text} {p:?}: {}", found.join(", ")));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} of {seen}:\n{}", wrong.len(), wrong.join("\n"));
    assert!(seen > 130, "only {seen}");
}

/// What no function of the catalogue has, poles, edges and endless jumps among it, is computed without
/// panic.
#[test]
fn any_formula_has_properties() {
    for text in [
        "1/x",
        "ln(x)",
        "sqrt(x)",
        "sign(sin(x))",
        "x^x",
        "1/0",
        "x/0",
        "exp(exp(x))",
        "sin(1/x)",
        "where(x>0,1/x,x^3)",
        "step(sin(1e4*x))",
        "9^9^9^9*x",
        "x^0.5-x",
        "1e300*x^9",
        "2",
        "x-x",
        "1e-300*x",
        "ln(-1)",
        "max(1/x,ln(x))",
        "abs(abs(abs(x)-1)-1)",
    ] {
        let act = own::activation(&parse(text).unwrap());
        let p = act.defaults();
        let found = properties(act, &p);
        assert!(found.turns.windows(2).all(|pair| pair[0].x <= pair[1].x), "{text}");
        assert!(telling(act, &found, &act.window).is_finite(), "{text}");
    }
}

/// Every view that shows any function shows a typed one that has values: it draws it, in numbers.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_view_draws_a_typed_function() {
    use activation_explorer::address::{Address, View};
    use activation_explorer::plot::{Frame, Margins};
    use activation_explorer::views;
    let relu = activation_explorer::activation::by_id("relu").unwrap();
    let margins = Margins { left: 36.0, right: 10.0, top: 8.0, bottom: 22.0 };
    let mut seen = 0;
    for text in ["x*sigmoid(a*x)", "1/x", "sqrt(x)", "step(x)-b*x^2", "sign(sin(x))", "2"] {
        let act = own::activation(&parse(text).unwrap());
        let general = |view: &View| view.reads.function || view.most_compared > 0;
        // What softmax and maxout draw are functions of vectors.
        let special = ["softmax", "maxout"];
        for view in views::ALL.iter().filter(|v| general(v) && !special.contains(&v.id)) {
            let mut state = Address::new(view);
            state.act = act;
            state.compared = vec![act, relu];
            state.set_params(act, vec![1.5; act.params.len()]);
            assert_eq!(state.params(act), vec![1.5; act.params.len()], "{text}");
            for (name, drawing) in views::drawings(&state) {
                let frame = Frame::new((480.0, 300.0), &margins, drawing.window());
                let picture = drawing.picture(&frame);
                let strokes = picture.curves.iter().flat_map(|curve| &curve.strokes);
                let finite = strokes.flatten().all(|(x, y)| x.is_finite() && y.is_finite());
                assert!(finite, "{text}: {name} of {view:?}");
                seen += usize::from(!picture.curves.is_empty());
            }
        }
    }
    assert!(seen > 50, "only {seen} pictures");
}

/// Names stand in tables that are put into the page as HTML.
#[test]
fn no_name_begins_an_element() {
    for text in
        ["where(x<a,x,b)", "where(x<=-a,1,2)", "where(a<x,where(x<e,1,2),3)", "where(x>0,1,2)"]
    {
        let name = own::activation(&parse(text).unwrap()).name;
        let signs = name.split('<').skip(1);
        assert!(signs.clone().count() == text.matches('<').count(), "{name}");
        for after in signs {
            assert!(after.starts_with([' ', '=']), "{name}");
        }
    }
}

#[test]
fn a_typed_function_trains_as_the_catalogues() {
    use activation_explorer::activation::by_id;
    use activation_explorer::numeric::lanes::f64x2;
    use activation_explorer::train::data::Samples;
    use activation_explorer::train::layers::Nonlinearity;
    use activation_explorer::train::run::Run;
    use activation_explorer::train::setup::Setup;
    let samples = Samples {
        inputs: 2,
        x: (0..40).map(|i| f64::from(i * i % 17) / 8.0 - 1.0).collect(),
        y: (0..20).map(|i| if i % 3 == 0 { 1.0 } else { -1.0 }).collect(),
    };
    let losses = |act: &'static Activation| {
        let setup = Setup::new(Nonlinearity::trained(act, &act.defaults()), 3);
        let mut run = Run::<f64x2>::new(&setup, &samples, &Samples::default()).unwrap();
        (0..50)
            .map(|_| {
                run.step();
                run.score().loss
            })
            .collect::<Vec<_>>()
    };
    let typed = losses(own::activation(&parse("tanh(x)").unwrap()));
    let ours = losses(by_id("tanh").unwrap());
    assert!(typed[49] < typed[0], "{typed:?}");
    for (typed, ours) in typed.iter().zip(&ours) {
        assert!((typed - ours).abs() < 1e-9, "{typed} {ours}");
    }
}
