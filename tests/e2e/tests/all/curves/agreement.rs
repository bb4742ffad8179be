//! The agreement of a drawn curve with the core, in CSS pixels.

use activation_explorer::activation::Activation;
use anyhow::{Result, ensure};
use e2e::{Column, Curve, Figure, Role, Run};
use std::fmt;

/// The distance allowed between the centre of the line and the function.
const TOLERANCE: f64 = 1.5;
/// The steepness, in pixels per pixel, beyond which a column says little about the height.
const STEEPEST: f64 = 8.0;
/// The distance from a kink, a jump or its end dots within which nothing is compared.
const AROUND_BREAK: f64 = 6.0;
/// The distance from the other curve within which that may cover this one.
const COVERED: f64 = 4.0;

/// The counts of a comparison, over the columns where the function can be compared.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Agreement {
    /// The columns of the plotting area.
    columns: usize,
    /// The columns that can be compared: the curve is there, not too steep, nothing covers it.
    compared: usize,
    /// The compared columns with the line within the tolerance.
    right: usize,
    /// The compared columns without the line: a gap of a dashed line, or the other curve over it.
    missing: usize,
    /// The compared columns with a second line of that colour somewhere else.
    second: usize,
    /// The greatest distance of the nearest line, in CSS pixels, and its place.
    worst: (f64, f64),
}

/// Compares the drawn curve of `role` with `act`.
pub(crate) fn compare(curve: &Curve, act: &Activation, params: &[f64], role: Role) -> Agreement {
    let mut found = Agreement { columns: curve.columns.len(), ..Agreement::default() };
    let breaks = act.breaks(params);
    for column in &curve.columns {
        let near_break = |b: &f64| (curve.figure.px_of(*b) - column.px).abs() < AROUND_BREAK;
        if breaks.iter().any(near_break) {
            continue;
        }
        let height = |role: Role, px: f64| {
            let (f, df) = act.eval(curve.figure.x_at(px), params);
            curve.figure.py_of(if role == Role::F { f } else { df })
        };
        let Some(wanted) = comparable(curve, column, role, &height) else { continue };
        if role == Role::Slope {
            // An area that is hardly there shows nothing.
            if (curve.figure.py_of(0.0) - wanted[0]).abs() > 2.0 * COVERED {
                found.add(&edges(column), wanted, [f64::NEG_INFINITY, f64::INFINITY]);
            }
        } else {
            found.add(column, wanted, with_band(wanted, curve, column, act, params));
        }
    }
    found
}

/// The edges of a column's areas, as lines.
fn edges(column: &Column) -> Column {
    let line = |y: f64| Run { centre: y, top: y, bottom: y };
    let runs = column.runs.iter().flat_map(|run| [line(run.top), line(run.bottom)]).collect();
    Column { runs, ..column.clone() }
}

/// The heights where the curve's colour may be: for a random family also the edges behind it.
fn with_band(
    [mut highest, mut lowest]: [f64; 2],
    curve: &Curve,
    column: &Column,
    act: &Activation,
    params: &[f64],
) -> [f64; 2] {
    for edge in act.band.map(|band| band(params)).into_iter().flatten() {
        let y = curve.figure.py_of(act.f(column.x, &edge));
        (highest, lowest) = (highest.min(y), lowest.max(y));
    }
    [highest, lowest]
}

/// The heights the function takes within the column, if the line there can be compared.
fn comparable(
    curve: &Curve,
    column: &Column,
    role: Role,
    height: &impl Fn(Role, f64) -> f64,
) -> Option<[f64; 2]> {
    let Figure { top, height: tall, left, width, .. } = curve.figure;
    let at = |offset: f64| height(role, column.px + offset);
    let (before, here, after) = (at(-1.0), at(0.0), at(1.0));
    let inside = |y: f64| y > top + 3.0 && y < top + tall - 3.0;
    let whole = column.px > left + 2.0 && column.px < left + width - 2.0;
    let level = (after - before).abs() / 2.0 <= STEEPEST;
    let other = if role == Role::F { Role::Df } else { Role::F };
    // Of the area the line of f takes more where that is steep.
    let near = if role == Role::Slope { 2.0 * COVERED } else { COVERED };
    let covered = (height(other, column.px) - here).abs() < near;
    if !(inside(before) && inside(here) && inside(after) && whole && level) || covered {
        return None;
    }
    let (one, two) = (at(-curve.pixel / 2.0), at(curve.pixel / 2.0));
    Some([one.min(two).min(here), one.max(two).max(here)])
}

impl Agreement {
    fn add(&mut self, column: &Column, wanted: [f64; 2], allowed: [f64; 2]) {
        self.compared += 1;
        let Some(nearest) = column.runs.iter().map(|run| distance(run, wanted)).reduce(f64::min)
        else {
            self.missing += 1;
            return;
        };
        if nearest <= TOLERANCE {
            self.right += 1;
            // A line that the other curve cuts in two where they cross is still one line.
            let elsewhere = column.runs.iter().any(|run| distance(run, allowed) > COVERED);
            self.second += usize::from(elsewhere);
        }
        if nearest > self.worst.0 {
            self.worst = (nearest, column.x);
        }
    }

    /// The verdict on the curve: an error if it is not the function's.
    pub(crate) fn verdict(&self, role: Role) -> Result<()> {
        let wrong = self.compared - self.right - self.missing;
        let much = self.compared * 8 >= self.columns;
        // On a tile the area under a gentle slope is a few pixels high.
        ensure!(much || role == Role::Slope, "hardly anything to compare: {self}");
        ensure!(wrong == 0, "{wrong} columns have the line elsewhere: {self}");
        // The derivative is dashed.
        let least = if role == Role::Df { 0.3 } else { 0.9 };
        let share = self.right as f64 / self.compared.max(1) as f64;
        ensure!(
            share >= least || self.compared == 0,
            "only {:.0} % of the line is there: {self}",
            share * 100.0
        );
        ensure!(self.second * 20 <= self.compared, "there is a second line: {self}");
        Ok(())
    }
}

/// The distance of the centre of a run from a range of heights.
fn distance(run: &Run, [highest, lowest]: [f64; 2]) -> f64 {
    (highest - run.centre).max(run.centre - lowest).max(0.0)
}

impl fmt::Display for Agreement {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { columns, compared, right, missing, second, worst } = self;
        write!(
            out,
            "{compared} of {columns} columns compared, {right} right, {missing} without the line, \
             {second} with two; at most {:.2} px off, at x = {:.3}",
            worst.0, worst.1
        )
    }
}
