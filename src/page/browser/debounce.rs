//! Debounce: runs a job once nothing has called for it for a while.

use leptos::prelude::set_timeout;
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;

/// Debounce: runs `job` once nothing has called [`touch`](Self::touch) for `pause`, without starting
/// and stopping a timer at every call.
#[derive(Clone)]
pub(crate) struct Debounce(Rc<Inner>);

struct Inner {
    /// The pause, in ms.
    pause: f64,
    /// The time of the last call, in ms.
    last: Cell<f64>,
    waiting: Cell<bool>,
    job: Box<dyn Fn()>,
}

impl Debounce {
    pub(crate) fn new(pause: Duration, job: impl Fn() + 'static) -> Self {
        Self(Rc::new(Inner {
            pause: pause.as_secs_f64() * 1e3,
            last: Cell::new(0.0),
            waiting: Cell::new(false),
            job: Box::new(job),
        }))
    }

    /// Starts the pause anew.
    pub(crate) fn touch(&self) {
        self.0.last.set(js_sys::Date::now());
        if !self.0.waiting.replace(true) {
            self.wait(self.0.pause);
        }
    }

    /// Runs the job now if it waits.
    pub(crate) fn flush(&self) {
        if self.0.waiting.replace(false) {
            (self.0.job)();
        }
    }

    /// Drops the job that waits.
    pub(crate) fn cancel(&self) {
        self.0.waiting.set(false);
    }

    fn wait(&self, ms: f64) {
        let debounce = self.clone();
        let look = move || {
            let Inner { pause, last, waiting, .. } = &*debounce.0;
            // Never longer than the pause, even if the clock was set back.
            let left = (last.get() + pause - js_sys::Date::now()).min(*pause);
            if left < 1.0 {
                debounce.flush();
            } else if waiting.get() {
                debounce.wait(left);
            }
        };
        set_timeout(look, Duration::from_millis(ms as u64));
    }
}
