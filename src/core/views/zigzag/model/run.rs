//! One run of gradient descent: its steps and its statistics.

use super::moments::Moments;
use super::quadratic::Quadratic;
use super::setup::{MAX_SAMPLES, Setup};
use super::sign::one_signed;
use crate::demo::rng::Rng;

/// The number of steps after which a run that has not ended gives up.
pub const LIMIT: usize = 10_000;
/// The factor of its distance from the optimum at the start at which a run has diverged.
const ASTRAY: f64 = 100.0;
/// The random stream of the first pass over the data set; the others follow.
const PASSES: u32 = 16;

/// The status of a run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Not at its end.
    Running,
    /// Within the tolerance of the optimum.
    Converged,
    /// 100 times as far from the optimum as at the start, or with inputs or weights that are not
    /// finite.
    Diverged,
    /// Stopped after [`LIMIT`] steps.
    GaveUp,
}

/// The state of a run after some number of steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct State {
    /// The weights.
    pub weights: [f64; 2],
    /// The bias; 0 in a neuron without.
    pub bias: f64,
    /// The step that led here: of the weights, and of the bias.
    pub step: [f64; 3],
    /// The gradient that led here, averaged over its batch: ∂L/∂w₁, ∂L/∂w₂, ∂L/∂b. Zeros at the
    /// start; the last 0 in a neuron without bias.
    pub gradient: [f64; 3],
    /// The loss over the whole data set.
    pub loss: f64,
    /// The length of the weights' path so far.
    pub path: f64,
    /// The number of steps so far with weight gradients of one sign (0 agrees with either).
    pub one_sign: usize,
}

/// The quadrants a step of the weights may go into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quadrants(pub [bool; 4]);

impl Quadrants {
    /// The signs of a step into each: up-right, up-left, down-left, down-right.
    pub const SIGNS: [[f64; 2]; 4] = [[1.0, 1.0], [-1.0, 1.0], [-1.0, -1.0], [1.0, -1.0]];
    /// Every direction.
    pub const ALL: Self = Self([true; 4]);
}

/// A run: its data, the states it has been in, and the gradient of its next step.
#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    setup: Setup,
    inputs: Vec<[f64; 2]>,
    moments: Moments,
    optimum: [f64; 2],
    states: Vec<State>,
    status: Status,
    /// The order of the samples in one pass, and the number of that pass.
    order: (Vec<u32>, Option<u32>),
    next: [f64; 3],
}

impl Run {
    /// A run at its start. Sizes out of range are brought into it.
    #[must_use]
    pub fn new(mut setup: Setup) -> Self {
        setup.samples = setup.samples.clamp(1, MAX_SAMPLES);
        setup.batch = setup.batch.clamp(1, setup.samples);
        let inputs = inputs(&setup);
        let moments = Moments::of(&inputs);
        let optimum = moments.surface(setup.target, if setup.bias { 0.0 } else { -setup.offset });
        let start = State {
            weights: setup.start,
            bias: 0.0,
            step: [0.0; 3],
            gradient: [0.0; 3],
            loss: 0.0,
            path: 0.0,
            one_sign: 0,
        };
        let mut run = Self {
            setup,
            inputs,
            moments,
            optimum: optimum.centre,
            states: vec![start],
            status: Status::Running,
            order: (Vec::new(), None),
            next: [0.0; 3],
        };
        run.states[0].loss = run.loss(&start);
        run.arrive();
        run
    }

    /// The same run at its start, at another rate.
    #[must_use]
    pub fn at_rate(&self, rate: f64) -> Self {
        let mut run = Self {
            setup: Setup { rate, ..self.setup.clone() },
            inputs: self.inputs.clone(),
            states: vec![self.states[0]],
            order: self.order.clone(),
            ..*self
        };
        run.arrive();
        run
    }

