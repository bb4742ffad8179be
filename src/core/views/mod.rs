//! The views: of each its model, the drawings of its plots, and states that show all of it.
//!
//! `drawings` of a view is for tests, which draw it natively; the page makes the same drawings from
//! its signals, so that nothing of a view that is not shown is in the first download.

pub mod compare;
pub mod function;
pub mod gallery;
pub mod kink;
pub mod linear;
pub mod maxout;
pub mod neuron;
pub mod saturation;
pub mod softmax;
pub mod zigzag;

use crate::plot::Drawing;

/// The drawings of a view, each with the name of its plot.
pub type Drawings = Vec<(&'static str, Box<dyn Drawing>)>;
