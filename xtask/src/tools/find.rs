//! The paths and versions of programs.

use crate::step::Cmd;
use std::path::{Path, PathBuf};

/// The full path of a program on `PATH`.
pub(super) fn on_path(program: &str) -> Option<PathBuf> {
    let name = executable(program);
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(&name))
        .find(|file| file.is_file())
}

/// Whether `program --version` prints this very version.
fn has_version(program: &Path, version: &str) -> bool {
    Cmd::new(program)
        .args(["--version"])
        .output()
        .is_some_and(|text| text.split([' ', '(', ')', '\n']).any(|word| word == version))
}

/// The program in exactly this version: from `PATH`, or from the project's own folder.
pub(super) fn in_version(program: &str, own: &Path, version: &str) -> Option<PathBuf> {
    let own = own.join(executable(program));
    [Some(own), on_path(program)]
        .into_iter()
        .flatten()
        .find(|file| file.is_file() && has_version(file, version))
}

/// The file name of a program on this system.
pub(super) fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}
