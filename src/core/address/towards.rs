//! States on the way from one to another of the same view: numbers move, everything else changes at
//! the end.

use super::{Address, Edges};
use crate::numeric::Window;

impl Address {
    /// The state at `place` on the way to another, from 0 to 1: its own numbers and lists, the
    /// parameters of its functions, the probe and the window lie between; all else is that of `to`.
    #[must_use]
    pub fn towards(&self, to: &Self, place: f64) -> Self {
        let mut state = to.clone();
        if place >= 1.0 {
            return state;
        }
        let between = |a: f64, b: f64| a + (b - a) * place;
        let all = |a: &[f64], b: &[f64]| -> Option<Vec<f64>> {
            (a.len() == b.len()).then(|| a.iter().zip(b).map(|(a, b)| between(*a, *b)).collect())
        };
        for key in to.view.keys {
            if let Some(values) = all(&self.list(key), &to.list(key)) {
                state.set_list(key, values);
            }
        }
        for act in [to.act].into_iter().chain(to.beside()) {
            if let Some(values) = all(&self.params(act), &to.params(act)) {
                state.set_params(act, values);
            }
        }
        if let (Some(a), Some(b)) = (self.x, to.x) {
            state.x = Some(between(a, b));
        }
        let (a, b) = (self.window(), to.window());
        if a != b {
            let [x_min, x_max, y_min, y_max] =
                [(a.x_min, b.x_min), (a.x_max, b.x_max), (a.y_min, b.y_min), (a.y_max, b.y_max)]
                    .map(|(a, b)| between(a, b));
            state.edges = Edges::of(Window::new(x_min, x_max, y_min, y_max));
        }
        state
    }
}

#[cfg(test)]
mod tests {
    use crate::views::parse;

    #[test]
    fn numbers_lie_between_and_whole_ones_stay_whole() {
        let state = |query: &str| parse(query).0;
        for (from, to, place, wanted) in [
            ("view=neuron&b=-2", "view=neuron&b=2", 0.25, "view=neuron&b=-1"),
            ("view=zigzag&steps=0", "view=zigzag&steps=10", 0.33, "view=zigzag&steps=3"),
            ("view=softmax&z=0,0,0", "view=softmax&z=2,-1,4", 0.5, "view=softmax&z=1,-0.5,2"),
            // Lists of different lengths have nothing between them.
            ("view=softmax&z=0,0", "view=softmax&z=2,-1,4", 0.5, "view=softmax&z=2,-1,4"),
            (
                "view=function&fn=elu&alpha=1&x=-2",
                "view=function&fn=elu&alpha=3&x=2&deriv=0",
                0.5,
                "view=function&fn=elu&alpha=2&x=0&deriv=0",
            ),
            (
                "view=kink&xmin=-1&xmax=1&ymin=-1&ymax=1",
                "view=kink&xmin=-3&xmax=5&ymin=-2&ymax=2",
                0.5,
                "view=kink&xmin=-2&xmax=3&ymin=-1.5&ymax=1.5",
            ),
        ] {
            assert_eq!(state(from).towards(&state(to), place).query(), wanted);
        }
    }
}
