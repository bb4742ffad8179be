//! Training small networks: a multi-layer perceptron with any activation of the catalogue, its data,
//! losses, optimisers and statistics, and the theory of very wide ones.
//!
//! The same seed gives the same bits natively and in a browser.

pub mod data;
mod dense;
pub mod init;
pub mod layers;
pub mod loss;
pub mod mean_field;
pub mod network;
pub mod optimiser;
pub mod order;
pub mod run;
pub mod setup;
mod slopes;
pub mod statistics;
pub mod sweep;
pub mod training;
