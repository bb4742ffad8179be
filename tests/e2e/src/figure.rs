//! A plot on the page, from its data attributes.

use crate::Session;
use anyhow::{Context, Result, ensure};
use serde_json::{Value, json};

/// A plot on the page: the place of its pixels and its scales.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// Left edge of the window, data units.
    pub x_min: f64,
    /// Right edge of the window.
    pub x_max: f64,
    /// Bottom edge of the window.
    pub y_min: f64,
    /// Top edge of the window.
    pub y_max: f64,
    /// Left edge of the plotting area on the canvas, CSS pixels.
    pub left: f64,
    /// Its top edge.
    pub top: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

impl Figure {
    /// The number at this distance from the canvas's left edge.
    #[must_use]
    pub fn x_at(&self, px: f64) -> f64 {
        self.x_min + (px - self.left) / self.width * (self.x_max - self.x_min)
    }

    /// The number at this distance from the canvas's top edge.
    #[must_use]
    pub fn y_at(&self, px: f64) -> f64 {
        self.y_max - (px - self.top) / self.height * (self.y_max - self.y_min)
    }

    /// The distance of this number from the canvas's left edge.
    #[must_use]
    pub fn px_of(&self, x: f64) -> f64 {
        self.left + (x - self.x_min) / (self.x_max - self.x_min) * self.width
    }

    /// The distance of this number from the canvas's top edge.
    #[must_use]
    pub fn py_of(&self, y: f64) -> f64 {
        self.top + (self.y_max - y) / (self.y_max - self.y_min) * self.height
    }

    fn from_attributes(found: &Value) -> Result<Self> {
        let number = |name: &str| -> Result<f64> {
            let text = found[name].as_str().with_context(|| format!("data-{name} is missing"))?;
            text.parse().with_context(|| format!("data-{name} is {text:?}"))
        };
        let area = found["area"].as_str().context("data-area is missing")?;
        let parts: Vec<f64> = area
            .split_whitespace()
            .map(str::parse)
            .collect::<Result<_, _>>()
            .with_context(|| format!("data-area is {area:?}"))?;
        let &[left, top, width, height] = parts.as_slice() else {
            anyhow::bail!("data-area is {area:?}, not four numbers");
        };
        let figure = Self {
            x_min: number("x-min")?,
            x_max: number("x-max")?,
            y_min: number("y-min")?,
            y_max: number("y-max")?,
            left,
            top,
            width,
            height,
        };
        let sound = figure.x_min < figure.x_max
            && figure.y_min < figure.y_max
            && width > 0.0
            && height > 0.0;
        ensure!(sound, "the figure is empty: {figure:?}");
        Ok(figure)
    }
}

impl Session {
    /// The plot of this function, the first on the page if there are several.
    ///
    /// # Errors
    /// If there is none, or its attributes are not as the design says.
    pub async fn figure(&self, fn_id: &str) -> Result<Figure> {
        let script = "const figure = document.querySelector(
                `figure[data-plot][data-fn=\"${arguments[0]}\"]`);
            const get = name => figure.getAttribute('data-' + name);
            return figure && Object.fromEntries(
                ['x-min', 'x-max', 'y-min', 'y-max', 'area'].map(name => [name, get(name)]))";
        let found = self.js(script, &[json!(fn_id)]).await?;
        ensure!(!found.is_null(), "there is no figure for {fn_id}");
        Figure::from_attributes(&found).with_context(|| format!("the figure for {fn_id}"))
    }

    /// The function of every plot on the page, in order.
    ///
    /// # Errors
    /// If the page is gone.
    pub async fn figures(&self) -> Result<Vec<String>> {
        let script =
            "return [...document.querySelectorAll('figure[data-plot]')].map(f => f.dataset.fn)";
        Ok(serde_json::from_value(self.js(script, &[]).await?)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_map_pixels_to_numbers_and_back() -> Result<()> {
        let found = json!({
            "x-min": "-5", "x-max": "5", "y-min": "-1", "y-max": "3", "area": "40 10 200 100",
        });
        let figure = Figure::from_attributes(&found)?;
        assert_eq!((figure.x_at(40.0), figure.x_at(240.0)), (-5.0, 5.0));
        assert_eq!((figure.y_at(10.0), figure.y_at(110.0)), (3.0, -1.0));
        assert_eq!((figure.px_of(0.0), figure.py_of(1.0)), (140.0, 60.0));
        Ok(())
    }

    #[test]
    fn attributes_that_cannot_be_right_are_errors() {
        for (name, value) in
            [("area", "40 10 200"), ("x-min", "5"), ("y-max", "NaN"), ("x-max", "")]
        {
            let mut found = json!({
                "x-min": "-5", "x-max": "5", "y-min": "-1", "y-max": "3", "area": "40 10 200 100",
            });
            found[name] = json!(value);
            assert!(Figure::from_attributes(&found).is_err(), "{name}={value}");
        }
    }
}
