//! A Python with NumPy, which runs the page's NumPy code in the native tests.

use super::debian::{apt, may_apt};
use super::find::{executable, on_path};
use crate::failure::Failure;
use crate::project;
use crate::step::{Cmd, long};
use std::path::{Path, PathBuf};

/// Names a Python; the tests read it too.
pub(crate) const VARIABLE: &str = "EXPLORER_PYTHON";

const STEP: &str = "finding a Python with NumPy";
const ADVICE: &str = "Install Python 3.10 or newer with NumPy:\n\
                      Debian: apt-get install python3-numpy\n\
                      others: python3 -m pip install numpy\n\
                      and have it on PATH as python3, or name it in EXPLORER_PYTHON.";

/// The Python the environment names, or one that is there, or NumPy freshly installed.
pub(crate) fn ensure() -> Result<PathBuf, Failure> {
    if let Some(named) = std::env::var_os(VARIABLE).filter(|value| !value.is_empty()) {
        let named = PathBuf::from(named);
        if has_numpy(&named) {
            return Ok(named);
        }
        let reason = format!("{VARIABLE} is {}, which cannot import NumPy", named.display());
        return Err(Failure::new(STEP, &reason).advise("Correct the variable or unset it."));
    }
    if let Some(python) = find() {
        return Ok(python);
    }
    if may_apt(&["debian", "ubuntu"]) {
        apt(
            "installing NumPy, with which the tests run the page's NumPy code",
            "20 s, once",
            &["python3-numpy"],
            ADVICE,
        )?;
    } else if let Some(python) = on_path("python3") {
        install_into_tools(&python)?;
    } else {
        return Err(Failure::new(STEP, "there is no python3").advise(ADVICE));
    }
    find().ok_or_else(|| Failure::new(STEP, "it was installed, but is not found").advise(ADVICE))
}

fn find() -> Option<PathBuf> {
    let system = PathBuf::from("/usr/bin/python3");
    [Some(own_python()), on_path("python3"), Some(system)]
        .into_iter()
        .flatten()
        .find(|python| has_numpy(python))
}

fn has_numpy(python: &Path) -> bool {
    Cmd::new(python).args(["-c", "import numpy"]).output().is_some()
}

/// The project's own virtual environment.
fn environment() -> PathBuf {
    project::tools().join("python")
}

fn own_python() -> PathBuf {
    environment().join(if cfg!(windows) { "Scripts" } else { "bin" }).join(executable("python"))
}

/// NumPy from PyPI, without touching what else is installed.
fn install_into_tools(python: &Path) -> Result<(), Failure> {
    let what = "installing NumPy into target/tools: the tests run the page's NumPy code with it";
    long(what, "20 s, once", || {
        Cmd::new(python).args(["-m", "venv"]).args([environment()]).run(STEP, ADVICE)?;
        Cmd::new(own_python()).words("-m pip install --quiet numpy").run(STEP, ADVICE)
    })
}
