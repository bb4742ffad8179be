//! The page in frames of several sizes: its height, and its visible part.

use super::stage::Stage;
use activation_explorer::address::Group;
use activation_explorer::views;
use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page, json, states};

#[tokio::test]
async fn its_height_does_not_depend_on_the_frames() -> Result<()> {
    let bar = Group::BAR.iter().filter_map(|(_, id)| views::find(id));
    let first = bar.filter_map(|view| states::of(view).into_iter().next());
    for query in first.chain(["view=neuron&lang=zh".to_owned()]) {
        let frames: String = [120, 520, 1600]
            .iter()
            .map(|h| format!("<iframe src='{{ours}}?embed=1&{query}' style='width:700px;height:{h}px'></iframe>"))
            .collect();
        let stage = Stage::with(&frames).await?;
        in_page(Options::default(), async |page| {
            stage.open(page, 3).await?;
            // Texts and formulas arrive later.
            let same = "const of = f => got.filter(g => g.frame === f && g.data.type === 'resize').at(-1)?.data.height;
                return of(0) > 300 && of(0) === of(1) && of(1) === of(2)";
            let settled = page.wait(same, &[]).await;
            let heights = "return [0, 1, 2].map(f => got.filter(g => g.frame === f && g.data.type === 'resize').at(-1)?.data.height)";
            let heights = page.js(heights, &[]).await?;
            settled.with_context(|| format!("{query}: {heights} in frames of 120, 520 and 1600"))
        })
        .await?;
    }
    Ok(())
}

/// Each view in a frame of the size the design names, and on a phone: its main elements are
/// visible.
#[tokio::test]
async fn what_matters_is_in_sight_without_scrolling() -> Result<()> {
    let views = [
        ("view=function&fn=elu&x=-2", "h1, .plot, .readout, input[name=alpha]"),
        (
            "view=function&fn=selu&lang=zh",
            "h1, .plot, .readout, input[name=alpha], input[name=lambda]",
        ),
        ("view=compare&x=-1", "h1, .plot, .values"),
        (
            "view=zigzag&steps=40",
            "h1, [data-run='0'] .plot, [data-run='1'] .plot, [data-player=play]",
        ),
        ("view=saturation&fn=elu", "h1, select[name=fn], .plot"),
        ("view=linear&fn=tanh", "h1, select[name=fn], .plot"),
        ("view=kink", "h1, select[name=fn], .plot"),
        ("view=neuron", "h1, select[name=fn], input[name=w1], input[name=w2]"),
        ("view=gallery", ".head h1, .card .plot"),
    ];
    for (width, height) in [(700, 520), (360, 560)] {
        let frames: String = views
            .iter()
            .map(|(query, _)| {
                format!("<iframe src='{{ours}}?embed=1&{query}' style='width:{width}px;height:{height}px'></iframe>")
            })
            .collect();
        let stage = Stage::with(&frames).await?;
        in_page(Options { height: 12000, ..Options::default() }, async |page| {
            stage.open(page, views.len()).await?;
            page.frames(10).await?;
            let mut wrong = Vec::new();
            for (index, (query, wanted)) in (0..).zip(views) {
                page.driver().enter_frame(index).await?;
                let script = "const [wanted, height] = arguments;
                    const lost = wanted.split(', ').filter(s => {
                        const box = document.querySelector(s)?.getBoundingClientRect();
                        return !box || box.height === 0 || box.bottom > height + 1 || box.right > innerWidth + 1;
                    });
                    const page = document.documentElement;
                    if (page.scrollWidth > page.clientWidth) lost.push('wider than the frame');
                    return lost.join('; ')";
                let lost = page.text(script, &[json!(wanted), json!(height)]).await?;
                page.driver().enter_default_frame().await?;
                if !lost.is_empty() {
                    wrong.push(format!("{query} at {width} x {height}: {lost}"));
                }
            }
            ensure!(wrong.is_empty(), "out of sight:\n{}", wrong.join("\n"));
            Ok(())
        })
        .await?;
    }
    Ok(())
}
