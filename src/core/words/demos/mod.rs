//! Words that the demonstrations share, apart from the rest because they are fetched with them.

/// Every such word.
pub struct Words {
    /// Label of the navigation between them.
    pub navigation: &'static str,
    /// The controls of an animation.
    pub player: PlayerWords,
    /// Chooses a function.
    pub function: &'static str,
    /// The seed.
    pub seed: &'static str,
    /// Another seed.
    pub new_seed: &'static str,
}

/// The controls of an animation.
pub struct PlayerWords {
    /// Starts it.
    pub play: &'static str,
    /// Stops it.
    pub pause: &'static str,
    /// One step.
    pub step: &'static str,
    /// One step back.
    pub back: &'static str,
    /// To the start.
    pub reset: &'static str,
    /// How fast.
    pub speed: &'static str,
    /// What it is measured in.
    pub per_second: fn(&str) -> String,
}

crate::for_each_language!(spoken);
