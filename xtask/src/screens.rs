//! `cargo xtask screens`: screenshots of every view, for a person to look at.

use crate::driver::Driver;
use crate::failure::{Failure, io};
use crate::project;
use crate::server::{Port, Server};
use crate::site;
use crate::step::Cmd;
use crate::test::in_browser;
use crate::tools::{self, browser};

/// Takes the screenshots whose name contains `filter`.
pub(crate) fn run(filter: Option<&str>) -> Result<(), Failure> {
    let step = "taking screenshots";
    let tools = tools::ensure_site(true)?;
    let browser = browser::ensure()?;
    browser::ensure_cjk_font()?;
    site::build_if_changed(&tools)?;
    let out = project::root().join("target/screens");
    if filter.is_none() && out.exists() {
        std::fs::remove_dir_all(&out).map_err(|e| io(step, &out, &e))?;
    }
    std::fs::create_dir_all(&out).map_err(|e| io(step, &out, &e))?;
    let server = Server::start(&project::dist(), "/", Port::Any)?;
    let driver = Driver::start(&browser)?;
    let cmd = Cmd::cargo("run --quiet -p e2e --bin screens --").args([&out]).args(filter);
    in_browser(cmd, &server, &driver, &browser)
        .run(step, "The message above says which view failed.")?;
    println!("The screenshots are in {}", out.display());
    Ok(())
}
