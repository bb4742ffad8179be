//! The files below a folder.

use std::path::{Path, PathBuf};

/// Every file below `folder`, in order, without the `skipped` entries directly in it.
pub(crate) fn files_below(folder: &Path, skipped: &[&str]) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut entries: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<_, _>>()?;
    entries.sort_by_key(std::fs::DirEntry::file_name);
    for entry in entries {
        if skipped.iter().any(|name| entry.file_name() == *name) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            files.extend(files_below(&path, &[])?);
        } else {
            files.push(path);
        }
    }
    Ok(files)
}
