//! Chromium, Firefox, their WebDriver servers and a font with Chinese letters, for tests and screenshots.

use super::debian::{apt, may_apt};
use super::find::on_path;
use super::rust;
use crate::failure::Failure;
use crate::step::Cmd;
use std::path::PathBuf;

/// A browser and its WebDriver server.
pub(crate) struct Browser {
    /// Chromium or Chrome.
    pub(crate) chrome: PathBuf,
    /// chromedriver of the same version.
    pub(crate) driver: PathBuf,
}

const CHROME_NAMES: &[&str] =
    &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser the environment names, or the one on `PATH`, or a freshly installed one.
pub(crate) fn ensure() -> Result<Browser, Failure> {
    let step = "finding Chromium and chromedriver";
    if let Some(browser) = find()? {
        return Ok(browser);
    }
    let advice = "Install Chromium (or Chrome) and the chromedriver of the same version:\n\
                  Debian: apt-get install chromium chromium-driver\n\
                  others: https://googlechromelabs.github.io/chrome-for-testing/\n\
                  and have both on PATH, or name them in CHROME and CHROMEDRIVER.";
    if !may_apt(&["debian"]) {
        return Err(Failure::new(
            step,
            "one of them is missing, and only on Debian as root could it be installed here",
        )
        .advise(advice));
    }
    apt(
        "installing Chromium and its driver, which the browser tests run",
        "1 min, once",
        &["chromium", "chromium-driver"],
        advice,
    )?;
    find()?.ok_or_else(|| Failure::new(step, "installed, but not on PATH").advise(advice))
}

/// Firefox and its WebDriver server.
pub(crate) struct Firefox {
    /// Firefox itself.
    pub(crate) browser: PathBuf,
    /// geckodriver.
    pub(crate) driver: PathBuf,
}

/// Firefox as the environment names it, or the one on `PATH`, or a freshly installed one.
pub(crate) fn ensure_firefox() -> Result<Firefox, Failure> {
    const NAMES: &[&str] = &["firefox-esr", "firefox"];
    let advice = "Install Firefox (Debian: apt-get install firefox-esr) and have it on PATH, or name it in FIREFOX.";
    let driver = rust::ensure_geckodriver()?;
    let find = || named_by("FIREFOX", NAMES);
    if let Some(browser) = find()? {
        return Ok(Firefox { browser, driver });
    }
    let step = "finding Firefox";
    if !may_apt(&["debian"]) {
        return Err(Failure::new(
            step,
            "it is missing, and only on Debian as root could it be installed here",
        )
        .advise(advice));
    }
    apt(
        "installing Firefox, which some browser tests run",
        "1 min, once",
        &["firefox-esr"],
        advice,
    )?;
    let browser =
        find()?.ok_or_else(|| Failure::new(step, "installed, but not on PATH").advise(advice))?;
    Ok(Firefox { browser, driver })
}

/// A font that has Chinese letters, without which screenshots show boxes.
pub(crate) fn ensure_cjk_font() -> Result<(), Failure> {
    if !cfg!(target_os = "linux") || has_cjk_font() {
        return Ok(());
    }
    let advice = "Install a font with Chinese letters, e.g. Noto Sans CJK (Debian: apt-get install fonts-noto-cjk fontconfig).";
    if !may_apt(&["debian", "ubuntu"]) {
        return Err(Failure::new("finding a Chinese font", "there is none").advise(advice));
    }
    apt(
        "installing fonts, so that screenshots show Chinese and not boxes",
        "30 s, once",
        &["fontconfig", "fonts-liberation", "fonts-noto-cjk"],
        advice,
    )
}

fn has_cjk_font() -> bool {
    Cmd::new("fc-list").args([":lang=zh", "family"]).output().is_some_and(|fonts| !fonts.is_empty())
}

fn find() -> Result<Option<Browser>, Failure> {
    let chrome = named_by("CHROME", CHROME_NAMES)?;
    let driver = named_by("CHROMEDRIVER", &["chromedriver"])?;
    Ok(chrome.zip(driver).map(|(chrome, driver)| Browser { chrome, driver }))
}

/// The file that the variable names; without it, the first of `names` on `PATH`.
fn named_by(variable: &str, names: &[&str]) -> Result<Option<PathBuf>, Failure> {
    let Some(value) = std::env::var_os(variable).filter(|value| !value.is_empty()) else {
        return Ok(names.iter().find_map(|name| on_path(name)));
    };
    let path = PathBuf::from(value);
    if path.is_file() {
        return Ok(Some(path));
    }
    let reason = format!("{variable} is {}, which is not a file", path.display());
    Err(Failure::new("finding the browsers", &reason).advise("Correct the variable or unset it."))
}
