//! The checks of a state.

use super::state::State;
use activation_explorer::lang::Lang;
use activation_explorer::properties::{
    Class, Flat, Landmark, LandmarkKind, Monotone, Parity, Properties, Range, Saturation,
    asymptote, flat, landmarks, properties,
};
use activation_explorer::words::paragraph;
use activation_explorer::words::plots::words;

/// More landmarks, or bands, than this in a window are not looked at one by one.
const MANY: usize = 500;

/// What of the state's properties its samples contradict.
pub fn faults(state: &State) -> Vec<String> {
    let found = properties(state.act, &state.p);
    let mut faults = Vec::new();
    let all: Vec<Sample> =
        state.everywhere.iter().chain(&state.inside).map(|x| Sample::at(state, *x)).collect();
    let inside: Vec<Sample> = state.inside.iter().map(|x| Sample::at(state, *x)).collect();
    values(&found, &all, &mut faults);
    slopes(&found, &all, &mut faults);
    monotone(state, &found, &mut faults);
    parity(state, &found, &mut faults);
    saturation(state, &found, &all, &mut faults);
    regularity(state, &found, &inside, &mut faults);
    places(state, &found, &inside, &mut faults);
    fixed_points(state, &found, &mut faults);
    asymptotes(state, &mut faults);
    bands(state, &inside, &mut faults);
    faults.truncate(3);
    faults
}

/// A point of the curve with the rounding its value and slope may have.
#[derive(Clone, Copy)]
struct Sample {
    x: f64,
    f: f64,
    df: f64,
    noise: f64,
    slope_noise: f64,
}

impl Sample {
    fn at(state: &State, x: f64) -> Self {
        let (f, df) = state.act.eval(x, &state.p);
        let d2f = (state.d2f)(x, &state.p);
        // Of x itself, of terms that cancel, and of the last digits.
        let ulp = x.abs() * f64::EPSILON;
        let largest = state.p.iter().fold(1.0f64, |most, p| most.max(p.abs()));
        let noise = 8.0 * (ulp * df.abs() + f64::EPSILON * f.abs()) + 1e-300;
        let noise = if state.act.params.is_empty() {
            noise
        } else {
            noise + 4.0 * f64::EPSILON * f.abs().min(largest)
        };
        let slope_noise = 8.0 * (ulp * d2f.abs() + f64::EPSILON * df.abs()) + 1e-300;
        Self { x, f, df, noise, slope_noise }
    }

    /// The sign of f′, 0 where rounding or underflow may hide it.
    fn slope(&self) -> i8 {
        if self.df.abs() <= self.slope_noise {
            0
        } else if self.df > 0.0 {
            1
        } else {
            -1
        }
    }

    /// The sign of f.
    fn sign(&self) -> i8 {
        if self.f.abs() <= self.noise {
            0
        } else if self.f > 0.0 {
            1
        } else {
            -1
        }
    }
}

fn values(found: &Properties, all: &[Sample], faults: &mut Vec<String>) {
    for s in all {
        let inside = |r: &Range| r.low.value - s.noise <= s.f && s.f <= r.high.value + s.noise;
        if s.f.is_finite() && !found.range.iter().any(inside) {
            faults.push(format!("f({:e}) = {:e} is not in {:?}", s.x, s.f, found.range));
            return;
        }
    }
}

fn slopes(found: &Properties, all: &[Sample], faults: &mut Vec<String>) {
    let (low, high) = (found.flattest.1, found.steepest.1);
    for s in all {
        let slack = s.slope_noise + 1e-14 * low.abs().max(high.abs()).min(1e300);
        if s.df < low - slack || s.df > high + slack {
            faults.push(format!("f′({:e}) = {:e} is not in [{low:e}, {high:e}]", s.x, s.df));
            return;
        }
    }
    // Nor is there much room: a sample comes near both, or its limit does.
    if found.lipschitz < low.abs().max(high.abs()) {
        faults.push(format!("Lipschitz {:e} below a slope", found.lipschitz));
    }
}

fn monotone(state: &State, found: &Properties, faults: &mut Vec<String>) {
    let values: Vec<Sample> = state.everywhere.iter().map(|x| Sample::at(state, *x)).collect();
    let (mut up, mut down) = (false, false);
    for pair in values.windows(2) {
        let step = pair[1].f - pair[0].f;
        let noise = pair[0].noise + pair[1].noise;
        up |= step > noise || pair[0].slope() > 0;
        down |= step < -noise || pair[0].slope() < 0;
    }
    let right = match found.monotone {
        Monotone::Increasing => up && !down,
        Monotone::Decreasing => down && !up,
        Monotone::NonDecreasing => !down,
        Monotone::NonIncreasing => !up,
        Monotone::Constant => !up && !down,
        Monotone::No => up && down,
    };
    if !right {
        faults.push(format!("{:?}, but up {up}, down {down}", found.monotone));
    }
    // Strict or not: whether f′ is 0 on a whole neighbourhood that is not merely far out.
    let level = values
        .windows(3)
        .any(|w| w.iter().all(|s| s.df == 0.0 && s.f == w[0].f && s.f.abs() > 1e-290));
    let near = values.iter().all(|s| s.x.abs() < 1e290);
    if near && level && matches!(found.monotone, Monotone::Increasing | Monotone::Decreasing) {
        // A value that only rounds to its limit is level as well.
        let limits = [f64::NEG_INFINITY, f64::INFINITY].map(|x| state.f(x));
        let hard = values.windows(3).any(|w| {
            w.iter().all(|s| s.df == 0.0 && limits.iter().all(|y| s.f != *y)) && w[0].f == w[2].f
        });
        if hard {
            faults.push(format!("{:?}, but level somewhere", found.monotone));
        }
    }
}

