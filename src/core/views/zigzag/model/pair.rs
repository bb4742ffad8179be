//! Two runs side by side, stepped together: one from the chosen function, one to compare it with.

use super::super::keys::{BATCH, BEST, BIAS, CENTRE, CENTRE_CMP, LR, MOMENTUM, OPTIMUM, START};
use super::{Run, Setup, Status, tuned};
use crate::address::Address;
use crate::demo::animation::Animation;
use crate::key::{SEED, STEPS};
use std::sync::Arc;

/// Two runs. Each is shared with its drawing, and copied only if it steps meanwhile.
#[derive(Clone, Debug, PartialEq)]
pub struct Pair {
    /// The chosen function's, and the other's.
    pub runs: [Arc<Run>; 2],
}

impl Pair {
    /// Both runs after `steps` steps, or at their end if that comes before; at their best rates if
    /// they are to be tuned.
    #[must_use]
    pub fn new(setups: [Setup; 2], steps: usize) -> Self {
        let run = |setup| {
            let mut run = Run::new(tuned(setup));
            run.run_to(steps);
            Arc::new(run)
        };
        Self { runs: setups.map(run) }
    }

    /// The setups of a state.
    #[must_use]
    pub fn setups(state: &Address) -> [Setup; 2] {
        let point = |key| <[f64; 2]>::try_from(state.list(key)).unwrap_or_default();
        let setup = |act, centred| Setup {
            params: state.params(act),
            batch: state.number(&BATCH) as usize,
            rate: state.number(&LR),
            momentum: state.number(&MOMENTUM),
            tuned: state.on(&BEST),
            centred,
            bias: state.on(&BIAS),
            seed: state.number(&SEED) as u32,
            start: point(&START),
            target: point(&OPTIMUM),
            ..Setup::of(act)
        };
        let both = state.on(&CENTRE);
        [setup(state.act, both), setup(state.second(), both || state.on(&CENTRE_CMP))]
    }

    /// The runs of a state, after its steps.
    #[must_use]
    pub fn of(state: &Address) -> Self {
        Self::new(Self::setups(state), state.number(&STEPS) as usize)
    }
}

impl Animation for Pair {
    fn step(&mut self) -> bool {
        for run in &mut self.runs {
            if run.status() == Status::Running {
                Arc::make_mut(run).step();
            }
        }
        self.goes_on()
    }

    fn back(&mut self) {
        // A run that ended earlier waits until the other is back where it ended.
        let most = self.steps();
        for run in self.runs.iter_mut().filter(|run| run.steps() == most) {
            Arc::make_mut(run).step_back();
        }
    }

    fn reset(&mut self) {
        for run in &mut self.runs {
            Arc::make_mut(run).reset();
        }
    }

    fn steps(&self) -> usize {
        self.runs.iter().map(|run| run.steps()).max().unwrap_or_default()
    }

    fn goes_on(&self) -> bool {
        self.runs.iter().any(|run| run.status() == Status::Running)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(query: &str) -> Pair {
        Pair::of(&crate::views::parse(query).0)
    }

    fn steps(pair: &Pair) -> [usize; 2] {
        [0, 1].map(|index| pair.runs[index].steps())
    }

    #[test]
    fn both_step_until_both_have_ended() {
        let mut pair = pair("view=zigzag");
        let mut count = 0;
        while pair.step() {
            count += 1;
            assert_eq!(pair.steps(), count);
        }
        let [sigmoid, tanh] = steps(&pair);
        assert!(tanh < sigmoid && sigmoid == count + 1, "{tanh} {sigmoid} {count}");
        assert!(!pair.goes_on() && !pair.step());
        assert_eq!(steps(&pair), [sigmoid, tanh], "what has ended stays");
    }

    #[test]
    fn a_run_that_ended_earlier_waits_on_the_way_back() {
        let mut pair = pair("view=zigzag&steps=10000");
        let [long, short] = steps(&pair);
        for left in (short..long).rev() {
            pair.back();
            assert_eq!(steps(&pair), [left, short]);
        }
        pair.back();
        assert_eq!(steps(&pair), [short - 1; 2]);
    }

    #[test]
    fn back_undoes_a_step_and_reset_all_of_them() {
        let (start, two) = (pair("view=zigzag"), pair("view=zigzag&steps=2"));
        let mut now = two.clone();
        now.step();
        assert_ne!(now, two);
        now.back();
        assert_eq!(steps(&now), [2, 2]);
        assert_eq!(now.runs[0].states(), two.runs[0].states());
        now.reset();
        assert_eq!((now.steps(), now.goes_on()), (0, true));
        assert_eq!(now.runs[1].states(), start.runs[1].states());
        now.back();
        assert_eq!(now.steps(), 0);
    }

    #[test]
    fn the_state_decides_both_runs() {
        let pair =
            pair("view=zigzag&fn=elu&cmp=relu&lr=0.2&batch=8&centre=1&bias=1&seed=3&steps=4");
        for (run, id) in pair.runs.iter().zip(["elu", "relu"]) {
            let setup = run.setup();
            assert_eq!((setup.act.id, setup.rate, setup.batch, setup.seed), (id, 0.2, 8, 3));
            assert!(setup.centred && setup.bias && run.steps() == 4);
        }
    }

    #[test]
    fn the_control_is_centred_alone_and_each_takes_its_best_rate() {
        let one = pair("view=zigzag&cmp=sigmoid&centre_cmp=1&batch=64");
        let best = pair("view=zigzag&cmp=sigmoid&centre_cmp=1&batch=64&best=1");
        for pair in [&one, &best] {
            let [plain, control] = [0, 1].map(|index| pair.runs[index].setup());
            assert!(plain.act == control.act && !plain.centred && control.centred);
        }
        assert!(one.runs.iter().all(|run| run.setup().rate == 0.6));
        let rates = [0, 1].map(|index| best.runs[index].setup().rate);
        assert!(rates[0] < best.runs[0].largest_rate() && rates[1] > 5.0 * rates[0], "{rates:?}");
        let both = pair("view=zigzag&centre=1&centre_cmp=1");
        assert!(both.runs.iter().all(|run| run.setup().centred));
    }
}
