//! Animation frames: work asked for any number of times is done once, before the next paint.

use leptos::prelude::request_animation_frame;
use std::cell::{Cell, RefCell};

type Job = Box<dyn FnOnce()>;

thread_local! {
    static JOBS: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
}

/// Runs `job` in the next animation frame.
pub(super) fn request(job: impl FnOnce() + 'static) {
    if STOPPED.get() {
        return;
    }
    let first = JOBS.with_borrow_mut(|jobs| {
        jobs.push(Box::new(job));
        jobs.len() == 1
    });
    if first {
        request_animation_frame(|| {
            for job in JOBS.take() {
                if !STOPPED.get() {
                    job();
                }
            }
        });
    }
}

/// Drops all work now and later.
pub(super) fn stop() {
    STOPPED.set(true);
}