fn parity(state: &State, found: &Properties, faults: &mut Vec<String>) {
    let breaks = state.act.breaks(&state.p);
    let (mut odd, mut even) = (true, true);
    for x in &state.everywhere {
        if breaks.contains(&-x) {
            continue;
        }
        let (here, there) = (state.f(*x), state.f(-x));
        odd &= here == -there;
        even &= here == there;
    }
    let right = match found.parity {
        Parity::Odd => odd,
        Parity::Even => even,
        Parity::Both => odd && even,
        Parity::Neither => !odd && !even,
    };
    if !right {
        faults.push(format!("{:?}, but odd {odd}, even {even}", found.parity));
    }
}

fn saturation(state: &State, found: &Properties, all: &[Sample], faults: &mut Vec<String>) {
    for (class, side) in [(found.left, -1.0), (found.right, 1.0)] {
        let limit = state.df(side * f64::INFINITY);
        let beyond = |edge: f64| all.iter().filter(move |s| side * s.x > side * edge);
        let right = match class {
            Saturation::None => limit != 0.0,
            Saturation::Soft(_) => {
                limit == 0.0 && {
                    // It is not 0 from some point on, but where it underflows.
                    let far = side * 1e3 * state.unit;
                    all.iter().any(|s| s.df != 0.0 && side * s.x > 0.0)
                        && state.df(far).abs() <= state.df(0.3 * far).abs()
                }
            }
            Saturation::Hard(edge) => {
                let breaks = state.act.breaks(&state.p);
                let further = breaks.iter().copied().filter(|b| side * b < side * edge);
                let next =
                    further.map(|b| (b - edge).abs()).fold(1e-6 * edge.abs().max(1.0), f64::min);
                let inner = edge - side * 0.5 * next;
                let ends = state.df(inner) != 0.0
                    || found.regularity.jumps.iter().any(|j| j.x == edge)
                    || found.monotone == Monotone::Constant;
                ends && beyond(edge).all(|s| s.df == 0.0)
            }
        };
        if !right {
            faults.push(format!("{class:?} towards {side}, but f′ → {limit:e}"));
        }
    }
}

fn regularity(state: &State, found: &Properties, inside: &[Sample], faults: &mut Vec<String>) {
    let r = &found.regularity;
    for jump in &r.jumps {
        if jump.left == jump.right {
            faults.push(format!("no jump at {:e}", jump.x));
        }
    }
    for kink in &r.kinks {
        if kink.left == kink.right {
            faults.push(format!("no kink at {:e}", kink.x));
        }
    }
    // Between samples without a jump the curve is no steeper than its slopes.
    let steepest = found.steepest.1.abs().max(found.flattest.1.abs());
    for pair in inside.windows(2) {
        let [a, b] = [pair[0], pair[1]];
        if r.jumps.iter().any(|j| a.x <= j.x && j.x <= b.x) || steepest.is_infinite() {
            continue;
        }
        let noise = a.noise + b.noise + steepest * f64::EPSILON * 4.0 * a.x.abs().max(b.x.abs());
        if (b.f - a.f).abs() > steepest * (b.x - a.x) * (1.0 + 1e-12) + noise {
            faults.push(format!("f leaps between {:e} and {:e}", a.x, b.x));
            break;
        }
    }
    let d2f = |x: f64| (state.d2f)(x, &state.p);
    let unit = state.unit;
    let (left, right) = (d2f(-1e-9 * unit), d2f(1e-9 * unit));
    let scale = [-0.1, 0.1].map(|x| d2f(x * unit).abs());
    let bends = (left - right).abs() > 1e-3 * scale[0].max(scale[1]);
    let smooth_at_0 = !state.act.breaks(&state.p).contains(&0.0);
    match r.class {
        Class::Smooth if bends => faults.push(format!("C∞, but f″(0) = {left:e} | {right:e}")),
        Class::C1 if smooth_at_0 && !bends => faults.push("C¹, but f″ is continuous".into()),
        _ => {}
    }
}

/// Extrema, zeros, and the words about them.
fn places(state: &State, found: &Properties, inside: &[Sample], faults: &mut Vec<String>) {
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

fn fixed_points(state: &State, found: &Properties, faults: &mut Vec<String>) {
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
fn asymptotes(state: &State, faults: &mut Vec<String>) {
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

fn bands(state: &State, inside: &[Sample], faults: &mut Vec<String>) {
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
