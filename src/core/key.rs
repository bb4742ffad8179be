//! Keys of the address that belong to views: numbers, switches, lists and words, each with its range
//! and the value it starts from; those that several demonstrations share stand here.

use crate::numeric::elementary::within;
use crate::numeric::format::shortest;

/// A number, a switch, a list of numbers or a word in the address.
#[derive(Clone, Copy, Debug)]
pub struct Key {
    /// The key's name.
    pub name: &'static str,
    /// Its range and start value.
    pub kind: Kind,
}

/// The kinds of keys.
#[derive(Clone, Copy, Debug)]
pub enum Kind {
    /// One number.
    Number {
        /// The smallest value.
        low: f64,
        /// The largest value.
        high: f64,
        /// Whether only whole numbers make sense.
        whole: bool,
        /// The value unless the address says otherwise.
        start: f64,
    },
    /// Numbers separated by commas.
    List {
        /// The fewest entries.
        fewest: usize,
        /// The most entries.
        most: usize,
        /// The largest size of an entry.
        largest: f64,
        /// The entries unless the address says otherwise.
        start: &'static [f64],
    },
    /// One of several words; its number is its place among them, from 0, where it starts.
    Word {
        /// The words.
        words: &'static [&'static str],
    },
}

impl PartialEq for Key {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Key {
    /// A number from `low` to `high`.
    #[must_use]
    pub const fn number(name: &'static str, low: f64, high: f64, start: f64) -> Self {
        Self { name, kind: Kind::Number { low, high, whole: false, start } }
    }

    /// A whole number from `low` to `high`.
    #[must_use]
    pub const fn whole(name: &'static str, low: f64, high: f64, start: f64) -> Self {
        Self { name, kind: Kind::Number { low, high, whole: true, start } }
    }

    /// Something that is off (0) or on (1), and off at the start.
    #[must_use]
    pub const fn switch(name: &'static str) -> Self {
        Self::whole(name, 0.0, 1.0, 0.0)
    }

    /// A list of `fewest` to `most` numbers between `-largest` and `largest`.
    #[must_use]
    pub const fn list(
        name: &'static str,
        (fewest, most): (usize, usize),
        largest: f64,
        start: &'static [f64],
    ) -> Self {
        Self { name, kind: Kind::List { fewest, most, largest, start } }
    }

    /// The same key with another start value; lists and words stay as they are.
    #[must_use]
    pub const fn from(self, value: f64) -> Self {
        match self.kind {
            Kind::Number { low, high, whole, .. } => {
                Self { kind: Kind::Number { low, high, whole, start: value }, ..self }
            }
            Kind::List { .. } | Kind::Word { .. } => self,
        }
    }

    /// One of several words, the first unless the address says otherwise.
    #[must_use]
    pub const fn word(name: &'static str, words: &'static [&'static str]) -> Self {
        Self { name, kind: Kind::Word { words } }
    }

    /// The text of values in an address.
    #[must_use]
    pub fn text(&self, values: &[f64]) -> String {
        if let (Kind::Word { words }, [at]) = (self.kind, values) {
            return words.get(*at as usize).copied().unwrap_or_default().to_owned();
        }
        values.iter().map(|value| shortest(*value)).collect::<Vec<_>>().join(",")
    }

    /// The smallest and the largest number, of a list those of an entry.
    #[must_use]
    pub const fn range(&self) -> (f64, f64) {
        match self.kind {
            Kind::Number { low, high, .. } => (low, high),
            Kind::List { largest, .. } => (-largest, largest),
            Kind::Word { words } => (0.0, words.len() as f64 - 1.0),
        }
    }

    /// Whether only whole numbers make sense.
    #[must_use]
    pub const fn is_whole(&self) -> bool {
        matches!(self.kind, Kind::Number { whole: true, .. } | Kind::Word { .. })
    }

    /// The fewest and the most entries; 1 for a number or a word.
    #[must_use]
    pub const fn entries(&self) -> (usize, usize) {
        match self.kind {
            Kind::Number { .. } | Kind::Word { .. } => (1, 1),
            Kind::List { fewest, most, .. } => (fewest, most),
        }
    }

    /// The start values.
    #[must_use]
    pub fn start(&self) -> Vec<f64> {
        match self.kind {
            Kind::Number { start, .. } => vec![start],
            Kind::List { start, .. } => start.to_vec(),
            Kind::Word { .. } => vec![0.0],
        }
    }

    /// `values` made valid: entries that are too many left out, each brought into the range. The
    /// start values for too few, and for any that is no number.
    #[must_use]
    pub fn valid(&self, mut values: Vec<f64>) -> Vec<f64> {
        let (fewest, most) = self.entries();
        values.truncate(most);
        let list = matches!(self.kind, Kind::List { .. });
        // An infinite entry of a list is a large one, an infinite number none.
        let sound = |x: &f64| if list { !x.is_nan() } else { x.is_finite() };
        if values.len() < fewest || !values.iter().all(sound) {
            return self.start();
        }
        let (low, high) = self.range();
        for value in &mut values {
            let near = within(*value, low, high) + 0.0;
            *value = if self.is_whole() { near.round() } else { near };
        }
        values
    }
}

/// The seed of everything random.
pub const SEED: Key = Key::whole("seed", 0.0, 999_999.0, 1.0);
/// The learning rate.
pub const LR: Key = Key::number("lr", 0.001, 1000.0, 0.1);
/// The number of steps taken.
pub const STEPS: Key = Key::whole("steps", 0.0, 10_000.0, 0.0);
/// The speed of an animation, in steps a second.
pub const SPEED: Key = Key::number("speed", 0.5, 60.0, 6.0);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_made_valid() {
        assert_eq!(SEED.valid(vec![2.6]), [3.0]);
        assert_eq!(SEED.valid(vec![-5.0]), [0.0]);
        assert_eq!(SEED.valid(vec![f64::NAN]), [1.0]);
        assert_eq!(SEED.valid(vec![f64::INFINITY]), [1.0]);
        assert_eq!(SEED.valid(Vec::new()), [1.0]);
        let list = Key::list("w", (2, 3), 10.0, &[1.0, -1.0]);
        assert_eq!(list.valid(vec![1.0]), [1.0, -1.0]);
        assert_eq!(list.valid(vec![20.0, 2.0, 3.0, 4.0]), [10.0, 2.0, 3.0]);
        assert_eq!(LR.from(0.6).start(), [0.6]);
        assert_eq!(LR.from(0.6), LR);
        let word = Key::word("opt", &["sgd", "adam"]);
        assert_eq!((word.valid(vec![7.0]), word.start()), (vec![1.0], vec![0.0]));
        assert_eq!((word.text(&[1.0]), list.text(&[1.0, -0.5])), ("adam".into(), "1,-0.5".into()));
    }
}
