//! The pictures of a neuron: its output over the plane of its first two inputs (heat map, weight
//! vector, boundary), and its function with the present sum on it.

use super::model::Neuron;
use crate::activation::Window;
use crate::numeric::clip::clip;
use crate::plot::{Curve, Dot, Drawing, Frame, Picture, Region, Role, arrow_head, curves};

/// The window of the plane of inputs.
const PLANE: Window = Window::new(-4.0, 4.0, -3.0, 3.0);

/// The cells of the heat map, across and up: too small to be seen, and drawn as runs of one shade.
const CELLS: (usize, usize) = (160, 72);
/// The number of shades of a colour.
const LEVELS: f64 = 20.0;
/// The opacity of the largest value.
const OPAQUE: f64 = 200.0;

/// The output over the plane of the first two inputs.
pub struct Plane {
    /// The neuron.
    pub neuron: Neuron,
    /// Its inputs.
    pub inputs: Vec<f64>,
}

impl Drawing for Plane {
    fn window(&self) -> Window {
        PLANE
    }

    fn equal(&self) -> bool {
        true
    }

    fn picture(&self, frame: &Frame) -> Picture {
        picture(&self.neuron, &self.inputs, frame)
    }
}

/// The function with the present sum on it.
pub struct Profile {
    /// The neuron.
    pub neuron: Neuron,
    /// Its inputs.
    pub inputs: Vec<f64>,
}

impl Drawing for Profile {
    fn window(&self) -> Window {
        // Its own window, extended as far as the point needs.
        let (own, pass) = (self.neuron.act.window, self.neuron.pass(&self.inputs));
        let low = |end: f64, x: f64| if x < end { (1.1 * x).floor() } else { end };
        let high = |end: f64, x: f64| if x > end { (1.1 * x).ceil() } else { end };
        Window::new(
            low(own.x_min, pass.sum),
            high(own.x_max, pass.sum),
            low(own.y_min, pass.output),
            high(own.y_max, pass.output),
        )
    }

    fn picture(&self, frame: &Frame) -> Picture {
        let pass = self.neuron.pass(&self.inputs);
        let mut curves = curves(self.neuron.act, &self.neuron.params, frame, false);
        let w = &frame.window;
        let seen =
            (w.x_min..=w.x_max).contains(&pass.sum) && (w.y_min..=w.y_max).contains(&pass.output);
        if let (true, Some(f)) = (seen, curves.last_mut()) {
            f.dots.push(Dot { at: (pass.sum, pass.output), filled: true });
        }
        Picture { regions: Vec::new(), curves }
    }
}

/// The picture of a neuron with these inputs; empty if it has not two of them.
fn picture(neuron: &Neuron, inputs: &[f64], frame: &Frame) -> Picture {
    let ([first, second, ..], [x, y, ..]) = (&neuron.weights[..], inputs) else {
        return Picture::default();
    };
    let w = &frame.window;
    let mut picture = Picture { regions: heat(neuron, inputs, frame), curves: Vec::new() };
    let to = (*first, *second);
    let zero = neuron.boundary(inputs, w).map(|ends| vec![ends.to_vec()]);
    picture.curves.push(line(Role::Straight, zero.unwrap_or_default(), &[]));
    picture.curves.push(line(Role::Arrow, clip(&[(0.0, 0.0), to], w), &[]));
    picture.regions.extend(arrow_head(frame, Role::Arrow, (0.0, 0.0), to));
    let here = (*x, *y);
    let dots = [Dot { at: here, filled: false }];
    let seen = w.x_min <= here.0 && here.0 <= w.x_max && w.y_min <= here.1 && here.1 <= w.y_max;
    picture.curves.push(line(Role::Arrow, Vec::new(), if seen { &dots } else { &[] }));
    picture
}

/// Runs of cells as opaque as their value is large: [`Role::Way`] 0 above 0, 1 below.
fn heat(neuron: &Neuron, inputs: &[f64], frame: &Frame) -> Vec<Region> {
    let heat = neuron.heat(inputs, &frame.window, CELLS.0, CELLS.1);
    let most = heat.range.0.abs().max(heat.range.1.abs());
    // On whole pixels, where neighbours meet without a seam.
    let edge =
        |start: f64, size: f64, i: usize, of: usize| (start + size * i as f64 / of as f64).round();
    let area = frame.area;
    let x = |i: usize| frame.to_x(edge(area.left, area.width, i, heat.columns));
    // From the top down, like the rows.
    let y = |i: usize| frame.to_y(edge(area.top, area.height, i, heat.rows));
    let level = |value: f64| ((value.abs() / most * LEVELS).round() as u8, value < 0.0);
    let mut regions = Vec::new();
    for (row, values) in heat.values.chunks(heat.columns).enumerate() {
        let mut first = 0;
        for run in values.chunk_by(|a, b| level(*a) == level(*b)) {
            let (strength, below) = level(run[0]);
            if strength > 0 {
                let alpha = (f64::from(strength) / LEVELS * OPAQUE) as u8;
                let (from, to) = ((x(first), y(row)), (x(first + run.len()), y(row + 1)));
                regions.push(Region::rectangle(Role::Way(u8::from(below)), alpha, from, to));
            }
            first += run.len();
        }
    }
    regions
}

fn line(role: Role, strokes: Vec<Vec<(f64, f64)>>, dots: &[Dot]) -> Curve {
    Curve { role, strokes, dots: dots.to_vec() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::by_id;
    use crate::plot::Margins;

    #[test]
    fn every_cell_has_the_colour_of_the_output_there() {
        let margins = Margins { left: 30.0, right: 5.0, top: 8.0, bottom: 20.0 };
        let window = Window::new(-4.0, 4.0, -3.0, 3.0);
        let frame = Frame::new((437.0, 391.0), &margins, window);
        let mut seen = 0;
        for weights in [[1.5, -1.0], [1.5, 1.0], [0.0, 2.0], [0.0, -2.0], [-2.0, 0.5]] {
            let neuron = Neuron::new(&weights, 0.5, by_id("tanh").unwrap());
            let regions = picture(&neuron, &[1.0, 0.5], &frame).regions;
            for cell in regions.iter().filter(|region| matches!(region.role, Role::Way(_))) {
                let n = cell.corners.len() as f64;
                let x = cell.corners.iter().map(|at| at.0).sum::<f64>() / n;
                let y = cell.corners.iter().map(|at| at.1).sum::<f64>() / n;
                let output = neuron.pass(&[x, y]).output;
                // Far enough from 0 that half a pixel does not change its sign.
                if output.abs() > 0.1 {
                    assert_eq!(cell.role, Role::Way(u8::from(output < 0.0)), "{weights:?} {x} {y}");
                    let share = f64::from(cell.alpha) / OPAQUE;
                    assert!((share - output.abs()).abs() < 0.06, "{weights:?} {x} {y}");
                    seen += 1;
                }
            }
        }
        assert!(seen > 2000, "{seen}");
    }
}
