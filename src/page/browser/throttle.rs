//! Throttle: runs a job at once, but not again before a pause is over.

use leptos::prelude::*;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// The throttle of changing numbers. Number boxes and words for screen readers that follow every
/// step of a slider take the browser longer than the curve, and nobody can read that fast.
pub(crate) const READABLE: Duration = Duration::from_millis(100);

/// The throttle of sentences for a screen reader.
pub(crate) const SPOKEN: Duration = Duration::from_millis(500);

/// Throttle: runs `job` at once, then not again for `pause`; once more at its end if
/// [`touch`](Self::touch) was called meanwhile.
#[derive(Clone)]
pub(crate) struct Throttle(Rc<Inner>);

struct Inner {
    pause: Duration,
    /// The time of the last run, in ms.
    last: Cell<f64>,
    waiting: Cell<bool>,
    job: Box<dyn Fn()>,
}

impl Throttle {
    pub(crate) fn new(pause: Duration, job: impl Fn() + 'static) -> Self {
        let (last, waiting) = (Cell::new(f64::NEG_INFINITY), Cell::new(false));
        Self(Rc::new(Inner { pause, last, waiting, job: Box::new(job) }))
    }

    /// Runs the job now or, within the pause, at its end.
    pub(crate) fn touch(&self) {
        if self.0.waiting.get() {
            return;
        }
        let since = js_sys::Date::now() - self.0.last.get();
        // A negative time, too: the clock may have been put back.
        if !(0.0..self.0.pause.as_secs_f64() * 1e3).contains(&since) {
            self.flush();
            return;
        }
        self.0.waiting.set(true);
        let throttle = self.clone();
        set_timeout(
            move || {
                throttle.0.waiting.set(false);
                throttle.flush();
            },
            self.0.pause,
        );
    }

    /// Runs the job now.
    pub(crate) fn flush(&self) {
        self.0.last.set(js_sys::Date::now());
        (self.0.job)();
    }
}

/// A text for a screen reader: it changes at once, but then not again before the change could be
/// spoken; its final value is never lost.
pub(crate) fn spoken(text: Signal<String>) -> Signal<String> {
    let said = RwSignal::new(text.get_untracked());
    let say = Throttle::new(SPOKEN, move || {
        // The view may have been disposed of by then.
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
        say.touch();
    });
    said.into()
}
