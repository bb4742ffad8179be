//! Real input: the mouse, fingers and keys, as the browser gets them from a device.

use crate::Session;
use anyhow::{Context, Result};
use serde_json::{Value, json};

impl Session {
    /// The place on the screen of a point of an element, which is scrolled into view: `at` is in
    /// parts of its width and height.
    ///
    /// # Errors
    /// If there is no such element.
    pub async fn point(&self, selector: &str, at: (f64, f64)) -> Result<(f64, f64)> {
        let script = "const e = document.querySelector(arguments[0]);
            e.scrollIntoView({ block: 'center', behavior: 'instant' });
            const b = e.getBoundingClientRect();
            return [b.left + arguments[1] * b.width, b.top + arguments[2] * b.height]";
        let found = self
            .js(script, &[json!(selector), json!(at.0), json!(at.1)])
            .await
            .with_context(|| format!("looking for {selector}"))?;
        Ok((found[0].as_f64().context("no x")?, found[1].as_f64().context("no y")?))
    }

    /// A mouse event: `mousePressed`, `mouseMoved`, `mouseReleased`.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn mouse(&self, kind: &str, (x, y): (f64, f64), clicks: u32) -> Result<()> {
        let down = kind != "mouseMoved" || clicks > 0;
        let buttons = u32::from(kind == "mousePressed" || (kind == "mouseMoved" && clicks > 0));
        let params = json!({
            "type": kind, "x": x, "y": y, "button": if down { "left" } else { "none" },
            "buttons": buttons, "clickCount": clicks,
        });
        self.cdp("Input.dispatchMouseEvent", params).await?;
        Ok(())
    }

    /// Presses, moves in five steps and releases.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn drag(&self, from: (f64, f64), to: (f64, f64)) -> Result<()> {
        self.mouse("mousePressed", from, 1).await?;
        for i in 1..=5 {
            let t = f64::from(i) / 5.0;
            let at = (from.0 + t * (to.0 - from.0), from.1 + t * (to.1 - from.1));
            self.mouse("mouseMoved", at, 1).await?;
        }
        self.mouse("mouseReleased", to, 1).await?;
        self.frames(2).await
    }

    /// Turns the wheel; `modifiers` is 2 for Ctrl.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn wheel(&self, (x, y): (f64, f64), delta: f64, modifiers: u32) -> Result<()> {
        let params = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": delta,
            "modifiers": modifiers,
        });
        self.cdp("Input.dispatchMouseEvent", params).await?;
        self.frames(2).await
    }

    /// Fingers at these points: `touchStart`, `touchMove`; with none, `touchEnd`.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn touch(&self, kind: &str, points: &[(f64, f64)]) -> Result<()> {
        let points: Vec<Value> = points
            .iter()
            .enumerate()
            .map(|(id, (x, y))| json!({"x": x, "y": y, "id": id}))
            .collect();
        self.cdp("Input.dispatchTouchEvent", json!({"type": kind, "touchPoints": points})).await?;
        self.frames(1).await
    }

    /// Presses and releases a key on what has the focus; `text` is what it types, if anything.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn key(&self, key: &str, text: Option<&str>) -> Result<()> {
        for kind in ["keyDown", "keyUp"] {
            let mut params = json!({"type": kind, "key": key});
            if let (Some(text), "keyDown") = (text, kind) {
                params["text"] = json!(text);
            }
            self.cdp("Input.dispatchKeyEvent", params).await?;
        }
        self.frames(2).await
    }
}
