//! The figures as a table for readers and as one for the page.

use super::measure::{GOAL, Measured, Worst};
use super::rows::rows;

/// Other implementations: the column in the table of peers, and the name for readers.
const PEERS: [(&str, &str); 5] = [
    ("jax", "JAX"),
    ("tf", "TensorFlow"),
    ("aten_formula", "ATen's formula"),
    ("ort", "onnxruntime"),
    ("naive", "textbook"),
];

/// A Markdown table, as wide as its widest entries; with the places of the errors if wanted.
pub(super) fn markdown(measured: &[Measured], peers: &str, places: bool) -> String {
    let mut lines = vec![header(places)];
    for m in measured {
        let mut line = vec![m.id.to_owned()];
        for (worst, suffix) in [(m.f, "f"), (m.df, "df")] {
            line.push(ours(worst));
            if places {
                line.push(worst.x.map_or_else(|| "–".to_owned(), |x| format!("{x:?}")));
            }
            line.extend(columns(suffix).map(|(column, _)| {
                peer(peers, m.id, &format!("{column}_{suffix}")).map_or("–".to_owned(), short)
            }));
        }
        lines.push(line);
    }
    let widths: Vec<_> = (0..lines[0].len())
        .map(|i| lines.iter().map(|line| line[i].chars().count()).max().unwrap_or(0).max(3))
        .collect();
    let rule = widths.iter().enumerate().map(|(i, width)| {
        // Numbers are flush right.
        if i == 0 { "-".repeat(*width) } else { format!("{}:", "-".repeat(width - 1)) }
    });
    lines.insert(1, rule.collect());
    let mut text = String::new();
    for line in lines {
        for (i, (entry, width)) in line.iter().zip(&widths).enumerate() {
            text.push_str(&if i == 0 {
                format!("| {entry:<width$}")
            } else {
                format!(" | {entry:>width$}")
            });
        }
        text.push_str(" |\n");
    }
    text
}

fn header(places: bool) -> Vec<String> {
    let mut header = vec!["function".to_owned()];
    for (sign, suffix) in [("f", "f"), ("f′", "df")] {
        header.push(format!("{sign} here"));
        if places {
            header.push("at x =".to_owned());
        }
        header.extend(columns(suffix).map(|(_, name)| format!("{sign} {name}")));
    }
    header
}

/// The peers that have figures: onnxruntime has no derivatives.
fn columns(suffix: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    PEERS.into_iter().filter(move |(column, _)| suffix == "f" || *column != "ort")
}

/// The largest figure of a peer, over the regions and parameter sets it was measured in.
fn peer(peers: &str, id: &str, column: &str) -> Option<f64> {
    rows(peers)
        .filter(|row| row.get("metric") == "max_ulp_over_1_plus_cond")
        .filter(|row| row.get("fn").split('(').next() == Some(id))
        .filter_map(|row| row.get(column).parse().ok())
        .reduce(f64::max)
}

/// One line for each function: `function,params,f,df`; several parameter sets with " | " between.
pub(super) fn csv(measured: &[Measured]) -> String {
    let mut text = "function,params,f,df\n".to_owned();
    for m in measured {
        let params = m.params.join(" | ");
        text.push_str(&format!("{},{params},{},{}\n", m.id, short(m.f.error), short(m.df.error)));
    }
    text
}

/// Bold when it is above the goal.
fn ours(worst: Worst) -> String {
    let figure = short(worst.error);
    if worst.error > GOAL { format!("**{figure}**") } else { figure }
}

/// Two significant digits.
fn short(value: f64) -> String {
    let scientific = format!("{value:.1e}");
    let Some((_, exponent)) = scientific.split_once('e') else { return scientific };
    match (exponent.parse::<i32>(), scientific.parse::<f64>()) {
        (Ok(_), Ok(0.0)) => "0".to_owned(),
        (Ok(-2), Ok(rounded)) => format!("{rounded:.3}"),
        (Ok(-1), Ok(rounded)) => format!("{rounded:.2}"),
        (Ok(0), Ok(rounded)) => format!("{rounded:.1}"),
        (Ok(1 | 2), Ok(rounded)) => format!("{rounded}"),
        _ => scientific,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PEERS_OF_ELU: &str = "metric,fn,reg,jax_f,tf_f,aten_formula_f,ort_f,naive_f,jax_df,tf_df,aten_formula_df,naive_df\n\
        max_ulp,elu,core,99,99,99,99,99,99,99,99,99\n\
        max_ulp_over_1_plus_cond,elu(alpha=1.0),core,1,2,3,,4,5,6,7,8\n\
        max_ulp_over_1_plus_cond,elu(alpha=2.0),tail,9,1,1,,1,1,1,1,1e15\n\
        max_ulp_over_1_plus_cond,gelu,core,99,99,99,99,99,99,99,99,99\n";

    fn elu() -> Measured {
        Measured {
            id: "elu",
            params: ["alpha=1", "alpha=2"].map(str::to_owned).to_vec(),
            f: Worst { error: 0.5, x: Some(-0.25) },
            df: Worst { error: 4.25, x: None },
        }
    }

    #[test]
    fn peers_are_beside_us_with_their_largest_figure() {
        let text = markdown(&[elu()], PEERS_OF_ELU, false);
        let cells: Vec<_> =
            text.lines().last().unwrap_or_default().split('|').map(str::trim).collect();
        let wanted = "|elu|0.50|9.0|2.0|3.0|–|4.0|**4.2**|5.0|6.0|7.0|1.0e15|";
        assert_eq!(cells.join("|"), wanted, "{text}");
        let text = markdown(&[elu()], PEERS_OF_ELU, true);
        assert!(text.contains(" -0.25 |"), "{text}");
        let widths: Vec<_> = text.lines().map(|line| line.chars().count()).collect();
        assert!(widths.iter().all(|width| *width == widths[0]), "{text}");
    }

    #[test]
    fn the_page_gets_a_line_for_each_function() {
        assert_eq!(csv(&[elu()]), "function,params,f,df\nelu,alpha=1 | alpha=2,0.50,4.2\n");
    }

    #[test]
    fn two_digits() {
        for (value, text) in [
            (0.0, "0"),
            (0.499_9, "0.50"),
            (0.037, "0.037"),
            (0.996, "1.0"),
            (9.96, "10"),
            (127.0, "130"),
            (9.01e15, "9.0e15"),
            (6.26e-7, "6.3e-7"),
            (f64::INFINITY, "inf"),
        ] {
            assert_eq!(short(value), text, "{value}");
        }
    }
}
