//! One browser with one page in it, and the calls a test makes on that page.

use crate::{Options, Scheme};
use anyhow::{Context, Result, anyhow};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use thirtyfour::common::capabilities::chromium::ChromiumLikeCapabilities;
use thirtyfour::common::capabilities::firefox::FirefoxPreferences;
use thirtyfour::common::log::LoggingPrefsLogLevel;
use thirtyfour::{DesiredCapabilities, WebDriver};
use tokio::sync::{Semaphore, SemaphorePermit};

/// The time a page may take until it is ready.
const READY: Duration = Duration::from_secs(20);
/// The time anything else may take: a machine that builds something beside the tests is slow.
const SOON: Duration = Duration::from_secs(15);

/// Browsers running at once in one test program: as many as CI has cores.
static BROWSERS: Semaphore = Semaphore::const_new(2);
/// geckodriver takes one session at a time.
static FIREFOXES: Semaphore = Semaphore::const_new(1);

/// The kind of browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Chromium,
    Firefox,
}

/// A running browser. End it with [`Session::quit`], or use [`in_page`], which does.
pub struct Session {
    driver: WebDriver,
    options: Options,
    kind: Kind,
    base: String,
    _permit: SemaphorePermit<'static>,
}

impl Session {
    /// Starts a browser with a fresh profile.
    ///
    /// # Errors
    /// If the browser does not start.
    ///
    /// # Panics
    /// If the tests are not run through `cargo xtask test`.
    pub async fn start(options: Options) -> Result<Self> {
        let base = required("E2E_BASE");
        let server = required("E2E_DRIVER");
        let permit = BROWSERS.acquire().await?;
        let driver = WebDriver::new(server, capabilities()?)
            .await
            .context("starting Chromium; its log is target/xtask/chromedriver.log")?;
        let session = Self { driver, options, kind: Kind::Chromium, base, _permit: permit };
        session.emulate(options.height).await?;
        Ok(session)
    }

