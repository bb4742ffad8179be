//! The reference tables, as the page shows them.

use super::common::rows;
use super::hands::{Readings, close, go, numbers, sound};
use anyhow::{Context, Result, ensure};
use e2e::{Options, in_page};
use std::collections::BTreeMap;

const VECTORS: &str = include_str!("../../../../data/vectors.csv");
const GATED: &str = include_str!("../../../../data/gated.csv");

#[tokio::test]
async fn values_and_jacobians_are_those_of_the_reference() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=softmax").await?;
        let (mut wrong, mut seen) = (Vec::new(), BTreeMap::new());
        for row in rows(VECTORS).filter(|row| row.get("function") != "maxout") {
            let (id, z) = (row.get("function"), numbers(row.get("x"))?);
            if !(2..=8).contains(&z.len()) || z.iter().any(|z| !z.is_finite()) {
                continue;
            }
            let t = super::common::params(row.get("params")).first().copied();
            let list = z.iter().map(f64::to_string).collect::<Vec<_>>().join(",");
            let heat = t.map(|t| format!("&temperature={t}")).unwrap_or_default();
            go(page, &format!("?view=softmax&fn={id}&z={list}{heat}")).await?;
            let read = Readings::of(page).await?;
            let (f, j) = (numbers(row.get("f"))?, numbers(row.get("jacobian_rowmajor"))?);
            let n = z.len();
            let values = f.iter().enumerate().map(|(i, want)| (format!("p{i}"), *want));
            let slopes =
                j.iter().enumerate().map(|(k, want)| (format!("j-{}-{}", k / n, k % n), *want));
            for (name, want) in values.chain(slopes) {
                let got = read.get(&name).with_context(|| format!("{id} at {z:?}"))?;
                if !close(got, want) {
                    wrong.push(format!("{id} {t:?} {z:?} {name}: {got:e}, want {want:e}"));
                }
            }
            *seen.entry(id).or_insert(0) += 1;
        }
        ensure!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        let enough = ["softmax", "log_softmax", "softmin", "sparsemax"];
        ensure!(enough.iter().all(|id| seen.get(id).is_some_and(|n| *n >= 15)), "{seen:?}");
        sound(page).await
    })
    .await
}

/// The numbers of a row are the offsets of pieces without slope.
#[tokio::test]
async fn maxout_is_that_of_the_reference() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=maxout&x=1.5").await?;
        let mut seen = 0;
        for row in rows(VECTORS).filter(|row| row.get("function") == "maxout") {
            let z = numbers(row.get("x"))?;
            if !(2..=9).contains(&z.len()) || z.iter().any(|z| z.abs() > 1e9) {
                continue;
            }
            let list = z.iter().map(|z| format!("0,{z}")).collect::<Vec<_>>().join(",");
            go(page, &format!("?view=maxout&x=1.5&pieces={list}")).await?;
            let read = Readings::of(page).await?;
            ensure!(close(read.get("f")?, numbers(row.get("f"))?[0]), "{z:?}");
            for (i, want) in numbers(row.get("jacobian_rowmajor"))?.iter().enumerate() {
                let got = read.get(&format!("g{i}"))?;
                ensure!(got == *want, "{z:?}, piece {i}: {got}, want {want}");
            }
            seen += 1;
        }
        ensure!(seen >= 10, "only {seen} rows");
        sound(page).await
    })
    .await
}

#[tokio::test]
async fn gated_units_are_those_of_the_reference() -> Result<()> {
    in_page(Options::default(), async |page| {
        page.goto("?view=function&fn=glu").await?;
        page.wait("return !!document.querySelector('.gated .pad')", &[]).await?;
        let (mut wrong, mut seen) = (Vec::new(), BTreeMap::new());
        for row in rows(GATED) {
            let (id, a, b) = (row.get("function"), row.get("a"), row.get("b"));
            go(page, &format!("?view=function&fn={id}&a={a}&x={b}")).await?;
            let read = Readings::of(page).await?;
            for (name, column) in [("gated-f", "f"), ("dfda", "df_da"), ("dfdb", "df_db")] {
                let want = row.get(column).parse()?;
                let got = read.get(name).with_context(|| format!("{id} at ({a}, {b})"))?;
                if !close(got, want) {
                    wrong.push(format!("{id} ({a}, {b}) {name}: {got:e}, want {want:e}"));
                }
            }
            *seen.entry(id).or_insert(0) += 1;
        }
        ensure!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
        ensure!(seen.len() == 6 && seen.values().all(|n| *n >= 20), "{seen:?}");
        sound(page).await
    })
    .await
}
