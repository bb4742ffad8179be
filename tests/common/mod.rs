//! Reading the reference tables.
#![allow(dead_code, reason = "each test target uses its own part of this module")]

/// One row of a table with named columns; fields may be quoted.
#[derive(Debug)]
pub struct Row<'a> {
    header: Vec<&'a str>,
    fields: Vec<&'a str>,
}

impl<'a> Row<'a> {
    /// The field in the column called `name`.
    pub fn get(&self, name: &str) -> &'a str {
        let column = self.header.iter().position(|h| *h == name);
        self.fields[column.unwrap_or_else(|| panic!("no column {name}"))]
    }
}

/// Whether a row of dead.csv is of the network of the view: 2-16-16-1 with ReLU on spirals, 50 epochs
/// of SGD.
pub fn of_relu_by_sgd(row: &Row) -> bool {
    let is = |(name, value): (&str, &str)| row.get(name) == value;
    [
        ("data", "spirals"),
        ("shape", "2-16-16-1"),
        ("loss", "logistic"),
        ("act", "relu"),
        ("opt", "sgd"),
        ("epochs", "50"),
    ]
    .into_iter()
    .all(is)
}

/// The rows of a CSV table without line breaks or escaped quotes inside fields.
pub fn rows(table: &str) -> impl Iterator<Item = Row<'_>> {
    let mut lines = table.lines();
    let header = split(lines.next().unwrap());
    lines.map(move |line| Row { header: header.clone(), fields: split(line) })
}

/// Splits at commas outside quotes and takes the quotes off.
fn split(line: &str) -> Vec<&str> {
    let mut quoted = false;
    line.split(|c| {
        quoted ^= c == '"';
        c == ',' && !quoted
    })
    .map(|field| field.trim_matches('"'))
    .collect()
}

/// The values of `name=value;…`, in order.
pub fn params(text: &str) -> Vec<f64> {
    text.split(';')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap().1.parse().unwrap())
        .collect()
}

/// The distance from `x` to the next float away from zero.
pub fn ulp(x: f64) -> f64 {
    let x = x.abs();
    x.next_up() - x
}
