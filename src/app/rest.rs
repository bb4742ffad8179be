//! Waiting until something rests, without starting and stopping a timer at every change.

use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// Does its job once nothing has been reported for a while.
#[derive(Clone)]
pub(super) struct Rest(Rc<Inner>);

struct Inner {
    /// How long nothing must be reported, in ms.
    pause: f64,
    last: Cell<f64>,
    waiting: Cell<bool>,
    job: Box<dyn Fn()>,
}

impl Rest {
    pub(super) fn new(pause: Duration, job: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner {
            pause: pause.as_secs_f64() * 1e3,
            last: Cell::new(0.0),
            waiting: Cell::new(false),
            job: Box::new(job),
        }))
    }

    /// Reports a change: the job waits anew.
    pub(super) fn stir(&self) {
        self.0.last.set(js_sys::Date::now());
        if !self.0.waiting.replace(true) {
            self.wait(self.0.pause);
        }
    }

    /// Does the job now if it waits.
    pub(super) fn now(&self) {
        if self.0.waiting.replace(false) {
            (self.0.job)();
        }
    }

    /// Gives up the job that waits.
    pub(super) fn never(&self) {
        self.0.waiting.set(false);
    }

    fn wait(&self, ms: f64) {
        let rest = self.clone();
        let look = move || {
            let Inner { pause, last, waiting, .. } = &*rest.0;
            // Never longer than the pause, even if the clock was set back.
            let left = (last.get() + pause - js_sys::Date::now()).min(*pause);
            if left < 1.0 {
                rest.now();
            } else if waiting.get() {
                rest.wait(left);
            }
        };
        set_timeout(look, Duration::from_millis(ms as u64));
    }
}
