//! A typed formula as an [`Activation`] that every view takes.
//!
//! The record of a function has plain function pointers. Each formula is kept in one of
//! [`PLACES`] places, for each of which there is a set of such pointers; the place that was taken
//! longest ago is given away. A handle that is older shows the newer formula, so a page keeps none of
//! a formula that is no longer in its address. A record is never freed: about half a kilobyte a formula.

use super::latex;
use super::parse::parse;
use super::print::{compact, spaced};
use super::shape::Shape;
use super::tree::Formula;
use crate::activation::{Activation, Family, Own, Pair, Param, SMOOTH, Source, Structure, Valid};
use crate::numeric::Window;
use std::sync::{Mutex, PoisonError, RwLock};

/// The id of a typed function in addresses.
pub const ID: &str = "own";
/// The formula that a reader finds: Swish, with a slider for its β.
pub const FIRST: &str = "x*sigmoid(b*x)";
/// The number of formulas that are kept at once.
pub const PLACES: usize = 16;

/// What is kept of a formula: itself, and its shape at the parameters asked for last.
struct Kept {
    formula: Formula,
    shape: Mutex<Option<(Vec<u64>, Shape)>>,
}

/// The places.
static KEPT: [RwLock<Option<Kept>>; PLACES] = [const { RwLock::new(None) }; PLACES];
/// The records of the formulas kept, the oldest first, each with its place.
static RECORDS: Mutex<Vec<(&'static Activation, usize)>> = Mutex::new(Vec::new());

/// The formula as a function of the page; the same record for the same formula while it is kept.
#[must_use]
pub fn activation(formula: &Formula) -> &'static Activation {
    let text = compact(formula);
    let mut records = RECORDS.lock().unwrap_or_else(PoisonError::into_inner);
    let known =
        |(act, _): &(&'static Activation, usize)| act.own.is_some_and(|own| own.text == text);
    if let Some(at) = records.iter().position(known) {
        let record = records.remove(at);
        records.push(record);
        return record.0;
    }
    let place = if records.len() < PLACES { records.len() } else { records.remove(0).1 };
    let kept = Kept { formula: formula.clone(), shape: Mutex::new(None) };
    *KEPT[place].write().unwrap_or_else(PoisonError::into_inner) = Some(kept);
    let act = record(formula, text, place);
    records.push((act, place));
    act
}

/// The function that a text spells, [`FIRST`] where there is none; `None` if it is no formula.
#[must_use]
pub fn read(text: Option<&str>) -> Option<&'static Activation> {
    parse(text.unwrap_or(FIRST)).ok().as_ref().map(activation)
}

/// The formula of a function that was typed, while it is kept.
#[must_use]
pub fn formula(act: &Activation) -> Option<Formula> {
    let records = RECORDS.lock().unwrap_or_else(PoisonError::into_inner);
    let (_, place) = records.iter().find(|(known, _)| *known == act)?;
    with(*place, |kept| kept.formula.clone())
}

/// Looks at what is kept in a place.
fn with<T>(place: usize, look: impl FnOnce(&Kept) -> T) -> Option<T> {
    KEPT[place].read().unwrap_or_else(PoisonError::into_inner).as_ref().map(look)
}

/// The shape of the formula in a place; found anew only for other parameters.
fn shape<T>(place: usize, p: &[f64], look: impl FnOnce(&Shape) -> T) -> Option<T> {
    with(place, |kept| {
        let bits: Vec<u64> = p.iter().map(|value| value.to_bits()).collect();
        let mut last = kept.shape.lock().unwrap_or_else(PoisonError::into_inner);
        if last.as_ref().is_none_or(|(known, _)| *known != bits) {
            *last = Some((bits, kept.formula.shape(p)));
        }
        last.as_ref().map(|(_, shape)| look(shape))
    })
    .flatten()
}

/// The functions of a place.
struct Calls<const N: usize>;

impl<const N: usize> Calls<N> {
    const OWN: Own =
        Own { text: "", second: Self::second, structure: Self::structure, dparams: Self::dparams };

    fn eval(x: f64, p: &[f64]) -> Pair {
        let pair = with(N, |kept| {
            if x.is_infinite() { kept.formula.limits(x, p) } else { kept.formula.pair(x, p) }
        });
        pair.unwrap_or((f64::NAN, f64::NAN))
    }

    fn second(x: f64, p: &[f64]) -> f64 {
        with(N, |kept| {
            let end = x.is_infinite() && kept.formula.limits(x, p).1.is_finite();
            if end { 0.0 } else { kept.formula.second(x, p) }
        })
        .unwrap_or(f64::NAN)
    }

    fn dparams(x: f64, p: &[f64]) -> Vec<f64> {
        with(N, |kept| kept.formula.by_parameters(x, p)[..kept.formula.letters().len()].to_vec())
            .unwrap_or_default()
    }

    fn breaks(p: &[f64]) -> Vec<f64> {
        shape(N, p, |shape| shape.breaks.clone()).unwrap_or_default()
    }

    fn structure(p: &[f64]) -> Structure {
        shape(N, p, |shape| shape.structure.clone()).unwrap_or(Structure::SMOOTH)
    }
}

/// The function pointers of a place.
struct Table {
    eval: fn(f64, &[f64]) -> Pair,
    breaks: fn(&[f64]) -> Vec<f64>,
    own: Own,
}

impl Table {
    const fn of<const N: usize>() -> Self {
        Self { eval: Calls::<N>::eval, breaks: Calls::<N>::breaks, own: Calls::<N>::OWN }
    }

