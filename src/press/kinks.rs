//! The table of what frameworks return at kinks, as Rust for its view.

use super::frameworks::{parameters, written};
use super::measured::{Row, is_near};
use explorer_core::activation::{ALL, Activation, AtKink, by_id};

/// The code: the frameworks, and a row for each point where the pieces of a function meet, or
/// where a framework's derivative is not that of the catalogue.
pub fn code(rows: &[Row]) -> Result<String, String> {
    let mut frameworks: Vec<&str> = Vec::new();
    let mut points: Vec<(&str, f64)> = Vec::new();
    for row in rows {
        if !frameworks.contains(&row.framework.as_str()) {
            frameworks.push(&row.framework);
        }
        let point = (row.case.as_str(), row.x);
        if is_near(row.x) && !points.contains(&point) {
            points.push(point);
        }
    }
    let mut table = Vec::new();
    for (case, x) in points {
        let act = function(case).ok_or_else(|| format!("{case}: no such function"))?;
        let params = parameters(case).unwrap_or_else(|| act.defaults());
        let measured: Vec<Option<f64>> = frameworks
            .iter()
            .map(|framework| {
                let of = |row: &&Row| row.framework == *framework && row.case == case && row.x == x;
                rows.iter().find(of).map(|row| row.df)
            })
            .collect();
        let ours = act.df(x, &params);
        let differs = measured.iter().flatten().any(|df| (df - ours).abs() > 1e-6);
        if differs || act.breaks(&params).contains(&x) {
            table.push(format!(
                "Row {{ case: {case:?}, id: {:?}, params: &{params:?}, x: {x:?}, measured: &{measured:?} }}",
                act.id
            ));
        }
    }
    let names: Vec<String> = frameworks.iter().map(|f| written(f)).collect();
    let count = names.len();
    Ok(format!(
        "/// The frameworks that were measured, with their versions.\n\
         pub static FRAMEWORKS: [&str; {count}] = {names:?};\n\
         /// What they return where the pieces meet, in the order of the measurements.\n\
         pub static ROWS: [Row; {}] = [\n{}\n];\n",
        table.len(),
        table.join(",\n")
    ))
}

/// The function a case measures: the one whose table of frameworks shows it, or that of its name.
fn function(case: &str) -> Option<&'static Activation> {
    let shows = |act: &&Activation| {
        act.frameworks.iter().any(|f| matches!(f.kink, AtKink::Measured(shown) if shown == case))
    };
    let name = case.split_once('(').map_or(case, |(name, _)| name);
    ALL.iter().copied().find(shows).or_else(|| by_id(name))
}
