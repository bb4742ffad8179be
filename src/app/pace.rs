//! Doing something at once, but not again for a while: once more at the end if it was asked for.

use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// How long a number stands still at least. Boxes and words for screen readers that follow every
/// step of a slider take the browser longer than the curve, and nobody can read that fast.
pub(super) const READABLE: Duration = Duration::from_millis(100);

/// How long a screen reader has for what it is told.
pub(super) const SPOKEN: Duration = Duration::from_millis(500);

/// Does its job when asked, and then not again before a pause is over.
#[derive(Clone)]
pub(super) struct Pace(Rc<Inner>);

struct Inner {
    pause: Duration,
    /// When the job was done last, in ms.
    last: Cell<f64>,
    waiting: Cell<bool>,
    job: Box<dyn Fn()>,
}

impl Pace {
    pub(super) fn new(pause: Duration, job: impl Fn() + 'static) -> Self {
        let (last, waiting) = (Cell::new(f64::NEG_INFINITY), Cell::new(false));
        Self(Rc::new(Inner { pause, last, waiting, job: Box::new(job) }))
    }

    /// Asks for the job.
    pub(super) fn stir(&self) {
        if self.0.waiting.get() {
            return;
        }
        let since = js_sys::Date::now() - self.0.last.get();
        // Also when the clock has been put back.
        if !(0.0..self.0.pause.as_secs_f64() * 1e3).contains(&since) {
            self.now();
            return;
        }
        self.0.waiting.set(true);
        let pace = self.clone();
        set_timeout(
            move || {
                pace.0.waiting.set(false);
                pace.now();
            },
            self.0.pause,
        );
    }

    /// Does it now.
    pub(super) fn now(&self) {
        self.0.last.set(js_sys::Date::now());
        (self.0.job)();
    }
}

/// A text that a screen reader follows: it changes at once, but then not again before the change
/// could be said; what it is in the end is never lost.
pub(super) fn spoken(text: Signal<String>) -> Signal<String> {
    let said = RwSignal::new(text.get_untracked());
    let say = Pace::new(SPOKEN, move || {
        // The view may be gone by then.
        if let Some(now) = text.try_get_untracked() {
            said.maybe_update(|said| {
                let new = *said != now;
                *said = now;
                new
            });
        }
    });
    Effect::new(move |_| {
        text.track();
        say.stir();
    });
    said.into()
}
