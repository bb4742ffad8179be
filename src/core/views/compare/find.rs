//! A function by what a reader types of its name.

use crate::activation::{ALL, Activation, by_id};

/// The function that `text` names: by name or id, by another name, or by the beginning of one;
/// capitals, spaces and hyphens do not matter.
#[must_use]
pub fn find(text: &str) -> Option<&'static Activation> {
    let plain = |text: &str| -> String {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
    };
    let wanted = plain(text);
    if wanted.is_empty() {
        return None;
    }
    let first = |fits: &dyn Fn(&str) -> bool| {
        let named = |act: &&Activation| fits(&plain(act.name)) || fits(&plain(act.id));
        ALL.iter().copied().find(named)
    };
    first(&|name| name == wanted)
        .or_else(|| by_id(&text.trim().to_lowercase()))
        .or_else(|| first(&|name| name.starts_with(&wanted)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_as_people_write_them() {
        for (text, id) in [
            ("hard sw", "hardswish"),
            ("hard_swish", "hardswish"),
            ("SiLU", "swish"),
            ("GELU tanh", "gelu_tanh"),
            (" gelu ", "gelu"),
            ("leaky", "leaky_relu"),
            ("ReLU-6", "relu6"),
        ] {
            assert_eq!(find(text).map(|act| act.id), Some(id), "{text}");
        }
        for text in ["", "  ", "nosuch", "-"] {
            assert_eq!(find(text).map(|act| act.id), None, "{text}");
        }
    }
}
