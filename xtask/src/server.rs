//! A static file server for dist/ that behaves as a plain host would: types, gzip, 404 page.

use crate::failure::Failure;
use axum::Router;
use axum::http::{HeaderValue, header};
use std::net::TcpListener;
use std::path::Path;
use std::thread::JoinHandle;
use tokio::sync::oneshot;
use tower_http::compression::CompressionLayer;
use tower_http::services::{ServeDir, ServeFile};
use tower_http::set_header::SetResponseHeaderLayer;

const STEP: &str = "starting the web server";

/// The port to listen on.
#[derive(Clone, Copy)]
pub(crate) enum Port {
    /// This port or none.
    Exactly(u16),
    /// This port or the next free one.
    From(u16),
    /// Any free port.
    Any,
}

/// A server on 127.0.0.1 that ends when it is dropped. Several may run at once.
pub(crate) struct Server {
    port: u16,
    at: &'static str,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    /// Serves the files in `folder` at the path `at`: `/`, or `/some/folder/`.
    pub(crate) fn start(folder: &Path, at: &'static str, port: Port) -> Result<Self, Failure> {
        let failed = |e: std::io::Error| Failure::new(STEP, &e.to_string());
        let listener = listen(port)?;
        let port = listener.local_addr().map_err(failed)?.port();
        listener.set_nonblocking(true).map_err(failed)?;
        let runtime =
            tokio::runtime::Builder::new_current_thread().enable_all().build().map_err(failed)?;
        let (stop, stopped) = oneshot::channel();
        let folder = folder.to_path_buf();
        let thread = std::thread::spawn(move || {
            runtime.block_on(async {
                tokio::select! {
                    result = serve(listener, &folder, at) => if let Err(e) = result {
                        eprintln!("the web server on port {port} ended: {e}");
                    },
                    _ = stopped => {}
                }
            });
            runtime.shutdown_background();
        });
        Ok(Self { port, at, stop: Some(stop), thread: Some(thread) })
    }

    /// The address of the page, with a slash at the end.
    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}{}", self.port, self.at)
    }

    /// Serves until the process is stopped.
    pub(crate) fn wait(mut self) {
        if let Some(thread) = self.thread.take() {
            // An error is a panic in the server, already printed.
            let _ = thread.join();
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            // Fails only when the server has ended by itself.
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn serve(listener: TcpListener, folder: &Path, at: &str) -> std::io::Result<()> {
    let files = ServeDir::new(folder).not_found_service(ServeFile::new(folder.join("404.html")));
    let app = if at == "/" {
        Router::new().fallback_service(files)
    } else {
        Router::new().nest_service(at.trim_end_matches('/'), files)
    };
    // As on GitHub Pages any page may read the files: in a sandbox even our own page is foreign.
    let headers = [(header::CACHE_CONTROL, "no-store"), (header::ACCESS_CONTROL_ALLOW_ORIGIN, "*")];
    let mut app = app.layer(CompressionLayer::new());
    for (name, value) in headers {
        let value = HeaderValue::from_static(value);
        app = app.layer(SetResponseHeaderLayer::overriding(name, value));
    }
    axum::serve(tokio::net::TcpListener::from_std(listener)?, app).await
}

/// Listens on a port of the loopback interface.
pub(crate) fn listen(port: Port) -> Result<TcpListener, Failure> {
    let candidates: Vec<u16> = match port {
        Port::Exactly(port) => vec![port],
        Port::From(first) => (first..first.saturating_add(100)).chain([0]).collect(),
        Port::Any => vec![0],
    };
    let mut refused = String::new();
    for port in candidates {
        match TcpListener::bind(("127.0.0.1", port)) {
            Ok(listener) => return Ok(listener),
            Err(e) => refused = format!("port {port}: {e}"),
        }
    }
    Err(Failure::new(STEP, &refused)
        .advise("Stop what uses the port, or choose another: --port N."))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Read, Write};
    use std::net::TcpStream;

    fn get(server: &Server, path: &str, gzip: bool) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port))?;
        let encoding = if gzip { "Accept-Encoding: gzip\r\n" } else { "" };
        write!(stream, "GET {path} HTTP/1.1\r\nHost: x\r\n{encoding}Connection: close\r\n\r\n")?;
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer)?;
        Ok(String::from_utf8_lossy(&answer).to_ascii_lowercase())
    }

    #[test]
    fn two_servers_answer_like_a_static_host() -> Result<(), Box<dyn std::error::Error>> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let one = Server::start(&folder, "/", Port::Any).map_err(|e| e.to_string())?;
        let two = Server::start(&folder, "/a/b/", Port::Any).map_err(|e| e.to_string())?;
        for (server, at) in [(&one, "/"), (&two, "/a/b/")] {
            assert!(server.url().ends_with(&format!(":{}{at}", server.port)));
            let found = get(server, &format!("{at}server.rs?x=1"), false)?;
            assert!(found.starts_with("http/1.1 200"), "{found}");
            assert!(found.contains("cache-control: no-store"), "{found}");
            assert!(found.contains("access-control-allow-origin: *"), "{found}");
            let packed = get(server, &format!("{at}server.rs"), true)?;
            assert!(packed.contains("content-encoding: gzip"), "{packed}");
            for lost in ["nowhere", "../Cargo.toml", "%2e%2e/Cargo.toml"] {
                let answer = get(server, &format!("{at}{lost}"), false)?;
                assert!(answer.starts_with("http/1.1 404"), "{answer}");
            }
        }
        Ok(())
    }
}
