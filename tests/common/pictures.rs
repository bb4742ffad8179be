//! Pictures as SVG against stored ones, for the tests that draw natively.

#![allow(dead_code, reason = "each test target uses its own part of this module")]

use activation_explorer::plot::{Margins, Palette};
use plotters::style::RGBColor;
use std::fs;
use std::path::{Path, PathBuf};

/// The size of a picture.
pub const SIZE: (f64, f64) = (480.0, 300.0);

/// Room around a plot for the labels of its axes.
pub const MARGINS: Margins = Margins { left: 36.0, right: 10.0, top: 8.0, bottom: 22.0 };

/// The light theme of `style/main/themes.css`, today; the pictures do not follow it.
pub fn palette() -> Palette {
    let color = |rgb: u32| {
        let [_, r, g, b] = rgb.to_be_bytes();
        RGBColor(r, g, b)
    };
    Palette {
        f: color(0x1d_5f_b8),
        df: color(0xc2_46_0e),
        d2f: color(0x6b_4f_a0),
        series: [
            0x80_80_80, 0x1d_5f_b8, 0xc2_46_0e, 0x2b_7a_3a, 0x8a_3f_9a, 0x8a_6a_00, 0x00_7a_87,
            0xb0_2a_5b,
        ]
        .map(color),
        shade: color(0x59_63_6e),
        grid: color(0xe6_e9_ed),
        axis: color(0x9a_a3_ad),
        ink: color(0x10_14_18),
        label: color(0x59_63_6e),
        paper: color(0xff_ff_ff),
        width: 2.6,
        text: 12.0,
    }
}

/// Compares pictures with those stored in a folder below `tests/pictures`, which has no others.
/// `RENEW_PICTURES=1` stores today's; different ones are written to `target/pictures`.
///
/// # Panics
/// If they differ.
pub fn compare(folder: &str, today: &[(String, String)]) {
    let renew = std::env::var_os("RENEW_PICTURES").is_some();
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (stored, new) =
        (root.join("tests/pictures").join(folder), root.join("target/pictures").join(folder));
    let path = |folder: &Path, name: &str| -> PathBuf { folder.join(format!("{name}.svg")) };
    let mut wrong = Vec::new();
    for (name, today) in today {
        if renew {
            fs::create_dir_all(&stored).unwrap();
            fs::write(path(&stored, name), today).unwrap();
        }
        let kind = match fs::read_to_string(path(&stored, name)) {
            Ok(before) if before == *today => continue,
            Ok(_) => "looks different",
            Err(_) => "has no picture",
        };
        fs::create_dir_all(&new).unwrap();
        fs::write(path(&new, name), today).unwrap();
        wrong.push(format!("{name} {kind}, see {}", path(&new, name).display()));
    }
    for file in fs::read_dir(&stored).unwrap() {
        let file = file.unwrap().path();
        if file.is_file() && today.iter().all(|(name, _)| path(&stored, name) != file) {
            if renew {
                fs::remove_file(&file).unwrap();
            } else {
                wrong.push(format!("{} is of nothing", file.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}\nRENEW_PICTURES=1 stores today's", wrong.join("\n"));
}
