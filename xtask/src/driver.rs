//! chromedriver or geckodriver, running in the background while a test or a screenshot needs it.

use crate::children::Guard;
use crate::failure::Failure;
use crate::project;
use crate::step::Cmd;
use crate::tools::browser::{Browser, Firefox};
use std::io::{BufRead, BufReader};
use std::process::Stdio;
use std::sync::mpsc;
use std::time::Duration;

const STEP: &str = "starting a browser's driver";

/// A running driver; dropping it closes its browsers, too.
pub(crate) struct Driver {
    port: u16,
    _process: Guard,
}

impl Driver {
    /// Starts chromedriver on a free port and waits until it listens.
    pub(crate) fn start(browser: &Browser) -> Result<Self, Failure> {
        let log = project::scratch()?.join("chromedriver.log");
        let cmd = Cmd::new(&browser.driver)
            .args(["--port=0"])
            .args([format!("--log-path={}", log.display())]);
        let advice = "Run that command by hand to see its message. chromedriver and Chromium must have\n\
            the same version; CHROMEDRIVER and CHROME name others than those on PATH.";
        let (port, process) = listening(&cmd, advice)?;
        process.set_shutdown_port(port);
        Ok(Self { port, _process: process })
    }

    /// Starts geckodriver.
    pub(crate) fn start_firefox(firefox: &Firefox) -> Result<Self, Failure> {
        let cmd = Cmd::new(&firefox.driver).args(["--port=0", "--log=info"]);
        let (port, process) = listening(&cmd, "Run that command by hand to see its message.")?;
        // geckodriver knows no such request, but the rest of its group is killed all the same.
        process.set_shutdown_port(port);
        Ok(Self { port, _process: process })
    }

    /// The address for WebDriver commands.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }
}

/// Starts a driver and waits until it prints its port.
fn listening(cmd: &Cmd, advice: &str) -> Result<(u16, Guard), Failure> {
    let failed = |reason: &str| Failure::new(STEP, reason).ran(cmd.to_string()).advise(advice);
    let mut command = cmd.command();
    command.stdout(Stdio::piped()).stderr(Stdio::null());
    // In its own process group, so that Ctrl-C reaches only this process, which lets it close its
    // browsers.
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let mut child = command.spawn().map_err(|e| failed(&e.to_string()))?;
    let stdout = child.stdout.take();
    // If it never prints its port, dropping this guard kills it.
    let process = Guard::new(child);
    let port = stdout
        .and_then(|out| first_port(BufReader::new(out)))
        .ok_or_else(|| failed("it did not say which port it listens on within 20 s"))?;
    Ok((port, process))
}

/// The port in the line that has it; keeps reading after it.
fn first_port(out: impl BufRead + Send + 'static) -> Option<u16> {
    let (send, receive) = mpsc::channel();
    std::thread::spawn(move || {
        for line in out.lines().map_while(Result::ok) {
            if let Some(port) = port_in(&line) {
                // A second such line has no reader any more.
                let _ = send.send(port);
            }
        }
    });
    receive.recv_timeout(Duration::from_secs(20)).ok()
}

fn port_in(line: &str) -> Option<u16> {
    let chromes = line.split("successfully on port ").nth(1);
    let rest = chromes.or_else(|| line.split("Listening on 127.0.0.1:").nth(1))?;
    rest.trim_end_matches(['.', '\r']).parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_port_is_read_from_what_it_prints() {
        assert_eq!(port_in("ChromeDriver was started successfully on port 45163."), Some(45163));
        let gecko = "1764000000000\tgeckodriver\tINFO\tListening on 127.0.0.1:36419";
        assert_eq!(port_in(gecko), Some(36419));
        assert_eq!(port_in("Starting ChromeDriver 156.0 on port 0"), None);
    }
}
