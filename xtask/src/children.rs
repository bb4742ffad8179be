//! Child processes, stopped again when their guards are dropped or this process is told to end.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::process::{Child, ExitStatus};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, Instant};

static RUNNING: Mutex<Vec<Arc<Process>>> = Mutex::new(Vec::new());

struct Process {
    child: Mutex<Child>,
    /// The port of chromedriver, which leads a process group, for the request to close its
    /// browsers.
    shutdown_port: OnceLock<u16>,
}

/// A child process that does not outlive this value.
pub(crate) struct Guard(Arc<Process>);

impl Guard {
    /// Takes charge of `child`.
    pub(crate) fn new(child: Child) -> Self {
        let process =
            Arc::new(Process { child: Mutex::new(child), shutdown_port: OnceLock::new() });
        locked(&RUNNING).push(Arc::clone(&process));
        Self(process)
    }

    /// Makes the end of a process group's leader begin with `GET /shutdown` on this port; the rest
    /// of its group is killed after that.
    pub(crate) fn set_shutdown_port(&self, port: u16) {
        // Set once, by the starter; a second value would change nothing.
        let _ = self.0.shutdown_port.set(port);
    }

    /// Waits for the end, in short turns so that a signal can still stop the child.
    pub(crate) fn wait(&self) -> std::io::Result<ExitStatus> {
        loop {
            if let Some(status) = locked(&self.0.child).try_wait()? {
                return Ok(status);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        self.0.stop();
        locked(&RUNNING).retain(|other| !Arc::ptr_eq(other, &self.0));
    }
}

impl Process {
    fn stop(&self) {
        let mut child = locked(&self.child);
        if let Some(&port) = self.shutdown_port.get() {
            shut_down(&mut child, port);
            kill_group(&child);
        }
        // It may have ended already.
        let _ = child.kill();
        let _ = child.wait();
    }
}

/// Asks a driver to shut down and waits a little; one that does not is no fault yet.
fn shut_down(child: &mut Child, port: u16) {
    if ask_to_shut_down(port).is_err() {
        return;
    }
    let asked = Instant::now();
    while asked.elapsed() < Duration::from_secs(3) && matches!(child.try_wait(), Ok(None)) {
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// Kills a process group: a browser that was just starting when its driver ended would be left
/// behind.
#[cfg(unix)]
fn kill_group(leader: &Child) {
    use rustix::process::{Pid, Signal, kill_process_group};
    let pid = i32::try_from(leader.id()).ok().and_then(Pid::from_raw);
    if let Some(pid) = pid {
        // An error means that the group is empty.
        let _ = kill_process_group(pid, Signal::KILL);
    }
}

#[cfg(not(unix))]
fn kill_group(_leader: &Child) {}

fn ask_to_shut_down(port: u16) -> std::io::Result<()> {
    let mut stream = TcpStream::connect(("127.0.0.1", port))?;
    stream.set_read_timeout(Some(Duration::from_secs(3)))?;
    stream.write_all(b"GET /shutdown HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")?;
    stream.read_to_end(&mut Vec::new())?;
    Ok(())
}

/// Makes Ctrl-C and SIGTERM stop the children before this process.
pub(crate) fn stop_on_signal() {
    std::thread::spawn(|| {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let Ok(runtime) = runtime else { return };
        let code = runtime.block_on(signalled());
        let running = std::mem::take(&mut *locked(&RUNNING));
        for process in running.iter().rev() {
            process.stop();
        }
        std::process::exit(code);
    });
}

#[cfg(unix)]
async fn signalled() -> i32 {
    use tokio::signal::unix::{SignalKind, signal};
    let (Ok(mut terminate), Ok(mut hang_up)) =
        (signal(SignalKind::terminate()), signal(SignalKind::hangup()))
    else {
        return std::future::pending().await;
    };
    tokio::select! {
        Ok(()) = tokio::signal::ctrl_c() => 130,
        _ = terminate.recv() => 143,
        _ = hang_up.recv() => 129,
    }
}

#[cfg(not(unix))]
async fn signalled() -> i32 {
    match tokio::signal::ctrl_c().await {
        Ok(()) => 130,
        Err(_) => std::future::pending().await,
    }
}

/// A lock that survives a panic elsewhere.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
