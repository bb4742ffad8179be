//! The objects of messages: plain JavaScript objects, made and read.

use activation_explorer::numeric::decimal;
use activation_explorer::numeric::format::shortest;
use js_sys::{Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Window;

/// The mark of our messages, their `source`.
pub(super) const SOURCE: &str = "activation-explorer";

/// A message of ours.
pub(super) fn message(kind: &str, more: &[(&str, JsValue)]) -> Object {
    let start = [("source", SOURCE.into()), ("v", 1.into()), ("type", kind.into())];
    let message = object(&start);
    for (key, value) in more {
        put(&message, key, value);
    }
    message
}

/// The message that something was not used as it stands: an object for each notice.
pub(super) fn unused(reason: &str, list: impl IntoIterator<Item = Object>) -> Object {
    let unused: Array = list.into_iter().collect();
    message("error", &[("reason", reason.into()), ("unused", unused.into())])
}

pub(super) fn object(pairs: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (key, value) in pairs {
        put(&object, key, value);
    }
    object
}

pub(super) fn put(object: &Object, key: &str, value: &JsValue) {
    // A plain object takes any key.
    let _ = Reflect::set(object, &key.into(), value);
}

pub(super) fn get(object: &JsValue, key: &str) -> JsValue {
    Reflect::get(object, &key.into()).unwrap_or(JsValue::UNDEFINED)
}

pub(super) fn text(object: &JsValue, key: &str) -> Option<String> {
    get(object, key).as_string()
}

/// A value as an address would say it: text, a number, true or false, or a list of these; `None` for
/// anything else.
pub(super) fn plain(value: &JsValue) -> Option<String> {
    if let Some(list) = value.dyn_ref::<Array>() {
        let all: Option<Vec<_>> = list.iter().map(|entry| scalar(&entry)).collect();
        return all.map(|all| all.join(","));
    }
    scalar(value)
}

fn scalar(value: &JsValue) -> Option<String> {
    let text = value.as_string().or_else(|| value.as_f64().map(shortest));
    text.or_else(|| value.as_bool().map(|on| u8::from(on).to_string()))
}

/// The JSON of a value; `None` where it has none, such as one that contains itself.
pub(super) fn json(value: &JsValue) -> Option<String> {
    JSON::stringify(value).ok().and_then(|json| json.as_string())
}

/// A number as the page writes it, infinite and NaN included.
pub(super) fn number(value: &str) -> Option<f64> {
    match value {
        "inf" => Some(f64::INFINITY),
        "-inf" => Some(f64::NEG_INFINITY),
        "NaN" => Some(f64::NAN),
        _ => decimal::parse(value),
    }
}

pub(super) fn number_or_text(value: &str) -> JsValue {
    decimal::parse(value).map_or_else(|| value.into(), JsValue::from)
}

pub(super) fn send(to: &Window, message: &Object) {
    // The host may be of any origin; nothing here is secret.
    let _ = to.post_message(message, "*");
}
