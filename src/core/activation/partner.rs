//! The natural partner of each function: the one a reader compares it with first.

use super::kind::Activation;

/// Each function and its partner.
const PARTNERS: &[(&str, &str)] = &[
    ("sigmoid", "tanh"),
    ("tanh", "sigmoid"),
    ("softsign", "tanh"),
    ("hard_sigmoid", "sigmoid"),
    ("hard_sigmoid_ab", "hard_sigmoid"),
    ("hardtanh", "tanh"),
    ("relu", "leaky_relu"),
    ("leaky_relu", "relu"),
    ("prelu", "leaky_relu"),
    ("rrelu", "leaky_relu"),
    ("relu6", "relu"),
    ("squared_relu", "relu"),
    ("threshold", "thresholded_relu"),
    ("thresholded_relu", "relu"),
    ("elu", "selu"),
    ("selu", "elu"),
    ("celu", "elu"),
    ("softplus", "relu"),
    ("log_sigmoid", "softplus"),
    ("swish", "gelu"),
    ("hardswish", "swish"),
    ("mish", "swish"),
    ("gelu", "gelu_tanh"),
    ("gelu_tanh", "gelu"),
    ("gelu_quick", "gelu"),
    ("softshrink", "hardshrink"),
    ("hardshrink", "softshrink"),
    ("tanhshrink", "softshrink"),
    ("gaussian", "sinusoid"),
    ("sinusoid", "snake"),
    ("snake", "sinusoid"),
    ("softmax", "sparsemax"),
    ("log_softmax", "softmax"),
    ("softmin", "softmax"),
    ("sparsemax", "softmax"),
    ("maxout", "relu"),
    ("glu", "swiglu"),
    ("swiglu", "geglu"),
    ("geglu", "geglu_tanh"),
    ("geglu_tanh", "geglu"),
    ("reglu", "swiglu"),
    ("bilinear", "glu"),
    ("identity", "relu"),
    ("binary_step", "sigmoid"),
    ("abs", "relu"),
];

/// The id of the partner of `act`.
#[must_use]
pub fn partner(act: &Activation) -> Option<&'static str> {
    PARTNERS.iter().find(|(id, _)| *id == act.id).map(|(_, other)| *other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::activation::{ALL, by_id};

    #[test]
    fn every_function_has_another_as_its_partner() {
        assert_eq!(PARTNERS.len(), ALL.len(), "one row a function");
        for act in ALL {
            let other = partner(act).and_then(by_id).map(|other| other.id);
            assert!(other.is_some_and(|other| other != act.id), "{act:?}: {other:?}");
        }
        let mutual = [("elu", "selu"), ("gelu", "gelu_tanh"), ("sigmoid", "tanh")];
        for (one, other) in mutual.into_iter().chain([("relu", "leaky_relu")]) {
            assert_eq!(by_id(one).and_then(partner), Some(other));
            assert_eq!(by_id(other).and_then(partner), Some(one));
        }
    }
}
