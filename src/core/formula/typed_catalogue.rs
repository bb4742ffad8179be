//! The catalogue typed in: every scalar function written as a formula has the values and derivatives
//! that its own file has.

#![cfg(test)]

use crate::activation::{ALL, Activation, Kind, second, structure, typed};
use crate::formula::parse::parse;

/// The scalar functions, each with its default parameters and two other sets.
fn scalar() -> Vec<(&'static Activation, Vec<f64>)> {
    let mut all = Vec::new();
    for act in ALL.iter().filter(|act| matches!(act.kind, Kind::Scalar)) {
        all.push((*act, act.defaults()));
        for part in [0.3, 0.8] {
            let between =
                |p: &crate::activation::Param| p.slider.0 + part * (p.slider.1 - p.slider.0);
            let mut p: Vec<f64> = act.params.iter().map(between).collect();
            (act.agree)(&mut p);
            if !p.is_empty() {
                all.push((*act, p));
            }
        }
    }
    all
}

/// Inputs from the middle and the tails, and the breaks themselves.
fn inputs(act: &Activation, p: &[f64]) -> Vec<f64> {
    let mut xs: Vec<f64> = (-160..=160).map(|i| f64::from(i) * 0.0625 * 1.01).collect();
    xs.extend([-1000.0, -300.0, -50.0, -17.5, 17.5, 50.0, 300.0, 1000.0]);
    xs.extend(act.breaks(p));
    xs
}

/// How far rounding alone may move a value, as an estimate: how much it changes when its input is
/// some floats further.
fn noise(of: impl Fn(f64) -> f64, x: f64) -> f64 {
    let moved = [-3.0, -2.0, -1.0, 1.0, 2.0, 3.0].map(|k| {
        let beside = of(x + k * x.abs().max(1e-3) * f64::EPSILON);
        (beside - of(x)).abs()
    });
    moved.into_iter().fold(0.0, f64::max)
}

/// What is compared, and how it came out.
#[derive(Default)]
struct Tally {
    seen: usize,
    left_out: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn compare(&mut self, what: &str, got: f64, want: f64, tolerance: f64, noise: f64) {
        let same = got == want || (got.is_nan() && want.is_nan());
        if same || (got - want).abs() <= tolerance * want.abs() {
            self.seen += 1;
        } else if (got - want).abs() <= 40.0 * noise {
            self.left_out += 1;
        } else {
            self.wrong.push(format!("{what}: {got:e}, in the catalogue {want:e}"));
        }
    }

    fn report(self, most_left_out: f64) {
        let first: Vec<_> = self.wrong.iter().take(30).map(String::as_str).collect();
        assert!(self.wrong.is_empty(), "{} wrong:\n{}", self.wrong.len(), first.join("\n"));
        let all = self.seen + self.left_out;
        let part = self.left_out as f64 / all as f64;
        assert!(part <= most_left_out, "{} of {all} are ill conditioned", self.left_out);
        assert!(self.seen > 40_000, "only {}", self.seen);
    }
}

#[test]
fn every_function_called_by_its_id_is_the_catalogue_s() {
    let mut tally = Tally::default();
    for (act, p) in scalar() {
        let letters = ["a", "b"].iter().take(p.len()).fold(String::new(), |all, l| all + "," + l);
        let formula = parse(&format!("{}(x{letters})", act.id)).unwrap();
        for x in inputs(act, &p) {
            let ((f, df), (own, slope)) = (formula.pair(x, &p), act.eval(x, &p));
            tally.compare(&format!("{act:?} {p:?} f({x})"), f, own, 0.0, 0.0);
            tally.compare(&format!("{act:?} {p:?} f'({x})"), df, slope, 0.0, 0.0);
            let bent = second(act)(x, &p);
            let tolerance = if act.breaks(&p).contains(&x) { 1e-9 } else { 0.0 };
            let got = formula.second(x, &p);
            tally.compare(&format!("{act:?} {p:?} f''({x})"), got, bent, tolerance, 1e-14);
        }
    }
    tally.report(0.001);
}

#[test]
fn every_function_typed_as_a_formula_is_the_catalogue_s() {
    let mut tally = Tally::default();
    for (act, p) in scalar() {
        let formula = parse(typed(act)).unwrap();
        assert_eq!(formula.letters().len(), p.len(), "{act:?}");
        for x in inputs(act, &p) {
            let ((f, df), (own, slope)) = (formula.pair(x, &p), act.eval(x, &p));
            let noise = [
                noise(|x| formula.value(x, &p), x),
                noise(|x| formula.pair(x, &p).1, x),
                noise(|x| formula.second(x, &p), x),
            ];
            tally.compare(&format!("{act:?} {p:?} f({x})"), f, own, 1e-12, noise[0]);
            tally.compare(&format!("{act:?} {p:?} f'({x})"), df, slope, 1e-9, noise[1]);
            let at_bend = structure(act, &p).bends.contains(&x) || act.breaks(&p).contains(&x);
            if !at_bend {
                let (got, bent) = (formula.second(x, &p), second(act)(x, &p));
                tally.compare(&format!("{act:?} {p:?} f''({x})"), got, bent, 1e-9, noise[2]);
            }
        }
    }
    tally.report(0.01);
}
