//! Which views and states `cargo xtask screens` takes pictures of.

/// One state of the page.
pub struct Shot {
    /// The view's name in the URL.
    pub view: &'static str,
    /// A word for the state.
    pub state: &'static str,
    /// The query that leads there, without language and theme.
    pub query: &'static str,
}

/// Every state to look at.
pub const SHOTS: &[Shot] = &[
    Shot { view: "gallery", state: "start", query: "view=gallery" },
    Shot { view: "function", state: "elu", query: "view=function&fn=elu" },
    Shot { view: "function", state: "gelu-probe", query: "view=function&fn=gelu&x=-1.5" },
    Shot {
        view: "function",
        state: "selu-shade",
        query: "view=function&fn=selu&x=-2&shade=0.05&second=1&axis2=1",
    },
    Shot { view: "compare", state: "start", query: "view=compare&x=-1" },
    Shot {
        view: "compare",
        state: "eight",
        query: "view=compare&cmp=relu,leaky_relu,elu,selu,swish,gelu,mish,softplus&deriv=0&x=-1.2",
    },
    Shot { view: "zigzag", state: "start", query: "view=zigzag&steps=40&autoplay=0" },
    Shot { view: "zigzag", state: "batch", query: "view=zigzag&steps=90&batch=64&autoplay=0" },
    Shot { view: "neuron", state: "start", query: "view=neuron&fn=tanh" },
    Shot { view: "saturation", state: "start", query: "view=saturation&fn=elu" },
    Shot { view: "linear", state: "identity", query: "view=linear&fn=identity" },
    Shot { view: "linear", state: "tanh", query: "view=linear&fn=tanh" },
    Shot { view: "kink", state: "start", query: "view=kink" },
];

/// The languages, as in the URL.
pub const LANGUAGES: &[&str] = &["en", "zh"];

/// The themes, as in the URL.
pub const THEMES: &[&str] = &["light", "dark"];
