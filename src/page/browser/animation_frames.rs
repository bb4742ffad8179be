//! Animation frames: a job requested any number of times runs once, before the next paint.

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

/// The timestamp of the present or last animation frame, in ms: equal ones are one frame. `None`
/// where the browser gives none.
pub(crate) fn time() -> Option<f64> {
    TIMELINE.with(|timeline| timeline.current_time())
}

/// Drops all jobs now and later.
pub(crate) fn stop() {
    STOPPED.set(true);
}
