//! A random state: a function, its parameters, a window and a threshold.

use activation_explorer::activation::{ALL, Activation, Param, Window, second, structure};
use activation_explorer::demo::rng::Rng;
use std::fmt;

/// The number of samples in the window.
const SAMPLES: u32 = 300;

/// A state of the function view.
pub struct State {
    pub act: &'static Activation,
    pub p: Vec<f64>,
    pub window: Window,
    pub threshold: f64,
    /// f″.
    pub d2f: fn(f64, &[f64]) -> f64,
    /// The length over which the function changes.
    pub unit: f64,
    /// Points in the window, in increasing order, none of them a break.
    pub inside: Vec<f64>,
    /// Points all over the line at every distance from 0 and from the breaks.
    pub everywhere: Vec<f64>,
}

impl State {
    /// The state of this number: always the same.
    pub fn random(number: u32) -> Self {
        let mut rng = Rng::stream(number, 19);
        let act = ALL[rng.below(ALL.len() as u32) as usize];
        let mut p: Vec<f64> = act.params.iter().map(|param| value(&mut rng, param)).collect();
        (act.agree)(&mut p);
        let breaks = act.breaks(&p);
        let width = power(&mut rng, -6.0, 6.0);
        // Near 0, near a break, or anywhere.
        let centre = match rng.below(3) {
            0 => width * (rng.uniform() - 0.5),
            1 if !breaks.is_empty() => {
                breaks[rng.below(breaks.len() as u32) as usize] + width * (rng.uniform() - 0.5)
            }
            _ => signed(&mut rng, -3.0, 6.0),
        };
        let window = Window::new(centre - 0.5 * width, centre + 0.5 * width, -1.0, 1.0);
        let threshold = power(&mut rng, -6.0, 0.3);
        let unit = structure(act, &p).unit;
        let mut inside: Vec<f64> = (0..SAMPLES)
            .map(|i| {
                let place = (f64::from(i) + rng.uniform()) / f64::from(SAMPLES);
                window.x_min + width * place
            })
            .collect();
        let mut everywhere = Vec::new();
        for seam in breaks.iter().copied().chain([0.0]) {
            everywhere.extend([0.5, 1.5, 3.0, -0.5, -2.0].map(|times| times * seam));
            // A jump is at a parameter, exactly; where a kink is, is rounded.
            if structure(act, &p).jumps.contains(&seam) {
                everywhere.extend([seam.next_down(), seam.next_up()]);
            }
            for exponent in -12..=12 {
                for scale in [unit, 1.0] {
                    let distance = scale * 10f64.powf(0.5 * f64::from(exponent)) * rng.uniform();
                    everywhere.extend([seam - distance, seam + distance]);
                }
            }
        }
        everywhere.extend((0..100).map(|_| unit * 40.0 * (rng.uniform() - 0.5)));
        // A kink computed from parameters is only as exact as they are.
        let jumps = structure(act, &p).jumps;
        let apart = |x: f64, b: f64| {
            if jumps.contains(&b) { x != b } else { (x - b).abs() > 1e-14 * (x.abs() + b.abs()) }
        };
        let proper = |x: &f64| x.is_finite() && breaks.iter().all(|b| apart(*x, *b));
        everywhere.retain(proper);
        everywhere.sort_by(f64::total_cmp);
        everywhere.dedup();
        let seen = |x: &f64| window.x_min <= *x && *x <= window.x_max;
        inside.extend(everywhere.iter().filter(|x| seen(x)));
        inside.retain(|x| proper(x) && seen(x));
        inside.sort_by(f64::total_cmp);
        inside.dedup();
        Self { d2f: second(act), unit, act, p, window, threshold, inside, everywhere }
    }

    pub fn f(&self, x: f64) -> f64 {
        self.act.f(x, &self.p)
    }

    pub fn df(&self, x: f64) -> f64 {
        self.act.df(x, &self.p)
    }
}

impl fmt::Display for State {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (w, e) = (&self.window, self.threshold);
        write!(out, "{} {:?} on [{:e}, {:e}], ε = {e:e}", self.act.id, self.p, w.x_min, w.x_max)
    }
}

/// A value of a parameter: on its slider, of any size, or special.
fn value(rng: &mut Rng, param: &Param) -> f64 {
    let (low, high) = param.slider;
    let drawn = match rng.below(10) {
        0..3 => low + (high - low) * rng.uniform(),
        3..8 => signed(rng, -6.0, 6.0),
        _ => {
            let special =
                [0.0, 1.0, -1.0, 0.5, low, high, param.default, 1e-9, -1e-9, 1e9, -1e9, 1e15];
            special[rng.below(special.len() as u32) as usize]
        }
    };
    param.clamp(drawn)
}

fn power(rng: &mut Rng, from: f64, to: f64) -> f64 {
    10f64.powf(from + (to - from) * rng.uniform())
}

fn signed(rng: &mut Rng, from: f64, to: f64) -> f64 {
    let sign = if rng.below(2) == 0 { 1.0 } else { -1.0 };
    sign * power(rng, from, to)
}
