//! Labels at the right ends of curves: where each stands so that none covers another.

use super::drawing::Comparison;
use crate::numeric::elementary::within;
use crate::numeric::ticks::width;
use crate::plot::Frame;

/// A label on the plot, in CSS pixels from its corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The function, by its place in the comparison.
    pub index: usize,
    /// The left and the upper edge, and the width.
    pub at: (f64, f64, f64),
    /// The height.
    pub height: f64,
}

impl Label {
    fn covers(&self, other: &Self) -> bool {
        let apart = |a: f64, wide: f64, b: f64, broad: f64| a + wide <= b || b + broad <= a;
        !apart(self.at.0, self.at.2, other.at.0, other.at.2)
            && !apart(self.at.1, self.height, other.at.1, other.height)
    }
}

/// The place of a text at the largest difference of all, in the font size `text`: beyond its dot.
#[must_use]
pub fn gap_label(shown: &Comparison, frame: &Frame, words: &str, text: f64) -> Option<Label> {
    let gap = shown.largest_gap()?;
    let (area, window) = (&frame.area, &frame.window);
    if !(window.x_min..=window.x_max).contains(&gap.x)
        || !(window.y_min..=window.y_max).contains(&gap.value)
    {
        return None;
    }
    let (px, py) = frame.to_px(gap.x, gap.value);
    let (wide, height) = (width(words) * text + 4.0, 1.3 * text);
    let left = within(px - 0.5 * wide, area.left, (area.left + area.width - wide).max(area.left));
    // On the side of the axis, where the window always has room.
    let top = if gap.value > 0.0 { py + 8.0 } else { py - height - 8.0 };
    let top = within(top, area.top, (area.top + area.height - height).max(area.top));
    Some(Label { index: usize::MAX, at: (left, top, wide), height })
}

/// The labels of the functions of a comparison, in the font size `text`, clear of what is `taken`; a
/// function that is not in the window has none, nor one for which there is no room.
#[must_use]
pub fn labels(shown: &Comparison, frame: &Frame, text: f64, taken: Option<&Label>) -> Vec<Label> {
    let (area, window) = (&frame.area, &frame.window);
    let (right, height) = (area.left + area.width, 1.3 * text);
    let ends = (0..shown.entries.len()).filter_map(|index| {
        let strokes = shown.strokes(index, frame);
        let end = strokes.last().and_then(|stroke| stroke.last().copied());
        let (x, y) = if shown.is_axis(index) {
            (0.0 >= window.y_min && 0.0 <= window.y_max).then_some((window.x_max, 0.0))
        } else {
            end
        }?;
        let (px, py) = frame.to_px(x, y);
        Some((index, px, py))
    });
    let mut ends: Vec<_> = ends.collect();
    crate::numeric::order::sort_by_key(&mut ends, |end| end.2);
    let mut placed: Vec<Label> = Vec::new();
    for (index, px, py) in ends {
        let name = shown.entries[index].0.name;
        let wide = width(name) * text + 4.0;
        // Beside a curve that leaves at the top or the bottom, above one that goes on to the right.
        let left = if px < right - 1.0 { px + 8.0 } else { px - wide - 6.0 };
        let left = within(left, area.left, (right - wide - 2.0).max(area.left));
        let (top, bottom) = (area.top + 2.0, area.top + area.height - height - 2.0);
        let wanted = within(py - height - 3.0, top, bottom.max(top));
        let steps = (0..24).flat_map(|i| [f64::from(i) * 0.5, -f64::from(i) * 0.5]);
        let tries =
            steps.map(|step| Label { index, at: (left, wanted + step * height, wide), height });
        let fits = |label: &Label| {
            label.at.1 >= top - 0.5
                && label.at.1 <= bottom + 0.5
                && !placed.iter().chain(taken).any(|other| other.covers(label))
        };
        let found = { tries }.find(fits);
        placed.extend(found);
    }
    placed
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test stops at the first surprise")]
mod tests {
    use super::*;
    use crate::plot::{Drawing, Size};
    use crate::views::parse;

    #[test]
    fn labels_are_inside_and_cover_no_other() {
        for query in [
            "",
            "cmp=relu,elu,gelu,selu,swish,mish,tanh,softplus",
            "cmp=gelu,gelu_tanh,gelu_quick&diff=1",
            "cmp=relu,elu&f=0",
            "cmp=sigmoid,tanh,hard_sigmoid,softsign,hardtanh",
        ] {
            let state = parse(&format!("view=compare&{query}")).0;
            let shown = Comparison::of(&state);
            for extent in [(340.0, 170.0), (700.0, 350.0), (1300.0, 650.0)] {
                let window = shown.window();
                let frame = Size::Large.frame(extent, 14.0, window, None, false).unwrap();
                let all = labels(&shown, &frame, 14.0, None);
                assert!(!all.is_empty(), "{query} has no label");
                if extent.0 > 600.0 {
                    assert_eq!(all.len(), shown.entries.len(), "{query}: {all:?}");
                }
                for (i, label) in all.iter().enumerate() {
                    let (left, top, wide) = label.at;
                    let a = &frame.area;
                    assert!(left >= a.left && left + wide <= a.left + a.width, "{label:?}");
                    assert!(top >= a.top && top + label.height <= a.top + a.height, "{label:?}");
                    assert!(!all[..i].iter().any(|other| other.covers(label)), "{query}: {all:?}");
                }
            }
        }
    }
}
