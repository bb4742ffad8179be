//! A curve as drawn: the pixels of its colour on the canvas, column by column.

use crate::{Figure, Session};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::time::{Duration, Instant};

/// The role of a curve in a plot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The function.
    F,
    /// Its derivative.
    Df,
    /// The area under its derivative.
    Slope,
    /// A series of the comparison, 1 to 8.
    Series(u8),
}

impl Role {
    /// The custom property that has its colour.
    #[must_use]
    pub fn property(self) -> String {
        match self {
            Self::F => "--curve-f".to_owned(),
            Self::Df | Self::Slope => "--curve-df".to_owned(),
            Self::Series(n) => format!("--curve-{n}"),
        }
    }
}

/// Rows of one column, one below the other, that have the curve's colour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Run {
    /// Their centre, weighted by opacity, in CSS pixels from the canvas's top.
    pub centre: f64,
    /// The upper edge of the first.
    pub top: f64,
    /// The lower edge of the last.
    pub bottom: f64,
}

/// One column of device pixels in the plotting area.
#[derive(Clone, Debug, PartialEq)]
pub struct Column {
    /// The number at its centre.
    pub x: f64,
    /// Its centre, in CSS pixels from the canvas's left.
    pub px: f64,
    /// The runs from top to bottom; none where the curve is not.
    pub runs: Vec<Run>,
}

/// A curve as drawn.
#[derive(Clone, Debug)]
pub struct Curve {
    /// The plot it is in.
    pub figure: Figure,
    /// The width of a device pixel in CSS pixels.
    pub pixel: f64,
    /// Every column of the plotting area, from left to right.
    pub columns: Vec<Column>,
}

impl Curve {
    /// The curve in data units: `x` and the `y` of every run.
    #[must_use]
    pub fn points(&self) -> Vec<(f64, Vec<f64>)> {
        let ys =
            |column: &Column| column.runs.iter().map(|run| self.figure.y_at(run.centre)).collect();
        self.columns.iter().map(|column| (column.x, ys(column))).collect()
    }

    fn from_page(figure: Figure, found: &Value) -> Option<Self> {
        let (scale_x, scale_y) = (found["scale"][0].as_f64()?, found["scale"][1].as_f64()?);
        let first = found["first"].as_f64()?;
        let run = |run: &Value| {
            Some(Run {
                centre: run[0].as_f64()? / scale_y,
                top: run[1].as_f64()? / scale_y,
                bottom: run[2].as_f64()? / scale_y,
            })
        };
        let mut columns = Vec::new();
        let mut px = (first + 0.5) / scale_x;
        for runs in found["columns"].as_array()? {
            columns.push(Column {
                x: figure.x_at(px),
                px,
                runs: runs.as_array()?.iter().map(run).collect::<Option<_>>()?,
            });
            px += 1.0 / scale_x;
        }
        Some(Self { figure, pixel: 1.0 / scale_x, columns })
    }
}

impl Session {
    /// Finds a curve by its colour on the first canvas of its plot, scrolling there first.
    ///
    /// # Errors
    /// If the plot has no pixel of that colour within five seconds.
    pub async fn curve_pixels(&self, fn_id: &str, role: Role) -> Result<Curve> {
        let property = role.property();
        let start = Instant::now();
        loop {
            let args = [json!(fn_id), json!(property), json!(role == Role::Slope)];
            let found = self
                .js(include_str!("curve.js"), &args)
                .await
                .with_context(|| format!("looking for {property} of {fn_id}"))?;
            let figure = self.figure(fn_id).await?;
            let curve = Curve::from_page(figure, &found).context("what the page's script gave")?;
            if curve.columns.iter().any(|column| !column.runs.is_empty()) {
                return Ok(curve);
            }
            if start.elapsed() > Duration::from_secs(5) {
                bail!("the plot of {fn_id} has no pixel in {property}, {}", found["colour"]);
            }
            // Only visible plots draw, so it may have come into view just now.
            self.frames(2).await?;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_become_numbers() {
        let figure = Figure {
            x_min: 0.0,
            x_max: 2.0,
            y_min: 0.0,
            y_max: 10.0,
            left: 10.0,
            top: 0.0,
            width: 2.0,
            height: 10.0,
        };
        let found = json!({ "scale": [2, 2], "first": 20, "columns": [[[4, 3, 5]], [], [], []] });
        let curve = Curve::from_page(figure, &found);
        let points = curve.map(|curve| curve.points());
        let wanted = vec![(0.25, vec![8.0]), (0.75, vec![]), (1.25, vec![]), (1.75, vec![])];
        assert_eq!(points, Some(wanted));
    }
}
