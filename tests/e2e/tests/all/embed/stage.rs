//! A stage: our page in frames of another site's page, and the messages between them.

use anyhow::{Context, Result};
use e2e::{Answer, Host, Session, Value, host, json};
use std::time::Duration;

/// Our page in a folder of its own site, and a host page on another.
pub(crate) struct Stage {
    pub(crate) ours: Host,
    around: Host,
}

/// A host page that keeps the messages of its frames, with an element to focus before and after
/// them.
pub(crate) const AROUND: &str = "<!DOCTYPE html><meta charset=utf-8><title>Host</title>
    <style>body { margin: 0 } iframe { display: block; border: 0; width: 100% }</style>
    <script>
        window.got = [];
        addEventListener('message', ({ source, data }) => {
            const frames = [...document.querySelectorAll('iframe')];
            got.push({ frame: frames.findIndex(f => f.contentWindow === source), data });
        });
    </script>
    <button id=before>before</button>{frames}<button id=after>after</button>";

impl Stage {
    /// A host page with these elements; `{ours}` in them is the address of our page, `{also}` another
    /// name of it, and `{moved}` one that leads there.
    pub(crate) async fn with(frames: &str) -> Result<Self> {
        let ours = Host::start(|path| {
            if let Some(rest) = path.strip_prefix("moved/") {
                let there = format!("/our/page/{rest}");
                let moved = Answer { status: Some(302), ..Answer::page("moved") };
                return moved.with("location", there).with("access-control-allow-origin", "*");
            }
            path.strip_prefix("our/page/").map_or_else(Answer::missing, host::site)
        })
        .await?;
        let html = AROUND
            .replace("{frames}", frames)
            .replace("{ours}", &ours.other_url("our/page/"))
            .replace("{also}", &ours.url("our/page/"))
            .replace("{moved}", &ours.other_url("moved/"));
        let around = Host::start(move |_| Answer::page(html.clone())).await?;
        Ok(Self { ours, around })
    }

    /// Opens it and waits until so many frames are ready.
    pub(crate) async fn open(&self, page: &Session, ready: usize) -> Result<()> {
        page.driver().goto(self.around.url("")).await?;
        let all = "return new Set(got.filter(g => g.data.type === 'ready').map(g => g.frame)).size
            >= arguments[0]";
        let args = [json!(ready)];
        if let Err(late) = page.wait_within(Duration::from_secs(20), all, &args).await {
            let errors = page.console_errors().await.unwrap_or_default();
            return Err(late.context(format!("not {ready} frames ready; console: {errors:#?}")));
        }
        Ok(())
    }
}

/// Sends a message to a frame.
pub(crate) async fn say(page: &Session, frame: usize, message: Value) -> Result<()> {
    let script = "document.querySelectorAll('iframe')[arguments[0]].contentWindow
        .postMessage({ source: 'activation-explorer', ...arguments[1] }, '*')";
    page.js(script, &[json!(frame), message]).await?;
    Ok(())
}

/// The last message of this type from a frame, once there are more than `before`.
pub(crate) async fn heard(
    page: &Session,
    frame: usize,
    kind: &str,
    before: usize,
) -> Result<Value> {
    let script = "const [frame, kind, before] = arguments;
        const all = got.filter(g => g.frame === frame && g.data.type === kind);
        return all.length > before ? all.at(-1).data : null";
    let args = [json!(frame), json!(kind), json!(before)];
    let there = script.replace("? all.at(-1).data : null", "");
    page.wait(&there, &args).await.with_context(|| format!("no {kind:?} from frame {frame}"))?;
    page.js(script, &args).await
}

/// The number of messages of this type that a frame has sent.
pub(crate) async fn count(page: &Session, frame: usize, kind: &str) -> Result<usize> {
    let script =
        "return got.filter(g => g.frame === arguments[0] && g.data.type === arguments[1]).length";
    let count = page.js(script, &[json!(frame), json!(kind)]).await?;
    Ok(count.as_u64().context("a count")? as usize)
}

/// The answer to `get`.
pub(crate) async fn get(page: &Session, frame: usize) -> Result<Value> {
    let before = count(page, frame, "state").await?;
    say(page, frame, json!({ "type": "get" })).await?;
    heard(page, frame, "state", before).await
}
