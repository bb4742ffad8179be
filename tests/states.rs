//! Random states of the function view against brute force: every property, landmark, band and word
//! of a function with parameters from their whole domain, in a window anywhere, is compared with
//! dense samples of f, f′ and f″, which other tests compare with 60 digits.
//!
//! `STATES` is the number of states, 5,000 unless set; `cargo xtask test` takes 100,000.

#![cfg(not(target_arch = "wasm32"))] // it takes minutes there
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

#[path = "states/checks.rs"]
mod checks;
#[path = "states/moments.rs"]
mod moments;
#[path = "states/places.rs"]
mod places;
#[path = "states/sample.rs"]
mod sample;
#[path = "states/state.rs"]
mod state;

use state::State;

/// The number of states.
fn states() -> u32 {
    std::env::var("STATES").map_or(5_000, |text| text.parse().unwrap())
}

/// Draws every `of`th state, from number `from` on, and checks it.
fn check(from: u32, of: u32) {
    let mut wrong = Vec::new();
    let mut count = 0;
    for number in (from..states()).step_by(of as usize) {
        let state = State::random(number);
        count += 1;
        for fault in checks::faults(&state) {
            wrong.push(format!("state {number}, {state}: {fault}"));
        }
        if wrong.len() > 40 {
            break;
        }
    }
    assert!(count > 0 && wrong.is_empty(), "{} of {count}:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn even_states_agree_with_brute_force() {
    check(0, 2);
}

#[test]
fn odd_states_agree_with_brute_force() {
    check(1, 2);
}

/// Mean and variance against a midpoint sum, which takes longer: every 200th state.
#[test]
fn moments_agree_with_brute_force() {
    let mut wrong = Vec::new();
    for number in (0..states()).step_by(200) {
        let state = State::random(number);
        wrong.extend(moments::faults(&state).map(|fault| format!("{state}: {fault}")));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
