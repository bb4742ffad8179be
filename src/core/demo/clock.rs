//! The clock of an animation: the number of steps that are due, from frame times.

/// The longest frame that counts, in seconds: after a hidden tab or a jump of the clock a demo
/// goes on where it was.
pub const LONGEST_FRAME: f64 = 0.1;

/// The clock of an animation.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clock {
    /// Steps per second; what is not positive is 0.
    pub per_second: f64,
    /// True while time passes.
    pub playing: bool,
    /// The part of a step that has passed, in [0, 1).
    owed: f64,
}

impl Clock {
    /// Paused at `per_second` steps per second.
    #[must_use]
    pub const fn new(per_second: f64) -> Self {
        Self { per_second, playing: false, owed: 0.0 }
    }

    /// The number of steps to take now that `seconds` have passed since the last frame.
    ///
    /// Negative and NaN durations count as 0, longer ones as [`LONGEST_FRAME`].
    pub fn tick(&mut self, seconds: f64) -> u32 {
        if !self.playing {
            return 0;
        }
        // Not `clamp`: it leaves NaN as it is.
        let within = |x: f64, most: f64| if x > 0.0 { x.min(most) } else { 0.0 };
        self.owed += within(seconds, LONGEST_FRAME) * within(self.per_second, 1e6);
        let due = self.owed as u32;
        self.owed -= f64::from(due);
        due
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_come_at_their_pace_whatever_the_frames_are() {
        for frame in [1.0 / 240.0, 1.0 / 60.0, 0.09] {
            let mut clock = Clock::new(7.0);
            assert_eq!(clock.tick(frame), 0, "paused");
            clock.playing = true;
            let frames = (10.0 / frame) as u32;
            let steps: u32 = (0..frames).map(|_| clock.tick(frame)).sum();
            assert!((69..=70).contains(&steps), "{steps} in ten seconds");
        }
    }

    #[test]
    fn odd_clocks_do_no_harm() {
        let mut clock = Clock::new(50.0);
        clock.playing = true;
        assert_eq!(clock.tick(3600.0), 5, "an hour in another tab is one long frame");
        assert_eq!((clock.tick(-1.0), clock.tick(f64::NAN)), (0, 0));
        assert_eq!(clock.tick(f64::INFINITY), 5);
        clock.per_second = f64::NAN;
        assert_eq!(clock.tick(0.1), 0);
        clock.per_second = f64::INFINITY;
        assert_eq!(clock.tick(0.1), 100_000);
    }
}