    /// Starts Firefox with a fresh profile. There [`Session::cdp`] fails and the console is silent.
    ///
    /// # Errors
    /// If the browser does not start.
    ///
    /// # Panics
    /// If the tests are not run through `cargo xtask test`.
    pub(crate) async fn start_firefox(preferences: &[(&str, bool)]) -> Result<Self> {
        let base = required("E2E_BASE");
        let server = required("E2E_GECKO");
        let permit = FIREFOXES.acquire().await?;
        let mut caps = DesiredCapabilities::firefox();
        caps.set_headless()?;
        caps.set_firefox_binary(&required("E2E_FIREFOX"))?;
        let mut wanted = FirefoxPreferences::new();
        for (name, on) in preferences {
            wanted.set(name, *on)?;
        }
        caps.set_preferences(wanted)?;
        let driver =
            WebDriver::new(server, caps).await.context("starting Firefox; E2E_FIREFOX names it")?;
        let options = Options::default();
        driver.set_window_rect(0, 0, options.width, options.height).await?;
        Ok(Self { driver, options, kind: Kind::Firefox, base, _permit: permit })
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// If it is gone already.
    pub async fn quit(self) -> Result<()> {
        Ok(self.driver.quit().await?)
    }

    /// The WebDriver connection, for what this type has no method for.
    #[must_use]
    pub fn driver(&self) -> &WebDriver {
        &self.driver
    }

    /// The options the browser was started with.
    #[must_use]
    pub fn options(&self) -> Options {
        self.options
    }

    /// The address of the page with this query (`?…`, `#…` or nothing).
    #[must_use]
    pub fn url(&self, query: &str) -> String {
        format!("{}{query}", self.base)
    }

    /// Opens the page with this query and waits until it is ready.
    ///
    /// # Errors
    /// If it is not ready within 20 seconds; the message has the console's errors.
    pub async fn goto(&self, query: &str) -> Result<()> {
        if query.starts_with('#') {
            // A change of the fragment alone would not load the page anew.
            self.driver.goto("about:blank").await?;
        }
        self.driver.goto(self.url(query)).await?;
        let ready = "return document.documentElement.dataset.ready === 'true'";
        if let Err(late) = self.wait_within(READY, ready, &[]).await {
            let shown: String = query.chars().take(80).collect();
            let errors = self.console_errors().await.unwrap_or_default();
            return Err(late.context(format!("opening {shown:?}; console: {errors:#?}")));
        }
        self.frames(2).await?;
        // The faces of the text come when the page is live.
        self.wait("return document.fonts.status === 'loaded'", &[]).await?;
        self.frames(1).await
    }

    /// Runs the body of a function with `args` as `arguments`; a promise is awaited.
    ///
    /// # Errors
    /// If the script throws.
    pub async fn js(&self, script: &str, args: &[Value]) -> Result<Value> {
        let result = self.driver.execute(script.to_owned(), args.to_vec()).await;
        match result {
            Ok(result) => Ok(result.json().clone()),
            Err(error) => {
                // After the message comes a stack of addresses in the browser.
                let text = error.to_string();
                let message = text.split("(Session info").next().unwrap_or(&text);
                Err(anyhow!("{}", message.trim_end()))
            }
        }
    }

    /// [`Session::js`] for a script that gives a string.
    ///
    /// # Errors
    /// If it gives something else.
    pub async fn text(&self, script: &str, args: &[Value]) -> Result<String> {
        let value = self.js(script, args).await?;
        let text = value.as_str();
        Ok(text.with_context(|| format!("{script} gave {value}"))?.to_owned())
    }

    /// The `value` of the first element that matches, as the exact number it stands for.
    ///
    /// # Errors
    /// If there is no such element or its value is no number.
    pub async fn number(&self, selector: &str) -> Result<f64> {
        let script = "return document.querySelector(arguments[0]).getAttribute('value')";
        let text = self
            .text(script, &[json!(selector)])
            .await
            .with_context(|| format!("reading {selector}"))?;
        text.parse().with_context(|| format!("{selector} has the value {text:?}"))
    }

    /// Waits until the script gives something true, at most 15 seconds. A script that throws has
    /// not given it yet: a frame that is being loaded has no root element for a moment.
    ///
    /// # Errors
    /// If it never does, with what it threw last.
    pub async fn wait(&self, script: &str, args: &[Value]) -> Result<()> {
        self.wait_within(SOON, script, args).await
    }

    /// The same with another limit.
    ///
    /// # Errors
    /// If it never does, with what it threw last.
    pub async fn wait_within(&self, limit: Duration, script: &str, args: &[Value]) -> Result<()> {
        let start = Instant::now();
        loop {
            let now = self.js(script, args).await;
            if matches!(&now, Ok(value) if *value == json!(true)) {
                return Ok(());
            }
            if start.elapsed() > limit {
                let late = format!("not within {limit:?}: {script}");
                return Err(now.err().unwrap_or_else(|| anyhow!("it was false")).context(late));
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Waits until the page has drawn this many more frames.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn frames(&self, count: u32) -> Result<()> {
        let script = "const next = () => new Promise(requestAnimationFrame);
            return (async n => { for (let i = 0; i < n; i++) await next(); })(arguments[0])";
        self.js(script, &[json!(count)]).await?;
        Ok(())
    }

    /// Moves the slider of a parameter as a person would, and gives the value it then has.
    ///
    /// # Errors
    /// If there is no such slider.
    pub async fn slide(&self, fn_id: &str, parameter: &str, value: f64) -> Result<f64> {
        let script = "const [fn, name, value] = arguments;
            const slider = document.querySelector(
                `input[type=range][name=\"${name}\"][data-fn=\"${fn}\"]`);
            slider.value = value;
            slider.dispatchEvent(new Event('input', { bubbles: true }));
            return slider.valueAsNumber";
        let value = self
            .js(script, &[json!(fn_id), json!(parameter), json!(value)])
            .await
            .with_context(|| format!("the slider {parameter} of {fn_id}"))?;
        value.as_f64().with_context(|| format!("the slider's value is {value}"))
    }

    /// The errors that the console has shown since the last call: messages, uncaught exceptions,
    /// policy violations, failed loads.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn console_errors(&self) -> Result<Vec<String>> {
        if self.kind == Kind::Firefox {
            return Ok(Vec::new());
        }
        let entries = self.driver.browser_log().await?;
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        Ok(severe.map(|entry| entry.message).collect())
    }

    /// Runs a script before any of the page's own, from the next page on.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn before_everything(&self, source: &str) -> Result<()> {
        self.cdp("Page.enable", json!({})).await?;
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await?;
        Ok(())
    }

    /// A command of the Chrome DevTools Protocol.
    ///
    /// # Errors
    /// If the browser refuses it.
    pub async fn cdp(&self, method: &str, params: Value) -> Result<Value> {
        Ok(self.driver.cdp().send_raw(method, params).await?)
    }

    /// Makes the window this high, with everything else as in the options.
    pub(crate) async fn emulate(&self, height: u32) -> Result<()> {
        let Options { width, dpr, mobile, reduced_motion, scheme, .. } = self.options;
        self.cdp(
            "Emulation.setDeviceMetricsOverride",
            json!({ "width": width, "height": height, "deviceScaleFactor": dpr, "mobile": mobile }),
        )
        .await?;
        self.cdp("Emulation.setTouchEmulationEnabled", json!({ "enabled": mobile })).await?;
        let motion = if reduced_motion { "reduce" } else { "no-preference" };
        let scheme = if scheme == Scheme::Dark { "dark" } else { "light" };
        let features = json!([
            { "name": "prefers-reduced-motion", "value": motion },
            { "name": "prefers-color-scheme", "value": scheme },
        ]);
        self.cdp("Emulation.setEmulatedMedia", json!({ "features": features })).await?;
        Ok(())
    }
}

fn required(variable: &str) -> String {
    match std::env::var(variable) {
        Ok(value) => value,
        Err(_) => panic!("{variable} is not set: run these tests through `cargo xtask test`"),
    }
}

fn capabilities() -> Result<thirtyfour::ChromeCapabilities> {
    let mut caps = DesiredCapabilities::chrome();
    if let Ok(chrome) = std::env::var("E2E_CHROME") {
        caps.set_binary(&chrome)?;
    }
    for arg in [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en-US",
        "--accept-lang=en-US",
    ] {
        caps.add_arg(arg)?;
    }
    // chromedriver makes a fresh profile in a temporary folder and removes it again.
    caps.set_browser_log_level(LoggingPrefsLogLevel::All)?;
    Ok(caps)
}
