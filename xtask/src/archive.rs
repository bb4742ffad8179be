//! The site as one file to download: `dist.zip`, which runs from any static server.

use crate::failure::{Failure, io};
use crate::files::files_below;
use crate::project;
use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const STEP: &str = "packing the site";

/// The folder of everything in the archive, so that unpacking does not fill the present one.
const FOLDER: &str = "activation-explorer";

/// Packs dist/ and returns the archive's path.
pub(crate) fn make() -> Result<PathBuf, Failure> {
    let target = project::root().join("dist.zip");
    pack(&project::dist(), &target)?;
    Ok(target)
}

/// Packs every file below `folder`. Equal files give equal bytes: no times are kept.
fn pack(folder: &Path, target: &Path) -> Result<(), Failure> {
    let failed = |e: std::io::Error| io(STEP, target, &e);
    let mut archive = ZipWriter::new(File::create(target).map_err(failed)?);
    for file in files_below(folder, &[]).map_err(|e| io(STEP, folder, &e))? {
        let name = file.strip_prefix(folder).unwrap_or(&file);
        // Slashes on every system, as the format demands.
        let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
        let bytes = std::fs::read(&file).map_err(|e| io(STEP, &file, &e))?;
        archive
            .start_file(format!("{FOLDER}/{}", parts.join("/")), SimpleFileOptions::default())
            .map_err(|e| failed(e.into()))?;
        archive.write_all(&bytes).map_err(failed)?;
    }
    archive.finish().map_err(|e| failed(e.into()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    #[test]
    fn it_holds_what_the_folder_holds() -> Result<(), Box<dyn std::error::Error>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let target = std::env::temp_dir().join(format!("archive-{}.zip", std::process::id()));
        pack(&folder, &target).map_err(|e| e.to_string())?;
        let first = std::fs::read(&target)?;
        let mut archive = zip::ZipArchive::new(File::open(&target)?)?;
        let files = files_below(&folder, &[])?;
        assert!(files.len() > 10 && archive.len() == files.len());
        for file in &files {
            let name = file.strip_prefix(&folder)?.to_string_lossy().replace('\\', "/");
            let mut packed = Vec::new();
            archive.by_name(&format!("{FOLDER}/{name}"))?.read_to_end(&mut packed)?;
            assert_eq!(packed, std::fs::read(file)?, "{name}");
        }
        pack(&folder, &target).map_err(|e| e.to_string())?;
        assert_eq!(first, std::fs::read(&target)?, "the same files give other bytes");
        std::fs::remove_file(&target)?;
        Ok(())
    }
}
