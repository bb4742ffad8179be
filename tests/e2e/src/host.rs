//! A small web server for cases that the served site cannot show: a host page on another origin, or
//! a host that fails.

use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// The server's answer to one request.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// The status line's number; 200 unless set.
    pub status: Option<u16>,
    /// Header lines.
    pub headers: Vec<(&'static str, String)>,
    /// The bytes.
    pub body: Vec<u8>,
    /// The number of bytes sent, where more were promised.
    pub cut: Option<usize>,
    /// Whether the answer never comes.
    pub hangs: bool,
    /// The time until the answer comes.
    pub late: Duration,
}

impl Answer {
    /// A page of HTML.
    #[must_use]
    pub fn page(html: impl Into<String>) -> Self {
        let headers = vec![("content-type", "text/html; charset=utf-8".to_owned())];
        Self { headers, body: html.into().into_bytes(), ..Self::default() }
    }

    /// The 404 answer.
    #[must_use]
    pub fn missing() -> Self {
        Self { status: Some(404), ..Self::page("<h1>Not found</h1>") }
    }

    /// The same answer with another header line.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.retain(|(n, _)| *n != name);
        self.headers.push((name, value.into()));
        self
    }

    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

/// The folder of the built site.
#[must_use]
pub fn dist() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).unwrap_or(here).join("dist")
}

/// A file of the built site, as GitHub Pages would send it: any page may read it.
#[must_use]
pub fn site(path: &str) -> Answer {
    let path = path.split(['?', '#']).next().unwrap_or_default();
    let name = if path.is_empty() || path.ends_with('/') {
        format!("{path}index.html")
    } else {
        path.to_owned()
    };
    let Ok(body) = std::fs::read(dist().join(&name)) else { return Answer::missing() };
    let kind = match Path::new(&name).extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript",
        Some("css") => "text/css",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        _ => "application/octet-stream",
    };
    Answer { body, ..Answer::default() }
        .with("content-type", kind)
        .with("access-control-allow-origin", "*")
        .with("cache-control", "max-age=600")
}

/// A running server; it ends with the test.
pub struct Host {
    port: u16,
    asked: Arc<Mutex<Vec<String>>>,
    task: JoinHandle<()>,
}

impl Host {
    /// Answers every path (with its query, without the first slash) with what `answer` makes of it.
    ///
    /// # Errors
    /// If no port is free.
    pub async fn start(answer: impl Fn(&str) -> Answer + Send + Sync + 'static) -> Result<Self> {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await?;
        let port = listener.local_addr()?.port();
        let asked = Arc::new(Mutex::new(Vec::new()));
        let (log, answer) = (Arc::clone(&asked), Arc::new(answer));
        let task = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                tokio::spawn(async move {
                    // A browser that hangs up is no fault of the test.
                    let _ = serve(stream, &log, answer.as_ref()).await;
                });
            }
        });
        Ok(Self { port, asked, task })
    }

    /// An address on this server. For the browser it is another site than the one under test.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://localhost:{}/{path}", self.port)
    }

    /// The same address by another host name: another site for the browser.
    #[must_use]
    pub fn other_url(&self, path: &str) -> String {
        format!("http://127.0.0.1:{}/{path}", self.port)
    }

    /// Every path requested so far, in order.
    #[must_use]
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Drop for Host {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    log: &Mutex<Vec<String>>,
    answer: &(impl Fn(&str) -> Answer + ?Sized),
) -> Result<()> {
    let mut request = Vec::new();
    let mut buffer = [0; 4096];
    while !request.windows(4).any(|end| end == b"\r\n\r\n") {
        let count = stream.read(&mut buffer).await?;
        if count == 0 {
            return Ok(());
        }
        request.extend_from_slice(&buffer[..count]);
    }
    let request = String::from_utf8_lossy(&request);
    let path = request.split(' ').nth(1).context("no request line")?;
    let path = path.trim_start_matches('/').to_owned();
    log.lock().unwrap_or_else(PoisonError::into_inner).push(path.clone());
    let Answer { status, headers, body, cut, hangs, late } = answer(&path);
    if hangs {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(late).await;
    let mut head = format!("HTTP/1.1 {} -\r\nconnection: close\r\n", status.unwrap_or(200));
    head.push_str(&format!("content-length: {}\r\n", body.len()));
    for (name, value) in headers {
        head.push_str(&format!("{name}: {value}\r\n"));
    }
    head.push_str("\r\n");
    stream.write_all(head.as_bytes()).await?;
    stream.write_all(&body[..cut.unwrap_or(body.len()).min(body.len())]).await?;
    Ok(stream.shutdown().await?)
}
