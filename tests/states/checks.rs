//! The checks of a state: its values, slopes and shape.

use super::places::{asymptotes, bands, fixed_points, places};
use super::sample::Sample;
use super::state::State;
use activation_explorer::properties::{
    Class, Monotone, Parity, Properties, Range, Saturation, properties,
};

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