    /// Takes one step, unless the run has come to its end, and returns its status.
    pub fn step(&mut self) -> Status {
        if self.status != Status::Running {
            return self.status;
        }
        let Setup { rate, momentum, .. } = self.setup;
        let mut state = *self.state();
        state.gradient = self.next;
        for (step, gradient) in state.step.iter_mut().zip(self.next) {
            *step = momentum * *step - rate * gradient;
        }
        let [dx, dy, db] = state.step;
        state.weights = [state.weights[0] + dx, state.weights[1] + dy];
        state.bias += db;
        state.path += libm::hypot(dx, dy);
        state.one_sign += usize::from(one_signed(&self.next[..2]));
        state.loss = self.loss(&state);
        self.states.push(state);
        self.arrive();
        self.status
    }

    /// Takes the last step back; true if there was one.
    pub fn step_back(&mut self) -> bool {
        let back = self.states.len() > 1;
        if back {
            self.states.pop();
            self.arrive();
        }
        back
    }

    /// Goes back to the start.
    pub fn reset(&mut self) {
        self.states.truncate(1);
        self.arrive();
    }

    /// Steps until the run ends or has taken `steps` in all.
    pub fn run_to(&mut self, steps: usize) -> Status {
        while self.steps() < steps && self.status == Status::Running {
            self.step();
        }
        self.status
    }

    /// The setup of the run.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }

    /// The data set: x = f(z), centred if the setup says so.
    #[must_use]
    pub fn inputs(&self) -> &[[f64; 2]] {
        &self.inputs
    }

    /// The status of the run.
    #[must_use]
    pub const fn status(&self) -> Status {
        self.status
    }

