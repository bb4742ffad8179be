//! Animation frames: a job requested any number of times runs once, before the next paint; and jobs
//! that can wait, each in a frame of its own.

use leptos::prelude::{document, request_animation_frame, set_timeout};
use std::cell::{Cell, RefCell};
use std::time::Duration;
use web_sys::DocumentTimeline;

type Job = Box<dyn FnOnce()>;

/// The pause before each job that can wait, in which the page answers.
const PAUSE: Duration = Duration::from_millis(50);

thread_local! {
    static WAITING: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
    static JOBS: RefCell<Vec<Job>> = const { RefCell::new(Vec::new()) };
    static STOPPED: Cell<bool> = const { Cell::new(false) };
    static TIMELINE: DocumentTimeline = document().timeline();
}

/// The time of a job.
#[derive(Clone, Copy)]
pub(crate) enum When {
    /// At once.
    Now,
    /// In the next animation frame.
    Soon,
    /// In a frame of its own, after all others that can wait and after a pause.
    Late,
}

/// Runs `job` in the next animation frame.
pub(crate) fn request(job: impl FnOnce() + 'static) {
    run(Box::new(job), When::Soon);
}

/// Runs `job` at its time.
pub(crate) fn run(job: Box<dyn FnOnce()>, when: When) {
    match when {
        When::Now => job(),
        When::Soon => next_frame(job),
        When::Late => later(job),
    }
}

fn later(job: Job) {
    let first = WAITING.with_borrow_mut(|jobs| {
        jobs.insert(0, job);
        jobs.len() == 1
    });
    if first {
        set_timeout(next, PAUSE);
    }
}

/// Runs the first of the jobs that wait, and sees to the next.
fn next() {
    let (job, more) = WAITING.with_borrow_mut(|jobs| (jobs.pop(), !jobs.is_empty()));
    job.into_iter().for_each(next_frame);
    if more {
        set_timeout(next, PAUSE);
    }
}

fn next_frame(job: Job) {
    if STOPPED.get() {
        return;
    }
    let first = JOBS.with_borrow_mut(|jobs| {
        jobs.push(job);
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