    /// That of a place.
    const fn at(place: usize) -> Self {
        match place {
            0 => Self::of::<0>(),
            1 => Self::of::<1>(),
            2 => Self::of::<2>(),
            3 => Self::of::<3>(),
            4 => Self::of::<4>(),
            5 => Self::of::<5>(),
            6 => Self::of::<6>(),
            7 => Self::of::<7>(),
            8 => Self::of::<8>(),
            9 => Self::of::<9>(),
            10 => Self::of::<10>(),
            11 => Self::of::<11>(),
            12 => Self::of::<12>(),
            13 => Self::of::<13>(),
            14 => Self::of::<14>(),
            _ => Self::of::<15>(),
        }
    }
}

/// The record of a formula in a place.
fn record(formula: &Formula, text: String, place: usize) -> &'static Activation {
    let Table { eval, breaks, own } = Table::at(place);
    let params: Vec<Param> = formula.letters().iter().map(|letter| parameter(*letter)).collect();
    let defaults: Vec<f64> = params.iter().map(|param| param.default).collect();
    let own = Own { text: leaked(text), ..own };
    Box::leak(Box::new(Activation {
        id: ID,
        name: leaked(title(formula)),
        family: Family::Basic,
        formula: leaked(latex::template(formula)),
        derivative: "",
        source: Source { cite: "", url: "" },
        params: Box::leak(params.into_boxed_slice()),
        eval,
        breaks,
        window: window(formula, &defaults),
        own: Some(Box::leak(Box::new(own))),
        ..SMOOTH
    }))
}

fn leaked(text: String) -> &'static str {
    Box::leak(text.into_boxed_str())
}

/// A parameter: any number, 1 at first.
fn parameter(letter: char) -> Param {
    let name = leaked(letter.to_string());
    Param { name, symbol: name, default: 1.0, valid: Valid::Any, slider: (-3.0, 3.0), step: 0.01 }
}

/// What a formula is called: itself, cut short if it is long.
fn title(formula: &Formula) -> String {
    const LONGEST: usize = 32;
    let text = spaced(formula);
    if text.chars().count() <= LONGEST {
        return text;
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}

/// A window that shows f from −5 to 5, at most 20 high, with round ends.
fn window(formula: &Formula, p: &[f64]) -> Window {
    let values = (-50..=50).map(|i| formula.value(f64::from(i) * 0.1, p));
    let (mut low, mut high) = (0.0f64, 0.0f64);
    for value in values.filter(|value| value.is_finite()) {
        (low, high) = (low.min(value.max(-10.0)), high.max(value.min(10.0)));
    }
    let room = 0.1 * (high - low).max(1.0);
    let half = |x: f64| (2.0 * x).round() / 2.0;
    let (low, high) = (half(low - room).min(-0.5), half(high + room).max(0.5));
    Window::new(-5.0, 5.0, low, high)
}

/// Tests share the places, and must not take them from each other.
#[cfg(test)]
pub(crate) static ALONE: Mutex<()> = Mutex::new(());

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{second, structure, typed};

    fn own(text: &str) -> &'static Activation {
        activation(&parse(text).unwrap())
    }

    #[test]
    fn a_typed_formula_is_an_activation() {
        let _alone = ALONE.lock();
        let act = own("max(b*x, a*x)");
        assert_eq!((act.id, act.name), ("own", "max(b * x, a * x)"));
        assert_eq!(act.params.iter().map(|param| param.name).collect::<Vec<_>>(), ["a", "b"]);
        let p = [0.25, 1.0];
        assert_eq!(act.eval(2.0, &p), (2.0, 1.0));
        assert_eq!(act.eval(-2.0, &p), (-0.5, 0.25));
        assert!(act.f(f64::NAN, &p).is_nan());
        assert_eq!(act.dparams(-2.0, &p), [-2.0, 0.0]);
        assert_eq!(act.breaks(&p), [0.0]);
        assert_eq!(act.breaks(&[1.0, 1.0]), []);
        assert_eq!(structure(act, &p).straight.len(), 2);
        assert_eq!(second(act)(1.0, &p), 0.0);
        assert_eq!(typed(act), "max(b*x,a*x)");
        assert_eq!(formula(act), parse("max(b*x,a*x)").ok());
        assert_eq!(own("x*sigmoid(x)").eval(f64::NEG_INFINITY, &[]), (0.0, 0.0));
        assert_eq!(second(own("x/(1+abs(x))"))(f64::INFINITY, &[]), 0.0);
    }

    #[test]
    fn the_same_formula_is_the_same_record_and_another_is_another() {
        let _alone = ALONE.lock();
        let (one, other) = (own("x + 1"), own("x + 2"));
        assert!(std::ptr::eq(one, own("(x)+1")));
        assert_ne!(one, other);
        assert_eq!((one.f(1.0, &[]), other.f(1.0, &[])), (2.0, 3.0));
    }

    #[test]
    fn the_oldest_formula_gives_its_place_away() {
        let _alone = ALONE.lock();
        let first = own("x+100");
        for i in 0..PLACES {
            assert_eq!(own(&format!("x*{i}+7")).f(1.0, &[]), i as f64 + 7.0);
        }
        assert_eq!(formula(first), None);
        assert_eq!(own("x+100").f(1.0, &[]), 101.0);
    }

    #[test]
    fn windows_are_round_and_show_the_function() {
        let _alone = ALONE.lock();
        for text in ["x", "exp(x)", "0", "-x^2", "ln(x)", "x*1e300", "1/x"] {
            let window = own(text).window;
            assert!(window.y_min < 0.0 && window.y_max > 0.0, "{text}: {window:?}");
            assert!(window.y_max - window.y_min <= 25.0, "{text}: {window:?}");
        }
    }
}