    /// The number of steps taken.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.states.len() - 1
    }

    /// Every state, the start first.
    #[must_use]
    pub fn states(&self) -> &[State] {
        &self.states
    }

    /// The present state.
    #[must_use]
    pub fn state(&self) -> &State {
        // There always is the start: steps are taken back down to it and no further.
        &self.states[self.states.len() - 1]
    }

    /// The path of the weights as a polyline, the start first.
    #[must_use]
    pub fn path(&self) -> Vec<(f64, f64)> {
        self.states.iter().map(|s| (s.weights[0], s.weights[1])).collect()
    }

    /// The optimum: the target, or, with an offset and no bias, the nearest the weights can come.
    #[must_use]
    pub const fn optimum(&self) -> [f64; 2] {
        self.optimum
    }

    /// The length of the straight line from start to optimum.
    #[must_use]
    pub fn straight(&self) -> f64 {
        between(self.setup.start, self.optimum)
    }

    /// The length of the straight line from the start to the weights.
    #[must_use]
    pub fn displacement(&self) -> f64 {
        between(self.setup.start, self.state().weights)
    }

    /// The distance from the optimum, of the bias too if the neuron has one.
    #[must_use]
    pub fn distance(&self) -> f64 {
        self.distance_of(self.state())
    }

    /// The number of steps until it came within the tolerance; none if it has not.
    #[must_use]
    pub fn steps_to_tolerance(&self) -> Option<usize> {
        (self.status == Status::Converged).then(|| self.steps())
    }

    /// The share of steps whose weight gradients have one sign; none before the first.
    #[must_use]
    pub fn one_sign_share(&self) -> Option<f64> {
        let steps = self.steps();
        (steps > 0).then(|| self.state().one_sign as f64 / steps as f64)
    }

    /// The loss over the data set as a function of the weights, for the present bias.
    #[must_use]
    pub fn surface(&self) -> Quadratic {
        self.moments.surface(self.setup.target, self.state().bias - self.setup.offset)
    }

    /// The learning rate from which on descent with the whole data set diverges: 2(1 + μ) over the
    /// largest curvature of the loss, as a function of the weights and of the bias if there is one.
    /// Descent with fewer samples a step diverges earlier. Infinite where the loss is flat.
    #[must_use]
    pub fn largest_rate(&self) -> f64 {
        2.0 * (1.0 + self.setup.momentum) / self.moments.curvature(self.setup.bias)
    }

    /// The quadrants that a step of plain descent may go into, whatever the errors are.
    ///
    /// For one sample a step those of ±x for the samples of the data set: two if all inputs have
    /// one sign. A sum over more samples with their errors goes anywhere, unless all samples lie
    /// on one line. With momentum this is about what the gradient adds to the step.
    #[must_use]
    pub fn quadrants(&self) -> Quadrants {
        let [a, b, c] = self.moments.second;
        if self.setup.batch > 1 && a * c - b * b > 1e-12 * a * c {
            return Quadrants::ALL;
        }
        let mut open = Quadrants([false; 4]);
        for x in &self.inputs {
            for (open, signs) in open.0.iter_mut().zip(Quadrants::SIGNS) {
                let along = (x[0] * signs[0], x[1] * signs[1]);
                *open |= (along.0 > 0.0 && along.1 > 0.0) || (along.0 < 0.0 && along.1 < 0.0);
            }
        }
        open
    }

    /// Settles the status of the run and the gradient of its next step.
    fn arrive(&mut self) {
        let state = *self.state();
        let distance = self.distance_of(&state);
        let start = self.distance_of(&self.states[0]);
        // Inputs that are not finite, or too large to be squared, show in their moments.
        let finite = self.moments.second.iter().chain([&distance]).all(|x| x.is_finite());
        self.status = if !finite || distance > ASTRAY * start {
            Status::Diverged
        } else if distance <= self.setup.tolerance * start {
            Status::Converged
        } else if self.steps() >= LIMIT {
            Status::GaveUp
        } else {
            Status::Running
        };
        self.next = self.batch_gradient(&state);
    }

    /// The gradient over the batch that the next step sees.
    fn batch_gradient(&mut self, state: &State) -> [f64; 3] {
        let (size, batch) = (self.inputs.len(), self.setup.batch);
        let mut sum = [0.0; 3];
        for place in self.steps() * batch..(self.steps() + 1) * batch {
            let x = self.sample(place / size, place % size);
            let error = self.error(state, x);
            sum = [sum[0] + error * x[0], sum[1] + error * x[1], sum[2] + error];
        }
        let mut gradient = sum.map(|g| g / batch as f64);
        if !self.setup.bias {
            gradient[2] = 0.0;
        }
        gradient
    }

    /// The sample at `place` of a pass over the data set; each pass has an order of its own,
    /// which depends on the seed only, so that steps can be taken back and again.
    fn sample(&mut self, pass: usize, place: usize) -> [f64; 2] {
        let pass = pass as u32;
        if self.order.1 != Some(pass) {
            let mut order: Vec<u32> = (0..self.inputs.len() as u32).collect();
            Rng::stream(self.setup.seed, PASSES + pass).shuffle(&mut order);
            self.order = (order, Some(pass));
        }
        self.inputs[self.order.0[place] as usize]
    }

    /// δ = y − t for one sample.
    fn error(&self, state: &State, x: [f64; 2]) -> f64 {
        let Setup { target, offset, .. } = self.setup;
        let output = state.weights[0] * x[0] + state.weights[1] * x[1] + state.bias;
        output - (target[0] * x[0] + target[1] * x[1] + offset)
    }

    fn loss(&self, state: &State) -> f64 {
        self.moments.surface(self.setup.target, state.bias - self.setup.offset).value(state.weights)
    }

    fn distance_of(&self, state: &State) -> f64 {
        let bias = if self.setup.bias { state.bias - self.setup.offset } else { 0.0 };
        libm::hypot(between(state.weights, self.optimum), bias)
    }
}

/// f(z) for the seeded pre-activations, centred if asked for.
fn inputs(setup: &Setup) -> Vec<[f64; 2]> {
    let mut rng = Rng::stream(setup.seed, 1);
    let mut input = || setup.act.f(setup.spread * rng.normal(), &setup.params);
    let mut inputs: Vec<[f64; 2]> = (0..setup.samples).map(|_| [input(), input()]).collect();
    if setup.centred {
        let mean = Moments::of(&inputs).first;
        for x in &mut inputs {
            *x = [x[0] - mean[0], x[1] - mean[1]];
        }
    }
    inputs
}

fn between(a: [f64; 2], b: [f64; 2]) -> f64 {
    libm::hypot(a[0] - b[0], a[1] - b[1])
}
