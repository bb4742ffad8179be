//! Derivatives measured in the frameworks: the rows of `kinks_measured.csv`.

use explorer_core::activation::Library;

/// The file.
const FILE: &str = include_str!("../content/kinks_measured.csv");

/// One measured value.
pub struct Row {
    /// Framework and version, as the file has them.
    pub framework: String,
    /// The name of the case: an id, with its parameters in parentheses if it has any.
    pub case: String,
    /// The place.
    pub x: f64,
    /// The derivative there.
    pub df: f64,
}

/// Every row, in the order of the file.
pub fn rows() -> Result<Vec<Row>, String> {
    FILE.lines()
        .skip(1)
        .map(|line| row(line).ok_or_else(|| format!("src/content/kinks_measured.csv: {line}")))
        .collect()
}

fn row(line: &str) -> Option<Row> {
    let fields: [String; 5] = fields(line).try_into().ok()?;
    let [framework, case, x, _, df] = fields;
    Some(Row { framework, case, x: x.parse().ok()?, df: df.parse().ok()? })
}

/// The fields of a line; commas in quotes do not separate.
pub(crate) fn fields(line: &str) -> Vec<String> {
    let mut fields = vec![String::new()];
    let mut quoted = false;
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => fields.push(String::new()),
            _ => fields.iter_mut().rev().take(1).for_each(|field| field.push(c)),
        }
    }
    fields
}

/// The values of a library for a case where the pieces meet: neither far out nor at NaN, ±0 once.
pub fn at_kinks<'a>(rows: &'a [Row], library: Library, case: &str) -> Vec<&'a Row> {
    let framework = match library {
        Library::Jax | Library::Flax => "jax",
        Library::Keras | Library::TensorFlow => "tensorflow",
        Library::PyTorch | Library::Onnx => return Vec::new(),
    };
    rows.iter()
        .filter(|row| row.framework.starts_with(framework) && row.case == case && is_near(row.x))
        .collect()
}

/// True if pieces may meet at `x`: neither far out nor NaN, and of ±0 only +0.
pub(crate) fn is_near(x: f64) -> bool {
    x.abs() < 100.0 && !(x == 0.0 && x.is_sign_negative())
}
