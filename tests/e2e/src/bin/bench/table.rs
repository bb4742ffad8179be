//! Markdown tables, and the few statistics they are filled with.

use std::fmt::Write;

/// A Markdown table with its numbers flush right.
pub(crate) fn markdown(head: &[&str], rows: &[Vec<String>]) -> String {
    let width = |i: usize| {
        let cells = rows.iter().filter_map(|row| row.get(i)).map(|cell| cell.chars().count());
        cells.chain([head[i].chars().count(), 3]).max().unwrap_or(3)
    };
    let widths: Vec<usize> = (0..head.len()).map(width).collect();
    let mut text = String::new();
    let mut line = |cells: &mut dyn Iterator<Item = String>| {
        for (i, (cell, width)) in cells.zip(&widths).enumerate() {
            // A string never refuses to be written to.
            let _ = if i == 0 {
                write!(text, "| {cell:<width$}")
            } else {
                write!(text, " | {cell:>width$}")
            };
        }
        text.push_str(" |\n");
    };
    line(&mut head.iter().map(|cell| (*cell).to_owned()));
    line(&mut widths.iter().enumerate().map(|(i, width)| {
        if i == 0 { "-".repeat(*width) } else { format!("{}:", "-".repeat(width - 1)) }
    }));
    for row in rows {
        line(&mut row.iter().cloned());
    }
    text
}

/// The quantile of the values: 0.5 for the median. NaN of no values.
pub(crate) fn quantile(values: &[f64], part: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let last = sorted.len().saturating_sub(1) as f64;
    let at = part * last;
    let (low, high) = (sorted.get(at.floor() as usize), sorted.get(at.ceil() as usize));
    match (low, high) {
        (Some(low), Some(high)) => low + (high - low) * (at - at.floor()),
        _ => f64::NAN,
    }
}

/// The middle value.
pub(crate) fn median(values: &[f64]) -> f64 {
    quantile(values, 0.5)
}

/// A number with two or three digits; "–" for none.
pub(crate) fn short(value: f64) -> String {
    match value.abs() {
        size if size.is_nan() => "–".to_owned(),
        size if size < 9.95 => format!("{value:.2}"),
        size if size < 99.5 => format!("{value:.1}"),
        _ => format!("{value:.0}"),
    }
}

/// Bytes in kB.
pub(crate) fn kilobytes(bytes: usize) -> String {
    format!("{:.1}", bytes as f64 / 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_lie_between_the_values() {
        assert_eq!(median(&[3.0, 1.0, 2.0]), 2.0);
        assert_eq!(median(&[4.0, 1.0, 2.0, 3.0]), 2.5);
        assert_eq!(quantile(&[0.0, 10.0], 0.95), 9.5);
        assert!(median(&[]).is_nan());
    }

    #[test]
    fn a_table_is_as_wide_as_its_cells() {
        let text = markdown(&["a", "b"], &[vec!["long one".to_owned(), "1".to_owned()]]);
        assert_eq!(text, "| a        |   b |\n| -------- | --: |\n| long one |   1 |\n");
    }
}
