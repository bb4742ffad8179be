//! All browser tests as one program: built once, and none waits for the last one of a file.

mod access;
mod choose;
mod curves;
mod demos;
mod embed;
mod explore;
mod faults;
mod first_frame;
mod hands;
mod harness;
mod journeys;
mod lesson;
mod monkey;
mod page;
mod paper;
mod share;
mod start;
mod translated;
mod typing;
mod vectors;
