//! The words, a field each.

/// The words that the demonstrations share.
pub struct Words {
    /// The label of the navigation between them.
    pub navigation: &'static str,
    /// The controls of an animation.
    pub player: PlayerWords,
    /// The label of the choice of a function.
    pub function: &'static str,
    /// The label of the seed.
    pub seed: &'static str,
    /// The button for another seed.
    pub new_seed: &'static str,
}

/// The controls of an animation.
pub struct PlayerWords {
    /// The button that starts the animation.
    pub play: &'static str,
    /// The button that plays it again from the start.
    pub again: &'static str,
    /// The button that pauses it.
    pub pause: &'static str,
    /// The button for one step forward.
    pub step: &'static str,
    /// The button for one step back.
    pub back: &'static str,
    /// The button that goes back to the start.
    pub reset: &'static str,
    /// The label of the animation's speed.
    pub speed: &'static str,
    /// The speed with its unit, steps per second.
    pub per_second: fn(&str) -> String,
}
