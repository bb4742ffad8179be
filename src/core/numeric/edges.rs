//! Cutting a traced curve at the window's edges, and merging points on a straight line.

use super::Stroke;
use super::trace::{Node, Tracer};

/// The largest distance, in pixels, of a dropped point from the line that replaces it.
const MERGE: f64 = 0.045;
/// The most points one line replaces: each is compared again for every further one.
const RUN: usize = 200;
/// The exactness, in pixels, of the point where the curve crosses an edge.
const EXACT: f64 = 1e-4;

/// The parts of the curve inside the window's heights, cut where it crosses them.
pub(super) fn clip(tracer: &Tracer, nodes: &[Node]) -> Vec<Stroke> {
    let mut strokes = Vec::new();
    let mut stroke: Stroke = Vec::new();
    let mut before: Option<(&Node, f64)> = None;
    for node in nodes {
        let side = tracer.side(node.y);
        if let Some((last, left)) = before
            && left != side
        {
            // Out through one edge, in through the other, or both at once.
            for (outside, inner, outer) in [(left, node, last), (side, last, node)] {
                if outside.abs() == 1.0 && !(left + side).is_nan() {
                    let (x, y) = crossing(tracer, outside, *inner, *outer);
                    // Two crossings at almost one place must not come out in the wrong order.
                    stroke.push((stroke.last().map_or(x, |last| x.max(last.0)), y));
                }
            }
        }
        if side == 0.0 {
            stroke.push((node.x, node.y));
        } else if !stroke.is_empty() {
            strokes.push(std::mem::take(&mut stroke));
        }
        before = Some((node, side));
    }
    strokes.push(stroke);
    strokes.retain(|s| s.len() > 1);
    strokes
}

/// The point where the curve crosses the upper (`side` = 1) or lower edge, between a node on its
/// inner side and one beyond it: found by the secant and by bisection in turn.
fn crossing(tracer: &Tracer, side: f64, inner: Node, outer: Node) -> (f64, f64) {
    let edge = if side > 0.0 { tracer.window.y_max } else { tracer.window.y_min };
    let (mut inner, mut outer) = (inner, outer);
    for step in 0..60 {
        if (outer.x - inner.x).abs() * tracer.scale.0 <= EXACT || tracer.fuel.get() == 0 {
            break;
        }
        let line = (edge - inner.y) / (outer.y - inner.y);
        // Beside a pole the secant goes straight along the edge and would not move at all.
        let t = if step % 2 == 0 && line > 1e-3 && line < 0.999 { line } else { 0.5 };
        let next = tracer.at(inner.x + t * (outer.x - inner.x));
        if (next.y - edge).abs() * tracer.scale.1 <= EXACT {
            return (next.x, edge);
        }
        if next.x == inner.x || next.x == outer.x {
            break;
        }
        let beyond = side * (next.y - edge) > 0.0;
        *(if beyond { &mut outer } else { &mut inner }) = next;
    }
    let t = ((edge - inner.y) / (outer.y - inner.y)).clamp(0.0, 1.0);
    (inner.x + if t.is_nan() { 0.0 } else { t } * (outer.x - inner.x), edge)
}

/// Drops points that are on the line between their neighbours, as it looks at `scale`.
pub(super) fn merge(stroke: &mut Stroke, scale: (f64, f64)) {
    let mut kept = vec![0];
    let mut anchor = 0;
    for i in 2..stroke.len() {
        let line = (stroke[anchor], stroke[i]);
        if i - anchor > RUN || !(anchor + 1..i).all(|k| on(stroke[k], line, scale)) {
            anchor = i - 1;
            kept.push(anchor);
        }
    }
    kept.push(stroke.len() - 1);
    *stroke = kept.into_iter().map(|i| stroke[i]).collect();
}

/// True if `p` is on the segment between two points, as seen at `scale`; never for NaN.
fn on(p: (f64, f64), (a, b): ((f64, f64), (f64, f64)), scale: (f64, f64)) -> bool {
    let px = |q: (f64, f64)| ((q.0 - a.0) * scale.0, (q.1 - a.1) * scale.1);
    let (line, p) = (px(b), px(p));
    let square = line.0 * line.0 + line.1 * line.1;
    let (along, across) = (p.0 * line.0 + p.1 * line.1, p.0 * line.1 - p.1 * line.0);
    // Beyond an end is off, however small the angle: it may be the tip of a spike.
    0.0 <= along && along <= square && across * across <= MERGE * MERGE * square
}
