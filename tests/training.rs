//! The training engine against networks computed with 80 bits: losses, gradients, losses along
//! training; data sets; and every function with every head against central differences.

#![cfg(not(target_arch = "wasm32"))] // long; `trained.rs` compares the bits of a browser
#![allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]

mod common;
#[path = "training/input.rs"]
mod input;
#[path = "training/runs.rs"]
mod runs;
#[path = "training/shares.rs"]
mod shares;
#[path = "training/slopes.rs"]
mod slopes;
#[path = "training/traces.rs"]
mod traces;

use activation_explorer::train::data::{DataSet, Shape};
use common::rows;

const DATA: &str = include_str!("data/training/datasets.csv");

#[test]
fn data_sets_are_those_of_the_table() {
    for shape in Shape::ALL {
        let table: Vec<_> = rows(DATA).filter(|row| row.get("set") == shape.id()).collect();
        let samples = DataSet::new(shape, table.len(), 1).train();
        assert!(table.len() >= 60 && samples.y.len() == table.len());
        for (row, (x, y)) in table.iter().zip(samples.x.chunks(2).zip(&samples.y)) {
            for (name, got) in [("x1", x[0]), ("x2", x[1]), ("y", *y)] {
                let want: f64 = row.get(name).parse().unwrap();
                let what = format!("{shape:?} {} {name}: {got}", row.get("i"));
                assert!((got - want).abs() < 1e-14, "{what}, want {want}");
            }
        }
    }
}
