//! The demos' models: the same bits natively and in a browser, and tables against their sources.

#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;

use activation_explorer::activation::{ALL, AtKink, Window, by_id};
use activation_explorer::content::kinks::{FRAMEWORKS, ROWS};
use activation_explorer::demo::rng::Rng;
use activation_explorer::properties::{Decay, Saturation, properties};
use activation_explorer::views::linear::model::fit::Relus;
use activation_explorer::views::linear::model::{Stack, xor};
use activation_explorer::views::neuron::model::Neuron;
use activation_explorer::views::saturation::model::{DISTANCES, Test, classes, log_slope};
use activation_explorer::views::zigzag::model::{Run, Setup, State};
use common::rows;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const MEASURED: &str = include_str!("../src/content/kinks_measured.csv");

/// Numbers to one number, bit for bit (FNV-1a); of NaN there is only one.
fn hash(numbers: impl IntoIterator<Item = f64>) -> u64 {
    let one = |x: f64| if x.is_nan() { f64::NAN } else { x };
    let bytes = numbers.into_iter().flat_map(|x| one(x).to_bits().to_le_bytes());
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

/// Golden values, made by this program: here they only have to be the same natively and as wasm,
/// other tests prove them right.
#[test]
fn the_same_seed_gives_the_same_bits() {
    // Not the whole catalogue, which grows: some of each family.
    let ids =
        ["sigmoid", "tanh", "softsign", "relu", "elu", "softplus", "mish", "gelu", "sinusoid"];
    let acts = || ids.iter().map(|id| by_id(id).unwrap());
    let mut rng = Rng::stream(7, 0);
    let run = |act| {
        let mut run = Run::new(Setup { seed: 7, momentum: 0.3, bias: true, ..Setup::of(act) });
        run.run_to(50);
        let numbers =
            |s: &State| [s.weights[0], s.weights[1], s.bias, s.loss, s.path, s.gradient[0]];
        run.states().iter().flat_map(numbers).collect::<Vec<_>>()
    };
    let stack = |act| Stack::<2>::seeded(6, 7, act).run([0.3, -0.4]);
    let window = Window::new(-3.0, 3.0, -3.0, 3.0);
    let heat = |act| Neuron::new(&[0.8, -0.5], 0.1, act).heat(&[], &window, 8, 8).values;
    let got = [
        ("normal numbers", hash((0..1000).map(|_| rng.normal()))),
        ("runs", hash(acts().flat_map(run))),
        ("stacks", hash(acts().flat_map(stack))),
        ("points", hash(xor::cloud(8, 0.3, 7).into_iter().flatten().flatten())),
        ("fit", hash(Relus::fit(8).curve().into_iter().flat_map(|(x, y)| [x, y]))),
        ("heat maps", hash(acts().flat_map(heat))),
    ];
    let want = [
        ("normal numbers", 0x1e98_9e00_ba6f_7114),
        ("runs", 0xa405_3d80_161f_fc23),
        ("stacks", 0x8c15_980d_6f97_f588),
        ("points", 0xcf57_aa0a_cc26_eecd),
        ("fit", 0xf53e_de1a_8bb5_3c06),
        ("heat maps", 0x843a_a2e0_f43f_2f88),
    ];
    assert_eq!(got, want, "{got:#x?}");
}

/// Every measurement is in the demo's table; one that is not is at no kink and equals the
/// catalogue's value.
#[test]
fn the_table_of_kinks_is_what_was_measured() {
    let mut seen = 0;
    for row in rows(MEASURED) {
        let number = |name: &str| row.get(name).parse::<f64>().unwrap();
        let (x, df, case) = (number("x"), number("df"), row.get("function"));
        if x.is_nan() || x.abs() > 100.0 || x.to_bits() == (-0.0f64).to_bits() {
            continue;
        }
        let framework = FRAMEWORKS.iter().position(|f| f.to_lowercase() == row.get("framework"));
        match ROWS.iter().find(|r| r.case == case && r.x == x) {
            Some(found) => {
                assert_eq!(found.measured[framework.unwrap()], Some(df), "{case} at {x}");
                seen += 1;
            }
            None => {
                let name = case.split_once('(').map_or(case, |(name, _)| name);
                let act = by_id(name).unwrap();
                let p = act.defaults();
                assert!(
                    (act.df(x, &p) - df).abs() < 1e-6 && !act.breaks(&p).contains(&x),
                    "{case}"
                );
            }
        }
    }
    let values = ROWS.iter().flat_map(|row| row.measured.iter().flatten()).count();
    assert_eq!(seen, values, "no value that was not measured");
    assert!(seen >= 30, "{seen}");
}

/// Finding 10 of the fact check, and rows of conventions.md.
#[test]
fn frameworks_disagree_as_the_fact_check_says() {
    let at = |case: &str| ROWS.iter().find(|row| row.case == case).unwrap();
    assert_eq!(at("relu").measured, [Some(0.0), Some(0.0)]);
    assert_eq!(at("max(x,0) primitive").measured, [Some(0.5), Some(1.0)]);
    assert_eq!((at("celu(2)").house(), at("celu(2)").measured[1]), (1.0, Some(2.0)));
    for row in &ROWS {
        let act = by_id(row.id).unwrap();
        assert_eq!(row.params.len(), act.params.len(), "{row:?}");
        assert_eq!(row.house(), act.df(row.x, row.params));
    }
    // The rows are those of the catalogue's own tables of frameworks.
    for act in ALL {
        for entry in act.frameworks {
            if let AtKink::Measured(case) = entry.kink
                && !act.breaks(&act.defaults()).is_empty()
            {
                assert!(ROWS.iter().any(|row| row.case == case), "{case}");
            }
        }
    }
}

#[test]
fn classes_are_those_of_the_properties() {
    let table = classes();
    assert_eq!(table.len(), ALL.len());
    for row in table {
        let p = properties(row.act, &row.act.defaults());
        assert_eq!((row.left, row.right), (p.left, p.right), "{:?}", row.act);
    }
    let relu = Test::new(by_id("relu").unwrap(), &[]);
    assert!(!relu.saturates() && relu.left.saturates());
    assert_eq!((relu.left.bound(), relu.right.bound()), (Some(0.0), None));
    assert!(Test::new(by_id("sigmoid").unwrap(), &[]).saturates());
}

/// The slopes shown agree with the class.
#[test]
fn slopes_fall_as_the_class_says() {
    for act in ALL {
        let p = act.defaults();
        let test = Test::new(act, &p);
        for (side, sign) in [(&test.left, -1.0), (&test.right, 1.0)] {
            assert_eq!(side.slopes.len(), DISTANCES.len());
            let last = side.slopes.last().unwrap();
            assert_eq!(*last, (sign * 1000.0, act.df(sign * 1000.0, &p)));
            match side.class {
                Saturation::None => {
                    let most = side.slopes.iter().skip(4).map(|s| s.1.abs()).fold(0.0, f64::max);
                    assert!(most > 1e-3, "{act:?}");
                }
                Saturation::Hard(c) => {
                    let beyond = |s: &&(f64, f64)| sign * s.0 > sign * c;
                    assert!(side.slopes.iter().filter(beyond).all(|s| s.1 == 0.0), "{act:?}");
                }
                Saturation::Soft(Decay::Algebraic) => {
                    assert!(last.1 != 0.0 && last.1.abs() < 1e-5, "{act:?}: {last:?}");
                }
                Saturation::Soft(Decay::Exponential) => {
                    let (x, slope) = side.slopes[5];
                    assert_eq!(x, sign * 50.0);
                    assert!(slope.abs() < 1e-15, "{act:?}: {slope}");
                }
            }
        }
    }
    // Row 1.2's points: on a log scale sigmoid falls by 1/ln 10 per unit.
    let sigmoid = by_id("sigmoid").unwrap();
    for x in [10.0, 50.0, 700.0] {
        assert!((log_slope(sigmoid, &[], x) * std::f64::consts::LN_10 + x).abs() < 1e-4);
    }
    assert_eq!(log_slope(by_id("relu").unwrap(), &[], -1.0), f64::NEG_INFINITY);
}
