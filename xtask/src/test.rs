//! `cargo xtask test`: all tests, in the order in which a failure is found soonest.

use crate::driver::Driver;
use crate::failure::{Failure, io};
use crate::project;
use crate::server::{Port, Server};
use crate::step::{Cmd, Steps};
use crate::tools::axe;
use crate::tools::browser::{self, Browser};
use crate::tools::{self, SiteTools};
use crate::{check, site, sizes};
use std::path::PathBuf;

/// All tests, or only the browser tests whose name contains one of `names`, which commas separate.
pub(crate) fn command(names: Option<&str>) -> Result<(), Failure> {
    if names.is_some() {
        let (tools, browser) = ensure()?;
        site::build_if_changed(&tools)?;
        return browser_tests(&browser, names);
    }
    Steps::summarised(|steps| {
        let (tools, browser) = steps.step("tools", ensure)?;
        check::run(steps)?;
        steps.command(
            "100,000 random states",
            &Cmd::cargo("test -p activation-explorer --test states").env("STATES", "100000"),
            "The state's number is above: it is the same whenever it is drawn.",
        )?;
        steps.command(
            "wasm tests",
            &wasm_tests(&tools, &browser)?,
            "The failed test's message is above; the same test natively: cargo test --test NAME",
        )?;
        steps.step("release build", || site::build_if_changed(&tools))?;
        steps.step("size budget", || {
            let sizes = sizes::measure()?;
            println!("{sizes}");
            sizes.within_budget()
        })?;
        steps.step("browser tests", || browser_tests(&browser, None))
    })
}

/// Installs the tools of the tests where they are missing.
fn ensure() -> Result<(SiteTools, Browser), Failure> {
    // First, since the site's tools are the last ones to be built: see `rust::tidy`.
    browser::ensure_firefox()?;
    Ok((tools::ensure_site(true)?, browser::ensure()?))
}

/// Runs the tests compiled to wasm, like the page, in headless Chromium.
fn wasm_tests(tools: &SiteTools, browser: &Browser) -> Result<Cmd, Failure> {
    Ok(Cmd::cargo("test -p activation-explorer --release --target wasm32-unknown-unknown")
        .words("--test in_browser")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", &tools.test_runner)
        .env("CHROMEDRIVER", &browser.driver)
        .env("WASM_BINDGEN_USE_BROWSER", "1")
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", webdriver_json(browser)?)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "30")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300"))
}

/// Writes the browser into the wasm test runner's settings; the runner adds --headless and
/// --no-sandbox itself.
fn webdriver_json(browser: &Browser) -> Result<PathBuf, Failure> {
    let path = project::scratch()?.join("webdriver.json");
    // Debug formatting of a string is JSON for every path without control characters.
    let binary = browser.chrome.to_string_lossy();
    let json = format!("{{\"goog:chromeOptions\": {{\"binary\": {binary:?}}}}}\n");
    std::fs::write(&path, json).map_err(|e| io("wasm tests", &path, &e))?;
    Ok(path)
}

fn browser_tests(browser: &Browser, names: Option<&str>) -> Result<(), Failure> {
    // From a sub-path, to find addresses that only work at the host's root.
    let server = Server::start(&project::dist(), "/any/folder/", Port::Any)?;
    let driver = Driver::start(browser)?;
    let firefox = browser::ensure_firefox()?;
    let gecko = Driver::start_firefox(&firefox)?;
    let cmd = in_browser(Cmd::cargo("test -p e2e --no-fail-fast"), &server, &driver, browser)
        .env("E2E_GECKO", gecko.url())
        .env("E2E_FIREFOX", &firefox.browser)
        .env("E2E_AXE", axe::ensure()?)
        .args(names.map(|_| "--"))
        .args(names.unwrap_or_default().split_terminator(','));
    println!("   {cmd}");
    cmd.run(
        "browser tests",
        "The failed test's message is above; what the page looked like then is in target/e2e.\n\
         One test alone: cargo xtask test NAME",
    )
}

/// Passes the page's, the driver's and the browser's places to a command of the e2e crate.
pub(crate) fn in_browser(cmd: Cmd, server: &Server, driver: &Driver, browser: &Browser) -> Cmd {
    cmd.env("E2E_BASE", server.url())
        .env("E2E_DRIVER", driver.url())
        .env("E2E_CHROME", &browser.chrome)
        // A failed check names itself; its place in the harness is noise.
        .env("RUST_LIB_BACKTRACE", "0")
        // A proxy for the internet must not get requests to this machine.
        .env("NO_PROXY", "127.0.0.1,localhost")
}
