//! Two false claims about softmax, answered with numbers of the present state.

use super::scores::Scores;
use super::tables::about;
use activation_explorer::activation::softmax::SOFTMAX;
use activation_explorer::numeric::format::{brief, pretty, shortest};
use activation_explorer::views::softmax::model::{at, one_sided, shifted, value};
use leptos::prelude::*;

/// Rows 3.86 and 3.87 of the fact check.
pub(crate) fn claims(scores: Scores) -> String {
    let (z, t) = (scores.z.get(), scores.t.get());
    at_zero(scores, z.len(), t) + &negative(scores, &z, t)
}

/// Differentiable at zero: the Jacobian, and difference quotients from either side.
fn at_zero(scores: Scores, count: usize, t: f64) -> String {
    let words = scores.words();
    let equal = vec![0.0; count];
    let (_, j) = at(&SOFTMAX, &equal, &[t]);
    let (left, right) = one_sided(|z| value("softmax", z, t), &equal, 0, 1e-6 * t);
    let [.., other, diagonal] = j[..] else { return String::new() };
    let [diagonal, other, left, right] = [diagonal, other, left, right].map(|x| pretty(x, 5));
    let text = (words.at_zero)(count, &diagonal, &other, &left, &right);
    let zeros = vec!["0"; count].join(",");
    claim(scores, "3.86", &text, &zeros)
}

/// Negative scores: the present ones, lowered until all are negative, and the same slope.
fn negative(scores: Scores, z: &[f64], t: f64) -> String {
    let words = scores.words();
    let top = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    // The next whole number, so that the largest ends between −2 and −1.
    let c = top.floor() + 2.0;
    let low = shifted(z, -c);
    let slope =
        |z: &[f64]| at(&SOFTMAX, z, &[t]).1.first().map(|s| pretty(*s, 5)).unwrap_or_default();
    let list: Vec<String> = low.iter().map(|z| brief(*z, 4)).collect();
    let text =
        (words.negative)(&brief(c, 6), &format!("({})", list.join(", ")), &slope(&low), &slope(z));
    let link: Vec<String> = low.iter().map(|z| shortest(*z)).collect();
    claim(scores, "3.87", &text, &link.join(","))
}

/// A claim with a link to the scores that show it.
fn claim(scores: Scores, id: &str, text: &str, z: &str) -> String {
    let words = scores.words();
    let heat = match scores.t.get() {
        1.0 => String::new(),
        t => format!("&amp;temperature={}", shortest(t)),
    };
    format!(
        "<div class=\"claim\" data-claim=\"{id}\" data-verdict=\"false\"><span class=\"verdict\">{}</span>\
         <p>{text}</p><a class=\"show\" href=\"?view=softmax&amp;z={z}{heat}\">{}</a></div>",
        words.wrong, words.show
    )
}

/// A change by adding a constant, in words.
pub(crate) fn change(x: f64) -> String {
    if x == 0.0 { "0".to_owned() } else { about(x) }
}
