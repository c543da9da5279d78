//! One run of a firmware image in QEMU.
use crate::Result;
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, ChildStderr, Command, ExitStatus, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A command about to be run.
#[derive(Clone, Debug)]
pub struct Run {
    command: Vec<String>,
    elf: PathBuf,
    limit: Duration,
}

/// What a run printed, and how it ended.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Outcome {
    /// Serial output, lines ended by `\n`.
    pub transcript: String,
    /// Whether the firmware said that all was well.
    pub success: bool,
}

impl Run {
    pub(crate) fn new(command: Vec<String>, elf: PathBuf) -> Self {
        Run { command, elf, limit: Duration::from_secs(60) }
    }

    /// Stops the firmware after so long.
    pub fn limit(mut self, limit: Duration) -> Self {
        self.limit = limit;
        self
    }

    /// Adds arguments to the command of QEMU.
    pub fn with(mut self, arguments: &[&str]) -> Self {
        let end = self.command.len().min(1);
        self.command.splice(end..end, arguments.iter().map(|argument| argument.to_string()));
        self
    }

    /// Leaves out the one `-device` whose model has this name.
    pub fn without_device(mut self, model: &str) -> Result<Self> {
        let is_model = |pair: &[String]| pair[0] == "-device" && pair[1].split(',').next() == Some(model);
        let found: Vec<usize> =
            (0..self.command.len().saturating_sub(1)).filter(|at| is_model(&self.command[*at..*at + 2])).collect();
        let [at] = found[..] else {
            return Err(format!("`-device {model}` is there {} times in {:?}", found.len(), self.command).into());
        };
        self.command.drain(at..at + 2);
        Ok(self)
    }

    /// Runs to the end, or to the limit, which is an error.
    pub fn finish(self) -> Result<Outcome> {
        let (outcome, ()) = self.read(|errors| (all(errors), ()))?;
        Ok(outcome)
    }

    /// The same, with something else read from what QEMU itself says; `errors` answers with the rest of it.
    pub(crate) fn read<T: Send + 'static>(
        self,
        errors: impl FnOnce(ChildStderr) -> (Vec<u8>, T) + Send + 'static,
    ) -> Result<(Outcome, T)> {
        let Some((program, arguments)) = self.command.split_first() else {
            return Err("empty command".to_string().into());
        };
        let mut command = Command::new(program);
        command.args(arguments).arg(&self.elf);
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| missing(program, &error))?;
        let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(format!("{program}: no pipes").into());
        };
        // in threads of their own: a full pipe must not stop QEMU
        let (output, errors) = (thread::spawn(|| all(stdout)), thread::spawn(|| errors(stderr)));
        let status = wait(&mut child, self.limit);
        let (Ok(output), Ok((errors, read))) = (output.join(), errors.join()) else {
            return Err(format!("{program}: the output cannot be read").into());
        };
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace("\r\n", "\n");
        let (transcript, errors) = (text(&output), text(&errors));
        let told = format!("{command:?}\nit printed:\n{transcript}{errors}");
        match status {
            Err(error) => Err(format!("{error}: {told}").into()),
            Ok(None) => Err(format!("still running after {:?}: {told}", self.limit).into()),
            // what QEMU itself says is about a wrong command or a crashed machine, never part of a good run
            Ok(Some(_)) if !errors.is_empty() => Err(format!("QEMU complains: {told}").into()),
            Ok(Some(status)) => Ok((Outcome { transcript, success: status.success() }, read)),
        }
    }
}

fn missing(program: &str, error: &std::io::Error) -> String {
    if error.kind() != std::io::ErrorKind::NotFound {
        return format!("{program}: {error}");
    }
    format!(
        "`{program}` is not installed; install it with\n  \
         apt-get install qemu-system-arm qemu-system-misc                            (Debian 13, Ubuntu)\n  \
         apt-get install -t bookworm-backports qemu-system-arm qemu-system-misc     (Debian 12: 7.2 is too old)\n\
         or run tests/firmware/setup.sh as root"
    )
}

fn all(mut pipe: impl Read) -> Vec<u8> {
    let mut bytes = Vec::new();
    // a broken pipe ends the text, as the end of the process does
    let _ = pipe.read_to_end(&mut bytes);
    bytes
}

/// `None` if the child had to be stopped.
fn wait(child: &mut Child, limit: Duration) -> std::io::Result<Option<ExitStatus>> {
    let started = Instant::now();
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(Some(status));
        }
        if started.elapsed() > limit {
            child.kill()?;
            child.wait()?;
            return Ok(None);
        }
        thread::sleep(Duration::from_millis(10));
    }
}
