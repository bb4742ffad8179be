//! The keys of a large plot and those of the lecture mode: a table each, for the page to obey and to
//! show.

/// The action of a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlotKey {
    /// Moves the probe right.
    Right,
    /// Moves the probe left.
    Left,
    /// With Shift: a tenth as far.
    Fine,
    /// Moves it right in large steps.
    FarRight,
    /// Moves it left in large steps.
    FarLeft,
    /// Moves the probe to the left edge.
    First,
    /// Moves the probe to the right edge.
    Last,
    /// Moves the probe to the next kink, zero or extremum.
    Next,
    /// Moves the probe to the previous one.
    Previous,
    /// Zooms in.
    In,
    /// Zooms out.
    Out,
    /// With the wheel: zooms.
    Wheel,
    /// Goes back to the usual window.
    Home,
    /// Moves the window left.
    PanLeft,
    /// Moves the window right.
    PanRight,
    /// Moves the window up.
    PanUp,
    /// Moves the window down.
    PanDown,
}

/// Every key: its names in the browser, its name for readers, and its action.
pub const KEYS: &[(&[&str], &str, PlotKey)] = &[
    (&["ArrowRight", "ArrowUp"], "→ ↑", PlotKey::Right),
    (&["ArrowLeft", "ArrowDown"], "← ↓", PlotKey::Left),
    (&["Shift"], "Shift", PlotKey::Fine),
    (&["PageUp"], "Page Up", PlotKey::FarRight),
    (&["PageDown"], "Page Down", PlotKey::FarLeft),
    (&["Home"], "Home", PlotKey::First),
    (&["End"], "End", PlotKey::Last),
    (&["]", "n"], "] n", PlotKey::Next),
    (&["[", "b"], "[ b", PlotKey::Previous),
    (&["+", "="], "+", PlotKey::In),
    (&["-", "_"], "−", PlotKey::Out),
    (&["Control", "Meta"], "Ctrl ⌘", PlotKey::Wheel),
    (&["0", "Escape"], "0 Esc", PlotKey::Home),
    (&["a"], "a", PlotKey::PanLeft),
    (&["d"], "d", PlotKey::PanRight),
    (&["w"], "w", PlotKey::PanUp),
    (&["s"], "s", PlotKey::PanDown),
];

/// The action of a key in the lecture mode.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LectureKey {
    /// Begins the lecture mode, and ends it.
    Begin,
    /// Plays an animation, or pauses it.
    Play,
    /// Goes to the next state of the lecture, or to the last; without a list of states a step of the
    /// animation.
    Walk,
    /// A step of the animation.
    Step,
    /// Resets the animation, or the state.
    Reset,
    /// Hides a curve of a comparison, or shows it again.
    Curve,
    /// Ends the lecture mode.
    Leave,
}

/// Every key of the lecture mode: its names in the browser, its name for readers, and its action.
pub const LECTURE_KEYS: &[(&[&str], &str, LectureKey)] = &[
    (&["p", "P"], "P", LectureKey::Begin),
    (&[" "], "Space", LectureKey::Play),
    (&["ArrowRight", "ArrowLeft", "PageDown", "PageUp"], "→ ←", LectureKey::Walk),
    (&["ArrowDown", "ArrowUp"], "↓ ↑", LectureKey::Step),
    (&["r", "R"], "R", LectureKey::Reset),
    (&["1", "2", "3", "4", "5", "6", "7", "8"], "1–8", LectureKey::Curve),
    (&["Escape"], "Esc", LectureKey::Leave),
];

impl LectureKey {
    /// The action of the key that the browser calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (.., does) = LECTURE_KEYS.iter().find(|(names, ..)| names.contains(&name))?;
        Some(*does)
    }
}

impl PlotKey {
    /// The action of the key that the browser calls `name`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let (.., does) = KEYS.iter().find(|(names, ..)| names.contains(&name))?;
        Some(*does)
    }

    /// Whether it does something only with another key or the wheel.
    #[must_use]
    pub fn held(self) -> bool {
        matches!(self, Self::Fine | Self::Wheel)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_key_means_two_things() {
        let names: Vec<_> = KEYS.iter().flat_map(|(names, ..)| names.iter()).collect();
        for (i, name) in names.iter().enumerate() {
            assert!(!names[..i].contains(name), "{name}");
            assert!(PlotKey::named(name).is_some());
        }
        assert_eq!(PlotKey::named("Tab"), None, "Tab leaves");
    }
}
