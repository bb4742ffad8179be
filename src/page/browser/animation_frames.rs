//! Animation frames: work asked for any number of times is done once, before the next paint.

use leptos::prelude::{document, request_animation_frame};
use std::cell::{Cell, RefCell};
use web_sys::DocumentTimeline;

type Job = Box<dyn FnOnce()>;

thread_local! {
    static JOBS: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    static TIMELINE: DocumentTimeline = document().timeline();
}

/// Runs `job` in the next animation frame.
pub(crate) fn request(job: impl FnOnce() + 'static) {
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

/// The time of the frame the browser is in or was in last, in ms: two that are equal are one
/// frame. `None` where it does not say.
pub(crate) fn time() -> Option<f64> {
    TIMELINE.with(|timeline| timeline.current_time())
}

/// Drops all work now and later.
pub(crate) fn stop() {
    STOPPED.set(true);
}
