//! Packages of Debian and its kin, where they can be installed.

use super::find::on_path;
use crate::failure::Failure;
use crate::step::{Cmd, long};

/// Whether apt-get can install packages here: on one of these distributions, as root.
pub(super) fn may_apt(distributions: &[&str]) -> bool {
    let is_root = || Cmd::new("id").args(["-u"]).output().as_deref() == Some("0");
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let id = release.lines().find_map(|line| line.strip_prefix("ID=")).unwrap_or_default();
    distributions.contains(&id.trim_matches('"')) && on_path("apt-get").is_some() && is_root()
}

/// Installs packages, announced by `what`.
pub(super) fn apt(
    what: &str,
    usually: &str,
    packages: &[&str],
    advice: &str,
) -> Result<(), Failure> {
    let apt = |args: &str| Cmd::new("apt-get").words(args).env("DEBIAN_FRONTEND", "noninteractive");
    long(what, usually, || {
        apt("update -qq").run(what, advice)?;
        apt("install -y -qq --no-install-recommends").args(packages).run(what, advice)
    })
}
