//! One canvas as a plotters backend with sixteen units to the CSS pixel and real dashes.

use activation_explorer::plot::{Ink, Pen, UNITS};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The largest side of a canvas in device pixels.
const LARGEST: f64 = 8192.0;

type Drawn = Result<(), DrawingErrorKind<<CanvasBackend as DrawingBackend>::ErrorType>>;

/// A cleared canvas of a given CSS size, sharp at the given device-pixel ratio.
pub(super) struct Surface {
    canvas: CanvasBackend,
    context: CanvasRenderingContext2d,
    size: (u32, u32),
}

impl Surface {
    /// Prepares `canvas`; `None` where the browser gives no 2-D context.
    pub(super) fn new(canvas: &HtmlCanvasElement, size: (f64, f64), ratio: f64) -> Option<Self> {
        let ratio = ratio.min(LARGEST / size.0.max(size.1).max(1.0));
        let context =
            canvas.get_context("2d").ok()??.dyn_into::<CanvasRenderingContext2d>().ok()?;
        let (width, height) = ((size.0 * ratio).round() as u32, (size.1 * ratio).round() as u32);
        if (canvas.width(), canvas.height()) == (width, height) {
            context.set_transform(1.0, 0.0, 0.0, 1.0, 0.0, 0.0).ok()?;
            context.clear_rect(0.0, 0.0, f64::from(width), f64::from(height));
        } else {
            // Setting either clears the canvas and costs a reallocation, so only when needed.
            canvas.set_width(width);
            canvas.set_height(height);
        }
        let scale = ratio / UNITS;
        context.set_transform(scale, 0.0, 0.0, scale, 0.0, 0.0).ok()?;
        context.set_line_join("round");
        Some(Self {
            canvas: CanvasBackend::with_canvas_object(canvas.clone())?,
            context,
            size: ((size.0 * UNITS) as u32, (size.1 * UNITS) as u32),
        })
    }
}

impl Pen for Surface {
    fn dashed_path(&mut self, path: &[BackendCoord], ink: Ink, dash: &[f64]) -> Drawn {
        let pattern: js_sys::Array = dash.iter().map(|length| JsValue::from(*length)).collect();
        // A pattern of positive numbers is always accepted; if not, the line is solid.
        let _ = self.context.set_line_dash(&pattern);
        let drawn = self.canvas.draw_path(path.iter().copied(), &ink);
        let _ = self.context.set_line_dash(&js_sys::Array::new());
        drawn
    }
}

impl DrawingBackend for Surface {
    type ErrorType = <CanvasBackend as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        self.canvas.ensure_prepared()
    }

    fn present(&mut self) -> Drawn {
        self.canvas.present()
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        self.canvas.draw_pixel(point, color)
    }

    fn draw_line<S: BackendStyle>(
        &mut self,
        from: BackendCoord,
        to: BackendCoord,
        style: &S,
    ) -> Drawn {
        self.canvas.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        upper_left: BackendCoord,
        bottom_right: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.canvas.draw_rect(upper_left, bottom_right, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.canvas.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.canvas.draw_circle(center, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.canvas.fill_polygon(corners, style)
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, at: BackendCoord) -> Drawn {
        self.canvas.draw_text(text, style, at)
    }
}
