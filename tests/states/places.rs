//! The checks of a state: zeros, extrema, fixed points, asymptotes, bands, and the words about them.

use super::sample::Sample;
use super::state::State;
use activation_explorer::lang::Lang;
use activation_explorer::properties::{
    Flat, Landmark, LandmarkKind, Properties, asymptote, flat, landmarks,
};
use activation_explorer::words::paragraph;
use activation_explorer::words::plots::words;

/// More landmarks, or bands, than this in a window are not looked at one by one.
const MANY: usize = 500;

/// Extrema, zeros, and the words about them.
pub fn places(state: &State, found: &Properties, inside: &[Sample], faults: &mut Vec<String>) {
    let w = &state.window;
    let marks = landmarks(found, (w.x_min, w.x_max), w.x_min, MANY);
    let act = state.act;
    let words = words(Lang::En);
    let text = paragraph(act, &state.p, found, w, (&words.story, &words.facts));
    if marks.cut {
        if found.period.is_none() || !text.contains("with period") {
            faults.push("cut short without a word".into());
        }
        return;
    }
    let between = |a: f64, b: f64, pick: fn(LandmarkKind) -> bool| {
        let start = marks.items.partition_point(|l| l.x <= a);
        marks.items[start..].iter().take_while(|l| l.x < b).filter(|l| pick(l.kind)).count()
    };
    let turn = |kind| matches!(kind, LandmarkKind::Max | LandmarkKind::Min);
    let kink = |kind| kind == LandmarkKind::Kink;
    let jump = |kind| kind == LandmarkKind::Jump;
    let is_zero = |x: f64| {
        found.zeros.within((w.x_min, w.x_max), w.x_min, MANY).items.contains(&x)
            || found.zeros.intervals.iter().any(|i| i.low.value <= x && x <= i.high.value)
    };
    let mut crossed = false;
    for pair in inside.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        // A kink at an extremum, a jump at a zero: the landmark of a place is one.
        if a.slope() * b.slope() == -1 {
            let seen = between(a.x, b.x, turn) + between(a.x, b.x, kink) + between(a.x, b.x, jump);
            if seen == 0 {
                faults.push(format!("an extremum between {:e} and {:e} is missed", a.x, b.x));
            }
        } else if a.slope() * b.slope() == 1
            && between(a.x, b.x, kink) + between(a.x, b.x, jump) == 0
        {
            let seen = between(a.x, b.x, turn);
            if seen % 2 == 1 {
                faults.push(format!("{seen} extrema between {:e} and {:e}", a.x, b.x));
            }
        }
        if a.sign() * b.sign() == -1 {
            let here = found.zeros.within((a.x, b.x), a.x, 10);
            let leaps = found.regularity.jumps.iter().any(|j| a.x < j.x && j.x < b.x);
            let level =
                found.zeros.intervals.iter().any(|i| i.low.value < b.x && a.x < i.high.value);
            if here.items.is_empty() && !here.cut && !leaps && !level {
                faults.push(format!("a zero between {:e} and {:e} is missed", a.x, b.x));
            }
            crossed |= !leaps;
        }
    }
    for Landmark { x, kind } in &marks.items {
        let at = Sample::at(state, *x);
        if *kind == LandmarkKind::Zero && at.sign() != 0 {
            faults.push(format!("f({x:e}) = {:e} is no zero", at.f));
        }
    }
    for turn in found.turns_within((w.x_min, w.x_max), w.x_min, MANY).items {
        let unit = state.unit;
        let by = (1e-3 * unit).max(1e-12 * turn.x.abs());
        let sides = [turn.x - by, turn.x + by].map(|x| Sample::at(state, x));
        let wanted = if turn.max { [1, -1] } else { [-1, 1] };
        for (side, wanted) in sides.iter().zip(wanted) {
            if side.slope() == -wanted {
                faults.push(format!("{turn:?} is none: f′({:e}) = {:e}", side.x, side.df));
            }
        }
        let value = Sample::at(state, turn.x);
        if (value.f - turn.y).abs() > value.noise + 1e-13 * turn.y.abs() {
            faults.push(format!("{turn:?}, but f = {:e}", value.f));
        }
    }
    // Words.
    if crossed && text.contains("It has no zero") {
        faults.push(format!("“{text}”"));
    }
    let any_turn = !found.turns_within((w.x_min, w.x_max), w.x_min, MANY).items.is_empty();
    if any_turn != text.contains("It turns: ") {
        faults.push(format!("extrema {any_turn}: “{text}”"));
    }
    let zero = inside.iter().any(|s| s.f == 0.0 && is_zero(s.x));
    if zero && text.contains("It has no zero") {
        faults.push(format!("zero somewhere: “{text}”"));
    }
}

