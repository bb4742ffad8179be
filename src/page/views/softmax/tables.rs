//! The numbers of the softmax view as tables, in markup: every one with all its digits as `value`.

use super::scores::{Scores, subscript};
use activation_explorer::numeric::format::{
    brief, fixed, pretty, shortest, superscript, typographic,
};
use activation_explorer::views::softmax::model::{FAMILY, apart, argmax, literal, value};
use leptos::prelude::*;

/// A number as markup, for scripts and for readers.
fn data(read: &str, x: f64, text: &str) -> String {
    format!("<data translate=\"no\" data-read=\"{read}\" value=\"{}\">{text}</data>", shortest(x))
}

/// Four decimals for numbers large enough, else two digits and a power of ten.
fn short(x: f64) -> String {
    let size = x.abs();
    if size == 0.0 || !size.is_finite() || !(5e-4..1e3).contains(&size) {
        pretty(x, 2)
    } else {
        typographic(&fixed(x, 4))
    }
}

/// The table of every class under every function.
pub(crate) fn side_by_side(scores: Scores) -> String {
    let words = scores.words();
    let chosen = scores.act.get().id;
    let (t, z) = (scores.t.get(), scores.z.get());
    // The chosen function first if it is not softmax; the limit beside softmax.
    let mut columns = vec![("argmax", "argmax", argmax(&z))];
    for (at, id) in FAMILY.into_iter().enumerate() {
        let name = if id == "log_softmax" { "log-softmax" } else { id };
        let column = if id == chosen { scores.out.get().0 } else { value(id, &z, t) };
        columns.insert(if at == 0 { 0 } else { columns.len() }, (id, name, column));
    }
    let on = |id: &str| if id == chosen { " class=\"on\"" } else { "" };
    let mut html = format!(
        "<table class=\"values\"><thead><tr><th scope=\"col\">{}</th><th scope=\"col\">z</th>",
        words.class
    );
    for (id, name, _) in &columns {
        html += &format!("<th scope=\"col\"{}>{name}</th>", on(id));
    }
    html += "</tr></thead><tbody>";
    for (i, score) in z.iter().enumerate() {
        let score = data(&format!("z{i}"), *score, &brief(*score, 6));
        html += &format!("<tr><th scope=\"row\">{}</th><td>{score}</td>", i + 1);
        for (id, _, column) in &columns {
            let x = column.get(i).copied().unwrap_or(f64::NAN);
            let read = if *id == chosen { format!("p{i}") } else { format!("{id}-{i}") };
            html += &format!("<td{}>{}</td>", on(id), data(&read, x, &short(x)));
        }
        html += "</tr>";
    }
    html + "</tbody></table>"
}

/// The Jacobian of the chosen function; the shade of an entry is its size.
pub(crate) fn jacobian(scores: Scores) -> String {
    let j = scores.out.get().1;
    let n = scores.count.get();
    let most = j.iter().fold(0.0, |most: f64, x| most.max(x.abs()));
    let mut html = String::from("<table class=\"heat\"><thead><tr><td></td>");
    for column in 1..=n {
        html += &format!("<th scope=\"col\">∂z{}</th>", subscript(column));
    }
    html += "</tr></thead><tbody>";
    for (k, x) in j.iter().enumerate() {
        let (row, column) = (k / n, k % n);
        if column == 0 {
            html += &format!("<tr><th scope=\"row\">∂f{}</th>", subscript(row + 1));
        }
        // Eight shades of either sign; the square root spreads the small ones.
        let shade = if most > 0.0 { (8.0_f64 * (x.abs() / most).sqrt()).ceil() as u8 } else { 0 };
        let sign = if *x < 0.0 { "minus" } else { "plus" };
        let text = data(&format!("j-{row}-{column}"), *x, &short(*x));
        html += &format!("<td class=\"{sign} h{shade}\">{text}</td>");
        if column + 1 == n {
            html += "</tr>";
        }
    }
    html + "</tbody></table>"
}

/// Scores to try, as links.
pub(crate) fn trials(scores: Scores) -> String {
    let links = ["2,1,0", "1002,1001,1000", "-1000,-1001,-1002", "710,0,-710"].map(|z| {
        let text = typographic(&z.replace(',', ", "));
        format!("<a href=\"?view=softmax&amp;z={z}\">({text})</a>")
    });
    format!("{} {}", scores.words().try_these, links.join(" "))
}

/// The formula as it stands beside the stable one, class by class.
pub(crate) fn overflow(scores: Scores) -> String {
    let words = scores.words();
    let (t, z) = (scores.t.get(), scores.z.get());
    let (naive, stable) = (literal(&z, t), value("softmax", &z, t));
    let top = z.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let over = if t == 1.0 { "" } else { "/T" };
    let mut html = format!(
        "<table class=\"values\"><thead><tr><td></td><td></td><th scope=\"colgroup\" colspan=\"2\">{}</th>\
         <th scope=\"colgroup\" colspan=\"3\">{}</th></tr><tr><th scope=\"col\">{}</th>\
         <th scope=\"col\">z</th><th scope=\"col\">e<sup>z{over}</sup></th><th scope=\"col\">{}</th>\
         <th scope=\"col\">d = z − max</th><th scope=\"col\">e<sup>d{over}</sup></th>\
         <th scope=\"col\">{}</th></tr></thead><tbody>",
        words.literal, words.stable, words.class, words.share, words.share
    );
    for (i, score) in z.iter().enumerate() {
        let d = score - top;
        let bad = if naive.shares[i].is_nan() { " class=\"bad\"" } else { "" };
        html += &format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td><td>{}</td><td{bad}>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            i + 1,
            brief(*score, 6),
            pretty(naive.terms[i], 4),
            data(&format!("literal-{i}"), naive.shares[i], &pretty(naive.shares[i], 4)),
            brief(d, 6),
            pretty(libm::exp(d / t), 4),
            data(&format!("stable-{i}"), stable[i], &pretty(stable[i], 4)),
        );
    }
    html + "</tbody></table>"
}

/// The verdict on the literal formula.
pub(crate) fn outcome(scores: Scores) -> String {
    let words = scores.words();
    let (t, z) = (scores.t.get(), scores.z.get());
    let naive = literal(&z, t);
    if naive.shares.iter().any(|p| p.is_nan()) {
        return (if naive.sum == 0.0 { words.too_low } else { words.too_high }).to_owned();
    }
    let off = apart(&naive.shares, &value("softmax", &z, t));
    (words.agrees)(&if off == 0.0 { "0".to_owned() } else { about(off) })
}

/// A power of ten near a small number: more digits of a rounding error mean nothing.
pub(crate) fn about(x: f64) -> String {
    format!("10{}", superscript(libm::log10(x).round() as i32))
}
