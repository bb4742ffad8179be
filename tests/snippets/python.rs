//! Runs Python: snippets of NumPy for their values, the others for their syntax.

use super::cases::{Case, Takes};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The values of every case, a row for every input.
///
/// The script also asks for no warnings where none is due, and for the shapes of arrays.
pub fn run(cases: &[Case]) -> Vec<Vec<Vec<f64>>> {
    let bits = |row: &Vec<f64>| row.iter().map(|x| x.to_bits()).collect::<Vec<_>>();
    let cases: Vec<_> = cases
        .iter()
        .map(|case| {
            let takes = match case.takes {
                Takes::Number => "number",
                Takes::Pair => "pair",
                Takes::Vector => "vector",
            };
            json!({
                "name": case.name, "code": case.code, "takes": takes,
                "inputs": case.inputs.iter().map(bits).collect::<Vec<_>>(),
                "calm": (0..case.inputs.len()).map(|i| case.is_calm(i)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let answer = script("numpy", &json!({ "cases": cases, "texts": [] }));
    let numbers = |row: &Value| {
        row.as_array().unwrap().iter().map(|x| f64::from_bits(x.as_u64().unwrap())).collect()
    };
    let rows = |case: &Value| case.as_array().unwrap().iter().map(numbers).collect();
    answer["values"].as_array().unwrap().iter().map(rows).collect()
}

/// Parses texts, given with their names.
pub fn parse(texts: &[(String, String)]) {
    assert!(texts.len() > 300, "only {} texts", texts.len());
    script("syntax", &json!({ "cases": [], "texts": texts }));
}

/// Runs the script on a task and returns its answer, which must name no problem.
fn script(name: &str, task: &Value) -> Value {
    let file =
        |what: &str| Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("snippets-{name}-{what}"));
    let (driver, task_file) = (file("run.py"), file("task.json"));
    std::fs::write(&driver, include_str!("run.py")).unwrap();
    std::fs::write(&task_file, task.to_string()).unwrap();
    let run = Command::new(with_numpy()).args([&driver, &task_file]).output().unwrap();
    let stderr = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success(), "{}: {stderr}", driver.display());
    let answer: Value = serde_json::from_slice(&run.stdout).unwrap();
    let problems = answer["problems"].as_array().unwrap();
    let first: Vec<_> = problems.iter().take(20).filter_map(Value::as_str).collect();
    assert!(problems.is_empty(), "{} problems:\n{}", problems.len(), first.join("\n"));
    answer
}

/// A Python that has NumPy.
fn with_numpy() -> PathBuf {
    let named = std::env::var_os("EXPLORER_PYTHON").map(PathBuf::from);
    let candidates =
        named.map_or_else(|| vec!["python3".into(), "/usr/bin/python3".into()], |path| vec![path]);
    let has_numpy = |python: &&PathBuf| {
        let mut import = Command::new(python);
        import.args(["-c", "import numpy"]).stdout(Stdio::null()).stderr(Stdio::null());
        import.status().is_ok_and(|status| status.success())
    };
    candidates.iter().find(has_numpy).cloned().unwrap_or_else(|| {
        panic!(
            "none of {candidates:?} has NumPy, which runs the page's NumPy code. \
             `cargo xtask test` and `cargo xtask check` install it; or name a Python that has it \
             in EXPLORER_PYTHON"
        )
    })
}
