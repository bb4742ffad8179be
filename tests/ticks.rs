//! The ticks of an axis in any window: exact, distinct, short, never too many.

#![cfg(not(target_arch = "wasm32"))] // proptest needs a source of randomness
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

use activation_explorer::numeric::ticks::{Tick, ticks};
use proptest::prelude::*;

/// The number that a label stands for.
fn read(label: &str) -> f64 {
    let text: String = label
        .chars()
        .map(|c| match "⁰¹²³⁴⁵⁶⁷⁸⁹".chars().position(|digit| digit == c) {
            Some(digit) => char::from(b'0' + digit as u8),
            None if "−⁻".contains(c) => '-',
            None => c,
        })
        .collect();
    text.replace("×10", "e").parse().unwrap()
}

/// The positions that labels mean: those after dots are added to the one without.
fn positions(marks: &[Tick]) -> Vec<f64> {
    let whole = marks.iter().find(|t| !t.label.starts_with('…'));
    let base = whole.map_or(0.0, |t| read(&t.label));
    let position = |t: &Tick| match t.label.strip_prefix('…') {
        Some(distance) => base + read(distance),
        None => read(&t.label),
    };
    marks.iter().map(position).collect()
}

fn check(min: f64, max: f64, wanted: usize) -> Result<(), String> {
    let marks = ticks(min, max, wanted);
    let what = || {
        let labels: Vec<_> = marks.iter().map(|t| t.label.as_str()).collect();
        format!("[{min:e}, {max:e}], {wanted} wanted: {labels:?}")
    };
    let fail = |why: &str| Err(format!("{}: {why}", what()));
    if marks.len() > wanted + 1 || marks.len() > 101 {
        return fail("too many");
    }
    // A step is at most two and a half times what is wanted.
    let rounding = 16.0 * (min.abs().max(max.abs()).next_up() - min.abs().max(max.abs()));
    if wanted >= 3 && max - min > rounding && marks.is_empty() {
        return fail("none");
    }
    if marks.iter().any(|t| t.at < min || t.at > max) {
        return fail("outside");
    }
    if marks.windows(2).any(|t| t[0].at >= t[1].at) {
        return fail("not in order");
    }
    let mut labels: Vec<_> = marks.iter().map(|t| &t.label).collect();
    labels.sort();
    labels.dedup();
    if labels.len() < marks.len() {
        return fail("one label twice");
    }
    if labels.iter().any(|l| l.contains('-') || l.contains('e')) {
        return fail("typewriting");
    }
    for (tick, means) in marks.iter().zip(positions(&marks)) {
        if (tick.at - means).abs() > 4.0 * (tick.at.abs().next_up() - tick.at.abs()) {
            return fail(&format!("{} is at {:e}", tick.label, tick.at));
        }
    }
    // All but the one that others are counted from.
    let mut lengths: Vec<_> = marks.iter().map(|t| t.label.chars().count()).collect();
    lengths.sort_unstable();
    let longest = lengths.pop().unwrap_or(0);
    if longest > 22 || lengths.iter().any(|length| *length > 14) {
        return fail("long");
    }
    Ok(())
}

#[test]
fn windows_of_every_size_near_and_far_have_readable_marks() {
    let mut wrong = Vec::new();
    for power in -90..=90 {
        let width = 10f64.powf(f64::from(power) / 10.0);
        for centre in [0.0, 1.0, -1.0, 0.3, 17.0, 1e3, -1e3, 123_456.7, 1e6, -1e6, 1e9, -1e9] {
            for shift in [-0.5, -0.37, 0.0] {
                for wanted in [1, 2, 5, 8, 15, 1000] {
                    let min = centre + shift * width;
                    wrong.extend(check(min, min + width, wanted).err());
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20_000, ..ProptestConfig::default() })]

    #[test]
    fn any_window_has_readable_marks(
        (width, place) in (-9.0..9.0, -9.0..9.0),
        (sign, share) in (prop::sample::select(vec![-1.0, 0.0, 1.0]), -0.5..0.5),
        wanted in 1..40_usize,
    ) {
        let (width, place) = (10f64.powf(width), sign * 10f64.powf(place));
        let min = place + (share - 0.5) * width;
        if let Err(why) = check(min, min + width, wanted) {
            prop_assert!(false, "{}", why);
        }
    }

    #[test]
    fn no_window_at_all_hangs_or_has_many_marks(
        min in any::<f64>(), max in any::<f64>(), wanted in any::<usize>(),
    ) {
        prop_assert!(ticks(min, max, wanted).len() <= 101);
        prop_assert!(ticks(min, min.next_up(), wanted).len() <= 101);
        prop_assert!(ticks(-min.abs(), min.abs(), wanted).len() <= 101);
    }
}
