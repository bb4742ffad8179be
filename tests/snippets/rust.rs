//! Compiles snippets of Rust into one program and runs it.

use super::cases::{Case, Takes};
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// The values of every case, a row for every input.
pub fn run(cases: &[Case]) -> Vec<Vec<Vec<f64>>> {
    let program = compiled(&source(cases));
    let mut child = Command::new(program);
    let mut child = child.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut task = String::new();
    for (i, case) in cases.iter().enumerate() {
        for input in &case.inputs {
            write!(task, "{i}").unwrap();
            input.iter().for_each(|x| write!(task, " {}", x.to_bits()).unwrap());
            task.push('\n');
        }
    }
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(task.as_bytes()).unwrap());
    let answer = child.wait_with_output().unwrap();
    writer.join().unwrap();
    assert!(answer.status.success(), "{}", answer.status);
    let text = String::from_utf8(answer.stdout).unwrap();
    let mut rows = text.lines().map(|line| {
        let bits = line.split_terminator(' ').map(|bits| bits.parse().unwrap());
        bits.map(f64::from_bits).collect::<Vec<f64>>()
    });
    cases.iter().map(|case| rows.by_ref().take(case.inputs.len()).collect()).collect()
}

/// A module for every case, and a program that reads a case and an input a line.
fn source(cases: &[Case]) -> String {
    let mut source = String::from("#![deny(warnings)]\n");
    let mut arms = String::new();
    for (i, case) in cases.iter().enumerate() {
        let run = match case.takes {
            Takes::Number => "vec![f(input[0]), df(input[0])]",
            Takes::Pair => "let (a, b) = df(input[0], input[1]); vec![f(input[0], input[1]), a, b]",
            Takes::Vector => "f(input).into_iter().chain(df(input).concat()).collect()",
        };
        let code = &case.code;
        let run = format!("pub fn run(input: &[f64]) -> Vec<f64> {{ {run} }}");
        writeln!(source, "// {}\nmod case_{i} {{\n{code}\n{run}\n}}", case.name).unwrap();
        writeln!(arms, "{i} => case_{i}::run(&input),").unwrap();
    }
    source
        + &format!(
            "fn main() {{
    for line in std::io::stdin().lines() {{
        let line = line.unwrap();
        let mut words = line.split(' ').map(|word| word.parse::<u64>().unwrap());
        let case = words.next().unwrap();
        let input: Vec<f64> = words.map(f64::from_bits).collect();
        let values = match case {{ {arms} _ => panic!(\"no case {{case}}\") }};
        let bits: Vec<_> = values.iter().map(|x| x.to_bits().to_string()).collect();
        println!(\"{{}}\", bits.join(\" \"));
    }}
}}
"
        )
}

/// Compiles a program with the crate libm, which some snippets name.
fn compiled(source: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let (file, program) = (folder.join("snippets.rs"), folder.join("snippets-program"));
    std::fs::write(&file, source).unwrap();
    let mut complaints = String::new();
    for libm in libms() {
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut rustc = Command::new(rustc);
        rustc.args(["--edition", "2024", "--cap-lints", "forbid", "-o"]).args([&program, &file]);
        rustc.arg("--extern").arg(format!("libm={}", libm.display()));
        let run = rustc.output().unwrap();
        if run.status.success() {
            return program;
        }
        complaints = String::from_utf8_lossy(&run.stderr).into_owned();
        // Of another compiler's, so try the next.
        if !complaints.contains("E0514") {
            break;
        }
    }
    panic!("{} does not compile:\n{complaints}", file.display());
}

/// The crate libm as cargo has built it for this test, beside it; the newest first.
fn libms() -> Vec<PathBuf> {
    let test = std::env::current_exe().unwrap();
    let entries = std::fs::read_dir(test.parent().unwrap()).unwrap().map(|entry| entry.unwrap());
    let is_libm = |name: &str| name.starts_with("liblibm-") && name.ends_with(".rlib");
    let found = entries.filter(|entry| entry.file_name().to_str().is_some_and(is_libm));
    let age = |entry: &std::fs::DirEntry| entry.metadata().unwrap().modified().unwrap();
    let mut found: Vec<_> = found.map(|entry| (age(&entry), entry.path())).collect();
    found.sort();
    assert!(!found.is_empty(), "no libm beside {}", test.display());
    found.into_iter().rev().map(|(_, path)| path).collect()
}
