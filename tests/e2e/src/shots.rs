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
    Shot { view: "softmax", state: "start", query: "view=softmax" },
    Shot {
        view: "softmax",
        state: "eight-log",
        query: "view=softmax&fn=log_softmax&z=2,1,0.1,-0.5,-3,0,1.5,0.25&temperature=0.5",
    },
    Shot { view: "softmax", state: "overflow", query: "view=softmax&z=1002,1001,1000" },
    Shot { view: "units", state: "swiglu", query: "view=function&fn=swiglu&x=-1.5&a=1.2" },
    Shot {
        view: "units",
        state: "rrelu",
        query: "view=function&fn=rrelu&x=-2&train=1&lower=0.1&upper=0.5",
    },
    Shot { view: "units", state: "prelu", query: "view=function&fn=prelu&x=-2&y=-1.5" },
    Shot { view: "maxout", state: "start", query: "view=maxout&x=0.4" },
    Shot {
        view: "maxout",
        state: "fit",
        query: "view=maxout&target=1&pieces=-1.6,-0.64,-0.8,-0.16,0,0,0.8,-0.16,1.6,-0.64&drawn=1&k=3",
    },
    Shot { view: "zigzag", state: "start", query: "view=zigzag&steps=40&autoplay=0" },
    Shot { view: "zigzag", state: "batch", query: "view=zigzag&steps=90&batch=64&autoplay=0" },
    Shot { view: "neuron", state: "start", query: "view=neuron&fn=tanh" },
    Shot { view: "saturation", state: "start", query: "view=saturation&fn=elu" },
    Shot { view: "linear", state: "identity", query: "view=linear&fn=identity" },
    Shot { view: "linear", state: "tanh", query: "view=linear&fn=tanh" },
    Shot { view: "kink", state: "start", query: "view=kink" },
    Shot { view: "learn", state: "neuron", query: "view=learn&chapter=01-activation" },
    Shot { view: "learn", state: "linear", query: "view=learn&chapter=02-nonlinear" },
    Shot { view: "learn", state: "zigzag", query: "view=learn&chapter=10-zero-centring" },
    Shot { view: "learn", state: "kink", query: "view=learn&chapter=11-kink" },
    Shot { view: "learn", state: "curves", query: "view=learn&chapter=03-sigmoid-tanh" },
    Shot { view: "learn", state: "rectifiers", query: "view=learn&chapter=04-relu-family" },
    Shot { view: "learn", state: "properties", query: "view=learn&chapter=08-properties" },
    Shot { view: "learn", state: "glossary", query: "view=learn&chapter=glossary" },
    Shot { view: "choose", state: "start", query: "view=choose" },
    Shot { view: "choose", state: "end", query: "view=choose&path=2,1,3" },
    Shot { view: "evidence", state: "rrelu", query: "view=evidence&fn=rrelu" },
];

/// The languages, as in the URL.
pub const LANGUAGES: &[&str] = &["en", "zh"];

/// The themes, as in the URL.
pub const THEMES: &[&str] = &["light", "dark"];
