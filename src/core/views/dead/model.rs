//! A 2-16-16-1 network in training on two spirals, forwards and back, and the lives of its units.

use super::keys::METHODS;
use super::{LR, NOISE, OPT, POINTS};
use crate::activation::{Activation, by_id};
use crate::address::Address;
use crate::demo::animation::Animation;
use crate::key::{SEED, STEPS};
use crate::numeric::Window;
use crate::numeric::lanes::f64x2;
use crate::train::data::{DataSet, Samples, Shape};
use crate::train::layers::Nonlinearity;
use crate::train::run::{End, Run, Score};
use crate::train::setup::{Fault, Setup};
use crate::train::statistics::Census;
use crate::train::sweep::Start;
use crate::train::training::Training;

/// The units of each hidden layer.
pub const UNITS: usize = 16;
/// The epochs after which a run pauses.
pub const EPOCHS: usize = 50;
/// The samples in a step.
const BATCH: usize = 10;
/// The seed of the points: other seeds draw other weights and another order, not other points.
const POINTS_SEED: u32 = 1;
/// A copy of the run is kept each so many steps, from which it goes back.
const EVERY: usize = 100;
/// The plane that the points lie in.
pub const PLANE: Window = Window::new(-1.5, 1.5, -1.5, 1.5);
/// The cells of the output over the plane, across and up.
pub const CELLS: usize = 48;
/// The cells of the small map of a unit, across and up.
pub const SMALL: usize = 16;

/// What is trained on what.
#[derive(Clone, Debug, PartialEq)]
pub struct Setting {
    /// The network, its optimiser and its seed.
    pub setup: Setup,
    /// The points.
    pub data: DataSet,
}

impl Setting {
    /// That of a state.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        let activation = Nonlinearity::trained(state.act, &state.params(state.act));
        let method = METHODS[state.number(&OPT) as usize % METHODS.len()];
        let seed = state.number(&SEED) as u32;
        let points = state.number(&POINTS) as usize;
        let setup = Setup {
            hidden: vec![UNITS; 2],
            method,
            rate: state.number(&LR),
            batch: BATCH,
            ..Setup::new(activation, seed)
        };
        let noise = state.number(&NOISE);
        Self { setup, data: DataSet { noise, ..DataSet::new(Shape::Spirals, points, POINTS_SEED) } }
    }

    /// The steps in an epoch.
    #[must_use]
    pub fn epoch(&self) -> usize {
        self.data.points.div_ceil(BATCH).max(1)
    }

    /// The steps after which a run pauses.
    #[must_use]
    pub fn end(&self) -> usize {
        EPOCHS * self.epoch()
    }
}

/// A run in f64, for tools; the page has the engine's, in f32.
///
/// # Errors
/// Those of [`Run::new`].
pub fn exact(setup: &Setup, train: &Samples, test: &Samples) -> Result<Box<dyn Training>, Fault> {
    Ok(Box::new(Run::<f64x2>::new(setup, train, test)?))
}

/// A run that goes back, with the lives of its units: who was dead at the end of an epoch.
pub struct Model {
    setting: Setting,
    samples: Samples,
    /// The run; none for settings that cannot be trained.
    now: Option<Moment>,
    /// The run at step 0, [`EVERY`] and so on.
    kept: Vec<Moment>,
}

struct Moment {
    run: Box<dyn Training>,
    census: Census,
}

impl Moment {
    fn copy(&self) -> Self {
        Self { run: self.run.copy(), census: self.census.clone() }
    }
}

/// Who is dead, layer by layer.
fn dead(run: &mut dyn Training) -> Vec<bool> {
    run.statistics(0.0).layers.into_iter().flat_map(|layer| layer.dead).collect()
}

impl Model {
    /// A run before its first step.
    #[must_use]
    pub fn new(setting: Setting, start: Start) -> Self {
        let samples = setting.data.train();
        let now = start(&setting.setup, &samples, &Samples::default()).ok();
        let now = now.map(|mut run| Moment { census: Census::new(dead(run.as_mut())), run });
        Self { kept: now.iter().map(Moment::copy).collect(), setting, samples, now }
    }

    /// What is trained on what.
    #[must_use]
    pub const fn setting(&self) -> &Setting {
        &self.setting
    }

