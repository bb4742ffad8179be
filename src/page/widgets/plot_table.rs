//! The functions of a picture as a table, for browsers without a canvas.

use activation_explorer::plot::{Frame, Picture};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// The table as HTML; empty where its code does not load or there are no functions.
pub(super) async fn table(frame: Frame, picture: Picture) -> String {
    make_table(frame, picture).await.unwrap_or_default()
}

#[wasm_split(small, fallible)]
fn make_table(frame: Frame, picture: Picture) -> Result<String, SplitLoaderError> {
    Ok(activation_explorer::plot::table(&picture, &frame))
}
