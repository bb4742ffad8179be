//! `cargo xtask serve`: the page on this machine, finished or rebuilt at every change.

use crate::args;
use crate::failure::Failure;
use crate::project;
use crate::server::{Port, Server, listen};
use crate::site;
use crate::step::Cmd;
use crate::tools::{self, SiteTools};

const FIRST_PORT: u16 = 8080;

/// Serves until it is stopped.
pub(crate) fn run(options: &args::Serve) -> Result<(), Failure> {
    let port = options.port.map_or(Port::From(FIRST_PORT), Port::Exactly);
    // A taken port is found before minutes of building.
    drop(listen(port)?);
    let tools = tools::ensure_site(!options.dev)?;
    if options.dev {
        return develop(&tools, port, options.open);
    }
    site::build_if_changed(&tools)?;
    let server = Server::start(&project::dist(), "/", port)?;
    let url = server.url();
    println!("\n    Activation Explorer is at  {url}\n    Ctrl-C stops it.\n");
    if options.open {
        open(&url);
    }
    server.wait();
    Ok(())
}

/// Runs Trunk, which watches the sources, rebuilds without optimising, and reloads the page.
fn develop(tools: &SiteTools, port: Port, open: bool) -> Result<(), Failure> {
    site::fetch_crates()?;
    let step = "serving while watching for changes";
    let free = listen(port)?.local_addr().map_err(|e| Failure::new(step, &e.to_string()))?.port();
    // Not into dist/, which always holds the finished site.
    let mut cmd = site::trunk(tools, "serve --dist target/dev-site --address 127.0.0.1")
        .args(["--port".to_owned(), free.to_string()]);
    if open {
        cmd = cmd.words("--open");
    }
    println!(
        "\n    Activation Explorer, rebuilt at every change, will be at  http://127.0.0.1:{free}/\n    Ctrl-C stops it.\n"
    );
    cmd.run(step, "Trunk's message above says what is wrong.")
}

/// Opens the address with this system's opener.
fn open(url: &str) {
    let cmd = if cfg!(target_os = "macos") {
        Cmd::new("open").args([url])
    } else if cfg!(windows) {
        Cmd::new("explorer").args([url])
    } else {
        Cmd::new("xdg-open").args([url])
    };
    if cmd.command().spawn().is_err() {
        println!("No browser could be opened: open the address yourself.");
    }
}
