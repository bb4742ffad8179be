//! The project's own commands, run as `cargo xtask <command>`: the list is in [`USAGE`].

#![allow(clippy::print_stdout, reason = "a command-line program whose product is what it prints")]

mod accuracy;
mod after_build;
mod archive;
mod args;
mod before_build;
mod bench;
mod check;
mod children;
mod chunks;
mod driver;
mod edit;
mod failure;
mod figures;
mod files;
mod formatting;
mod function_order;
mod glue;
mod layout;
mod loader;
mod project;
mod screens;
mod serve;
mod server;
mod side_by_side;
mod site;
mod site_url;
mod sizes;
mod step;
mod test;
mod tools;
mod visits;
mod worker;

use args::Args;
use failure::Failure;
use std::process::ExitCode;

const USAGE: &str = "\
Activation Explorer: the project's commands

    cargo xtask serve [--port N] [--open]   build the page and serve it on this machine
    cargo xtask serve --dev [--port N]      the same, unoptimised, rebuilt when a file changes
    cargo xtask build [--zip]               leave the finished static site in dist/ (and dist.zip)
    cargo xtask check                       formatting, clippy on both targets, native tests
    cargo xtask test [NAME,…]               check, then the release build and the browser tests;
                                            with NAME only the browser tests of that name
    cargo xtask accuracy [--check]          measure every function against exact values; the
                                            figures go into xtask/FIGURES.md
                                            and the page
    cargo xtask bench [--long] [--quick] [PART …]
                                            measure the speed beside other libraries; the figures
                                            of a whole run go into xtask/FIGURES.md
    cargo xtask screens [FILTER]            screenshots of every view into target/screens
    cargo xtask help                        this text

What is missing (the wasm32 target, Trunk, wasm-bindgen, wasm-split, wasm-opt, and for the tests
Chromium, Firefox and NumPy) is installed on first use, project tools into target/tools. With the
page that takes about eight minutes on two cores, once.

    --check    write nothing: fail if the figures written are not those of today
    --long     drag for ten minutes where otherwise for one
    --quick    measure once, where otherwise three times
    PART       only this: peers, frames, load, bytes, throughput, memory, or profile
    --port N   serve on port N; without it on 8080, or the next free port
    --open     open the address in the browser
    FILTER     only screenshots whose file name contains this text, such as elu-1920-zh-projector

SITE_URL=https://someone.github.io/folder/ writes that address into what cannot do without one: link
previews, oEmbed, and the policy for sandboxes in which a browser does not know the site's own origin.
";

fn main() -> ExitCode {
    children::stop_on_signal();
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Failure> {
    let mut args = Args::from_env();
    match args.command().as_deref() {
        None | Some("help" | "--help" | "-h") => {
            print!("{USAGE}");
            Ok(())
        }
        Some("serve") => serve::run(&args.serve()?),
        Some("build") => site::command(args.zip()?),
        Some("check") => args.nothing_more().and_then(|()| check::command()),
        Some("test") => test::command(args.one_word("NAME")?.as_deref()),
        // Steps of every build, named in Trunk.toml.
        Some("before-build") => args.nothing_more().and_then(|()| before_build::command()),
        Some("after-build") => args.nothing_more().and_then(|()| after_build::command()),
        Some("accuracy") => accuracy::command(&mut args),
        Some("bench") => bench::command(&mut args),
        Some("screens") => screens::run(args.one_word("FILTER")?.as_deref()),
        Some(other) => Err(args::unknown(other)),
    }
}
