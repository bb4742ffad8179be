//! As much of a tensor as activations need: reading, broadcasting, and the lines along an axis.

use serde_json::Value;
use std::fmt;

/// Numbers in row-major order.
pub struct Tensor {
    /// The length of each axis.
    pub shape: Vec<usize>,
    /// The entries, last axis fastest.
    pub data: Vec<f64>,
}

impl Tensor {
    /// A single number, which broadcasts to any shape.
    pub fn scalar(value: f64) -> Self {
        Self { shape: Vec::new(), data: vec![value] }
    }

    /// Reads a tensor of float32; every number is one exactly.
    pub fn read(json: &Value) -> Self {
        assert_eq!(json["dtype"], "float32");
        let list = |key: &str| json[key].as_array().unwrap().iter();
        #[expect(clippy::cast_possible_truncation, reason = "they are printed as float32")]
        let data: Vec<_> = list("data").map(|n| f64::from(n.as_f64().unwrap() as f32)).collect();
        let shape: Vec<_> =
            list("shape").map(|n| usize::try_from(n.as_u64().unwrap()).unwrap()).collect();
        assert_eq!(data.len(), shape.iter().product::<usize>());
        Self { shape, data }
    }

    /// The number that meets entry `index` of a tensor of that shape, by NumPy's rule: axes are
    /// matched from the last, and an axis of length 1, or none, repeats.
    pub fn at(&self, mut index: usize, shape: &[usize]) -> f64 {
        let (mut place, mut stride) = (0, 1);
        for (k, length) in shape.iter().rev().enumerate() {
            let own = if k < self.shape.len() { self.shape[self.shape.len() - 1 - k] } else { 1 };
            assert!(own == 1 || own == *length, "{:?} does not broadcast to {shape:?}", self.shape);
            place += if own == 1 { 0 } else { index % length * stride };
            stride *= own;
            index /= length;
        }
        self.data[place]
    }
}

impl fmt::Debug for Tensor {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.data[..] {
            [number] => number.fmt(out),
            _ => write!(out, "tensor{:?}", self.shape),
        }
    }
}

/// The places in row-major order of every line along `axis`.
pub fn lines(shape: &[usize], axis: usize) -> Vec<Vec<usize>> {
    let length = shape[axis];
    let inner: usize = shape[axis + 1..].iter().product();
    let outer: usize = shape[..axis].iter().product();
    let line = |o: usize, i: usize| (0..length).map(|k| (o * length + k) * inner + i).collect();
    (0..outer).flat_map(|o| (0..inner).map(move |i| (o, i))).map(|(o, i)| line(o, i)).collect()
}
