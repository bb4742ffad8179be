//! English.

use super::{About, Claims, Evidence, Frameworks, Guide, Know, Lost, Plain, Start, Words};
use crate::claims::Verdict;

pub(super) const WORDS: Words = Words {
    claims: Claims {
        heading: "What people say",
        title: "Is it true that …?",
        show: "show me",
        open: "open in full",
        verdict: Verdict::name,
    },
    know: Know {
        heading: "Know before you use it",
        open: "try it live",
        at: |x, f, df| match df {
            Some(df) => format!("At x\u{a0}=\u{a0}{x}: f\u{a0}=\u{a0}{f}, f′\u{a0}=\u{a0}{df}"),
            None => format!(", at x\u{a0}=\u{a0}{x}: {f}"),
        },
    },
    guide: Guide {
        recommendation: "Recommendation:",
        evidence: "(evidence)",
        convention: "(convention)",
    },
    frameworks: Frameworks {
        heading: "In the frameworks",
        accuracy: |f, df| {
            format!(
                "Computed here with an error of at most {f} (f) and {df} (f′) units in the last place per 1 + condition number, measured against 60-digit values."
            )
        },
        caption: "What the frameworks call {}.",
        measured: " f′ was measured in {}.",
        by_sources: " For PyTorch it follows from the sources.",
        framework: "Framework",
        call: "Name",
        defaults: "Defaults",
        kinks: "f′ where the pieces meet",
        take: "use these",
        none: "Without a separate function: {}",
        not_measured: "not measured",
        comma: ", ",
        list: ", ",
        and: " and ",
        or: " or ",
        by_version: "depends on the version",
        note: [" (", ")"],
    },
    evidence: Evidence {
        title: "The tables of Xu et al. (2015)",
        lead: "Five variants of ReLU in otherwise identical networks: what was measured, with every bar starting at zero.",
        caption: |dataset, end| match dataset {
            "CIFAR-10" | "CIFAR-100" => format!(
                "<b>{dataset}</b>, share of images misclassified; bars from 0 to {end}, the thin lines ± one standard error of 10,000 images"
            ),
            _ => format!("<b>NDSB</b> (plankton), multi-class log-loss; bars from 0 to {end}"),
        },
        variant: "Variant",
        slope: |slope| format!("slope {slope} in testing"),
        learned: "learned slope",
        test: "Test",
        held_out: "Held out",
        train: "Training",
        difference: "Against ReLU",
        lowest: "lowest",
        remarks: "How to read them",
        notice: |[relu, small, large, random], images| {
            [
                format!(
                    "A leak need not help. With the slope 1/100, Leaky ReLU shows no advantage over ReLU on CIFAR-10: {small} against {relu}, well within chance, whose standard error is 0.47 points. The paper’s text says that every variant beats ReLU; its table does not."
                ),
                "The larger slope, 1/5.5, is better than 1/100 on all three data sets.".into(),
                "PReLU has the lowest training figure everywhere, and nowhere the lowest on held-out data: it fits better without generalising better.".into(),
                format!(
                    "On CIFAR-10 there {} between {large} and {random}, with 10,000 in the test set. The tables report no spread over repeated runs, so small differences mean nothing.",
                    if images == 1 { "is a single image".to_owned() } else { format!("are {images} images") }
                ),
            ]
        },
    },
    plain: Plain {
        description: "Activation functions of neural networks and their derivatives: formulas, pictures, strengths and weaknesses, and a lesson that corrects what is often said about them.",
        navigation: "Other forms of this page",
        open: "Open",
        live: "Open it live",
        lesson: "The lesson",
        functions: "The functions",
        colon: ": ",
        about: About {
            title: "How it is tested, licence and source",
            lead: "What stands behind the numbers here, and what you may do with them.",
            tested: "How it is tested",
            tests: &[
                "<b>Values and slopes.</b> Each function, its first and second derivative and its derivatives in its parameters are compared with reference values computed in 60-digit arithmetic, far from 0 and close to it, at kinks and beside them. The largest error measured stands on the page of each function.",
                "<b>Pictures.</b> A browser draws the curves, their pixels are read back and compared with the numbers.",
                "<b>Frameworks.</b> What frameworks return where pieces meet was measured in them; the table on a function’s page names the versions.",
                "<b>Claims.</b> The numbers in the answers to what people say are computed again whenever the page is built.",
            ],
            licence: "Licence and source",
            terms: &[
                "MIT or Apache-2.0, at your choice. Teach with it, change it, put it on a page of your own.",
                "The source is Rust, compiled to WebAssembly. It comes with the repository from which this site was built, tests and reference values included. The ONNX conformance vectors in it are under Apache-2.0, by the ONNX project’s contributors.",
            ],
        },
    },
    start: Start {
        language: "English",
        loading: "Loading the live page…",
        no_script: "This page computes its curves in your browser and needs JavaScript and WebAssembly.",
        plain: "The lesson and every function as plain pages",
        unsupported: "This browser does not run WebAssembly, or a policy forbids it here. The page needs it to compute the curves.",
        load: "The page could not be loaded completely. Check the connection and try again.",
        file: "Opened as a file, this page may not load its parts. Start a web server in its folder, such as <code translate=\"no\">python3 -m http.server</code>, and open the address it names.",
        panic: "Something went wrong inside the page and it has stopped. Reloading keeps the address and so the state.",
        reload: "Reload",
    },
    lost: Lost { no_page: "There is no page at this address. ", home: "Go to the start page" },
};