pub fn fixed_points(state: &State, found: &Properties, faults: &mut Vec<String>) {
    let fixed = &found.fixed_points;
    for x in &fixed.points {
        let at = Sample::at(state, *x);
        // The neighbours of x may be mapped further apart than x is from its image.
        let steepest = found.steepest.1.abs().max(found.flattest.1.abs()).min(1e300);
        let rounding = 64.0 * f64::EPSILON * x.abs() * steepest.max(1.0);
        if (at.f - x).abs() > at.noise + rounding {
            faults.push(format!("f({x:e}) = {:e} is not fixed", at.f));
        }
    }
    if fixed.more || fixed.period.is_some() {
        return;
    }
    for pair in state.everywhere.windows(2) {
        let [a, b] = [pair[0], pair[1]].map(|x| Sample::at(state, x));
        let off = |s: Sample| {
            let gap = s.f - s.x;
            if gap.abs() <= s.noise + 8.0 * f64::EPSILON * s.x.abs() { 0.0 } else { gap }
        };
        if off(a) * off(b) < 0.0 {
            let point = fixed.points.iter().any(|x| a.x <= *x && *x <= b.x);
            let leaps = found.regularity.jumps.iter().any(|j| a.x < j.x && j.x < b.x);
            let level = fixed.intervals.iter().any(|i| i.low.value < b.x && a.x < i.high.value);
            if !point && !leaps && !level {
                faults.push(format!("a fixed point between {:e} and {:e} is missed", a.x, b.x));
            }
        }
    }
}

/// The curve comes to its asymptotes, and to no line where there is none.
pub fn asymptotes(state: &State, faults: &mut Vec<String>) {
    let breaks = state.act.breaks(&state.p);
    let outermost = breaks.iter().fold(state.unit, |far, b| far.max(b.abs()));
    for side in [-1.0, 1.0] {
        let off = |times: f64, (m, c): (f64, f64)| {
            let s = Sample::at(state, side * times * outermost);
            let rounding = s.noise + 8.0 * f64::EPSILON * ((m * s.x).abs() + c.abs());
            ((s.f - m * s.x - c).abs() - rounding).max(0.0)
        };
        match asymptote(state.act, &state.p, side) {
            Some(line) => {
                let far = off(1e4, line);
                // Exponentially near, or like 1/x.
                if far > 1e-3 * off(1.0, line) + 1e-300 {
                    faults.push(format!("{line:?} towards {side}, but {far:e} away"));
                }
            }
            None => {
                let m = state.df(side * f64::INFINITY);
                let c = state.f(side * 1e3 * outermost) - m * (side * 1e3 * outermost);
                let further = off(1e5, (m, c));
                if m.is_finite() && further.is_finite() && further <= 1e-9 * c.abs() {
                    faults.push(format!("no line towards {side}, but {m:e}x + {c:e}"));
                }
            }
        }
    }
}

pub fn bands(state: &State, inside: &[Sample], faults: &mut Vec<String>) {
    let w = &state.window;
    let flats = flat(state.act, &state.p, state.threshold).within((w.x_min, w.x_max), MANY);
    if flats.cut {
        return;
    }
    for s in inside {
        let slack = 1e-12 * state.threshold + s.slope_noise;
        let end = flats.items.partition_point(|b| b.from < s.x);
        // Bands do not overlap.
        let band: Option<&Flat> = flats.items[..end].iter().rev().find(|b| s.x < b.to);
        let low = s.df.abs() < state.threshold - slack;
        let steep = s.df.abs() > state.threshold + slack;
        match band {
            None if low => {
                let edge = flats.items.iter().any(|b| b.from == s.x || b.to == s.x);
                if !edge {
                    faults.push(format!("f′({:e}) = {:e} is in no band", s.x, s.df));
                    return;
                }
            }
            Some(band) if steep || (band.hard && s.df != 0.0) => {
                faults.push(format!("f′({:e}) = {:e} in {band:?}", s.x, s.df));
                return;
            }
            _ => {}
        }
    }
}
