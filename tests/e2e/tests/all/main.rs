//! All browser tests as one program: built once, and none waits for the last one of a file.

mod access;
mod bar;
mod bends;
mod choose;
mod compare;
mod curves;
mod demos;
mod embed;
mod explore;
mod faults;
mod finding;
mod first_frame;
mod function;
mod hands;
mod harness;
mod journeys;
mod lecture;
mod lesson;
mod monkey;
mod page;
mod paper;
mod share;
mod start;
mod translated;
mod typing;
mod vectors;
