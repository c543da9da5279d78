//! Writing files.

use crate::Stop;
use std::fs;
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

/// Gives a file a new text as a whole, or leaves it the old one. Permissions stay; a link stays a link, and what it points to is replaced.
pub(crate) fn replace(path: &Path, text: &str) -> Result<(), Stop> {
    let wrong = |error: Error| unwritten(path, &error);
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // A rename would replace a file that may not be written.
    let permissions = match fs::OpenOptions::new().write(true).open(&target) {
        Ok(file) => Some(file.metadata().map_err(wrong)?.permissions()),
        Err(error) if error.kind() == ErrorKind::NotFound => None,
        Err(error) => return Err(wrong(error)),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bringup-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(wrong)?;
    file.write_all(text.as_bytes()).map_err(wrong)?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions).map_err(wrong)?;
    }
    file.persist(&target).map_err(|error| wrong(error.error))?;
    Ok(())
}

/// What the system says about a file or folder that cannot be made.
pub(crate) fn unwritten(path: &Path, error: &Error) -> Stop {
    let why = match error.kind() {
        ErrorKind::AlreadyExists => "it is there already".to_owned(),
        ErrorKind::NotFound => "there is no such folder".to_owned(),
        ErrorKind::PermissionDenied => "writing it is not permitted".to_owned(),
        _ => error.to_string(),
    };
    Stop::Failure(format!("{}: {why}", path.display()))
}