    /// Goes back to the last kept moment at or before `steps`; nothing if that is to come.
    pub fn rewind(&mut self, steps: usize) {
        if steps < self.steps() {
            let place = (steps / EVERY).min(self.kept.len().saturating_sub(1));
            self.now = self.kept.get(place).map(Moment::copy);
        }
    }

    /// Up to `most` steps towards `goal`, backwards through a kept moment; whether it is there or
    /// can get no closer.
    pub fn approach(&mut self, goal: usize, most: u32) -> bool {
        self.rewind(goal);
        for _ in 0..most {
            if self.steps() >= goal || !self.goes_on() {
                return true;
            }
            self.step();
        }
        self.steps() >= goal
    }

    /// What there is to see.
    #[must_use]
    pub fn look(&self) -> Look {
        let Some(now) = &self.now else { return Look::default() };
        let Moment { mut run, census } = now.copy();
        let run = run.as_mut();
        let score = run.score();
        let mut layers = run.statistics(0.0).layers.into_iter();
        let mut next = || layers.next().unwrap_or_default();
        let (first, second) = (next(), next());
        let halves = |all: &[bool]| {
            let (a, b) = all.split_at(UNITS.min(all.len()));
            [a.to_vec(), b.to_vec()]
        };
        let parameters = run.parameters();
        let (weights, biases) = (run.layout().weights(0), run.layout().biases(0));
        let lines = parameters[weights].chunks_exact(2).zip(&parameters[biases]);
        let lines = lines.map(|(w, b)| [w[0], w[1], *b]).collect();
        let mut output = vec![0.0; CELLS * CELLS];
        run.predict(&cells(CELLS), &mut output);
        let mut maps = vec![0.0; UNITS * SMALL * SMALL];
        run.predict_layer(1, &cells(SMALL), &mut maps);
        // What a unit adds to the output: its activation by its weight there.
        let out = parameters[run.layout().weights(2)].iter();
        for (map, weight) in maps.chunks_exact_mut(SMALL * SMALL).zip(out) {
            map.iter_mut().for_each(|value| *value *= weight);
        }
        let end = self.setting.end();
        Look {
            steps: run.steps() as usize,
            epochs: run.epochs(),
            over: run.steps() as usize >= end,
            score,
            diverged: match run.end() {
                Some(End::Diverged { step }) => Some(step as usize),
                _ => None,
            },
            dead: [first.dead, second.dead],
            negative: [first.negative, second.negative],
            born: halves(census.born_dead()),
            revived: halves(census.has_revived()),
            lines,
            output,
            maps,
            points: self.points(),
        }
    }

    /// The points with the sign of their class.
    fn points(&self) -> Vec<[f64; 3]> {
        let Samples { x, y, .. } = &self.samples;
        x.chunks_exact(2).zip(y).map(|(x, y)| [x[0], x[1], *y]).collect()
    }
}

impl Animation for Model {
    fn step(&mut self) -> bool {
        let Some(Moment { run, census }) = &mut self.now else { return false };
        if run.advance(1) == 0 {
            return false;
        }
        let steps = run.steps() as usize;
        if steps.is_multiple_of(self.setting.epoch()) {
            census.update(dead(run.as_mut()));
        }
        if steps == EVERY * self.kept.len() {
            self.kept.extend(self.now.as_ref().map(Moment::copy));
        }
        // It pauses there, and can go on.
        steps != self.setting.end() && self.goes_on()
    }

    fn back(&mut self) {
        let Some(before) = self.steps().checked_sub(1) else { return };
        self.approach(before, EVERY as u32);
    }

    fn reset(&mut self) {
        self.rewind(0);
    }

    fn steps(&self) -> usize {
        self.now.as_ref().map_or(0, |now| now.run.steps() as usize)
    }

    fn goes_on(&self) -> bool {
        let most = STEPS.range().1 as usize;
        self.now.as_ref().is_some_and(|now| now.run.end().is_none()) && self.steps() < most
    }
}

/// The middles of the cells of the plane, so many across and up, in rows from the top.
fn cells(count: usize) -> Samples {
    let step = (PLANE.x_max - PLANE.x_min) / count as f64;
    let mut x = Vec::with_capacity(2 * count * count);
    for row in 0..count {
        for column in 0..count {
            x.push(PLANE.x_min + step * (column as f64 + 0.5));
            x.push(PLANE.y_max - step * (row as f64 + 0.5));
        }
    }
    Samples { inputs: 2, x, y: vec![0.0; count * count] }
}

