//! The model of an animation: a state that steps forward and back.

/// An animation's model, as its player sees it.
pub trait Animation {
    /// Takes one step forward; whether another can follow.
    fn step(&mut self) -> bool;
    /// Takes one step back; nothing at the start.
    fn back(&mut self);
    /// Goes back to the start.
    fn reset(&mut self);
    /// The number of steps taken.
    fn steps(&self) -> usize;
    /// True if another step can be taken.
    fn goes_on(&self) -> bool;
}