/// What there is to see of a run.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    /// The steps taken.
    pub steps: usize,
    /// The epochs gone through.
    pub epochs: f64,
    /// Whether it has gone through [`EPOCHS`].
    pub over: bool,
    /// The loss on all points and the share that is right.
    pub score: Score,
    /// The steps before it diverged, if it did.
    pub diverged: Option<usize>,
    /// Of each unit of both hidden layers whether it is dead: f′(z) = 0 at every point.
    pub dead: [Vec<bool>; 2],
    /// Whether z ≤ 0 at every point, which is no death where the slope there is not 0.
    pub negative: [Vec<bool>; 2],
    /// Whether it was dead before the first step.
    pub born: [Vec<bool>; 2],
    /// Whether it was dead at the end of an epoch and alive at that of a later one.
    pub revived: [Vec<bool>; 2],
    /// Both weights and the bias of each unit of the first layer.
    pub lines: Vec<[f64; 3]>,
    /// The probability of the class +1 in [`CELLS`] by [`CELLS`] cells of [`PLANE`], in rows from the
    /// top.
    pub output: Vec<f64>,
    /// Of each unit of the second layer what it adds to the output, in [`SMALL`] by [`SMALL`] cells.
    pub maps: Vec<f64>,
    /// The points, each with the sign of its class.
    pub points: Vec<[f64; 3]>,
}

impl Default for Look {
    fn default() -> Self {
        let none = || [Vec::new(), Vec::new()];
        Self {
            steps: 0,
            epochs: 0.0,
            over: false,
            score: Score { loss: f64::NAN, accuracy: f64::NAN },
            diverged: None,
            dead: none(),
            negative: none(),
            born: none(),
            revived: none(),
            lines: Vec::new(),
            output: Vec::new(),
            maps: Vec::new(),
            points: Vec::new(),
        }
    }
}

/// The number of flags that are set.
#[must_use]
pub fn count(flags: &[bool]) -> usize {
    flags.iter().filter(|flag| **flag).count()
}

/// The number of flags that are set in both layers.
#[must_use]
pub fn both(flags: &[Vec<bool>; 2]) -> usize {
    count(&flags[0]) + count(&flags[1])
}

impl Look {
    /// The number of units that are dead and were not so at first.
    #[must_use]
    pub fn died(&self) -> usize {
        let pairs = self.dead.iter().flatten().zip(self.born.iter().flatten());
        pairs.filter(|(dead, born)| **dead && !**born).count()
    }
}

/// A run to look at: a function, a rate and an optimiser.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Preset {
    /// The name in the page.
    pub id: &'static str,
    /// The function.
    act: &'static str,
    /// The learning rate.
    rate: f64,
    /// The place of the optimiser among the words of [`OPT`].
    opt: usize,
}

impl Preset {
    /// All of them, in the order of the story.
    pub const ALL: [Self; 4] = [
        Self { id: "calm", act: "relu", rate: 0.1, opt: 0 },
        Self { id: "cliff", act: "relu", rate: 1.0, opt: 0 },
        Self { id: "leaky", act: "leaky_relu", rate: 1.0, opt: 0 },
        Self { id: "adam", act: "relu", rate: 0.03, opt: 2 },
    ];

    /// The function.
    fn function(&self) -> Option<&'static Activation> {
        by_id(self.act)
    }

    /// Whether a state is the preset's.
    #[must_use]
    pub fn is(&self, state: &Address) -> bool {
        let own =
            |act: &'static Activation| state.act == act && state.params(act) == act.defaults();
        self.function().is_some_and(own)
            && state.number(&LR) == self.rate
            && state.number(&OPT) as usize == self.opt
    }

    /// Sets its function, rate and optimiser, before the first step; everything else stays.
    pub fn apply(&self, state: &mut Address) {
        if let Some(act) = self.function() {
            state.act = act;
            state.set_params(act, act.defaults());
        }
        state.set_number(&LR, self.rate);
        state.set_number(&OPT, self.opt as f64);
        state.set_number(&STEPS, 0.0);
    }
}
