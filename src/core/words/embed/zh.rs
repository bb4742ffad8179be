//! Chinese, simplified: sharing and embedding.

use super::{CopyWords, EmbedTexts};
use crate::embed::Host;
use crate::view_state::{Part, View};

pub(super) const COPYING: CopyWords =
    CopyWords {
        copied: "已复制。", by_hand: "浏览器不允许复制，请手动复制：", embed: "嵌入此页"
    };

pub(super) const EMBED: EmbedTexts = EmbedTexts {
    title: "嵌入",
    lead: "任何页面的任何状态都可以放进你自己的网页。先选好内容，在下方预览读者将看到的样子，再按你的网页类型复制代码。",
    view: "页面",
    view_name: |view| match view {
        View::Gallery => "总览",
        View::Function => "单个函数",
        View::Compare => "对比",
        View::Neuron => "神经元",
        View::Saturation => "饱和",
        View::Linear => "为何要非线性",
        View::Zigzag => "锯齿下降",
        View::Kink => "ReLU 在 0 处",
        View::Learn => "课程",
        View::Choose => "选用指南",
        View::Evidence => "实测：Xu 等人 2015",
        View::Embed => "嵌入",
        View::Softmax => "Softmax",
        View::Maxout => "Maxout",
    },
    function: "函数",
    link: "或粘贴某个状态的链接",
    hide: "不显示",
    part: |part| match part {
        Part::Controls => "滑块和按钮",
        Part::Formula => "公式",
        Part::Text => "全部文字",
        Part::Nav => "顶栏",
        Part::Links => "通往完整页面的链接",
    },
    size: "尺寸",
    width: "宽度（px）",
    full_width: "占满可用宽度",
    height: "高度（px）",
    fit: |height| format!("与内容等高：{height}"),
    look: "外观与行为",
    language: "语言",
    readers: "跟随读者的设置",
    theme: "主题",
    zoom: "滚轮和双指可以缩放图像",
    autoplay: "动画自动播放",
    preview: "预览",
    preview_lead: "预览可以直接操作，调整后的状态会写进下面的代码。",
    snippet: "要复制的代码",
    host: |host| match host {
        Host::Html => "HTML",
        Host::Element => "HTML 加脚本",
        Host::Markdown => "通用 Markdown",
        Host::Course => "Moodle、Canvas",
        Host::Myst => "Jupyter Book 2",
        Host::Sphinx => "Jupyter Book 1",
        Host::Quarto => "Quarto",
        Host::MkDocs => "MkDocs",
        Host::Reveal => "Reveal.js",
    },
    needs: |host| match host {
        Host::Html => "你的网页不需要任何脚本。如果网页设有安全策略，请在 frame-src 中允许本站。",
        Host::Element => {
            "内嵌框架的高度随内容变化。你的网页要允许从本站加载脚本（script-src），也要允许嵌入本站（frame-src）。"
        }
        Host::Markdown => {
            "一张通往可交互页面的图片，适用于不保留内嵌框架的地方，例如 GitHub。如果你的 Markdown 支持 HTML，请用 HTML 代码。"
        }
        Host::Course => {
            "粘贴到编辑器的 HTML 源代码视图：Moodle 中可用于网页、标签或图书，Canvas 中可用于页面。不需要脚本。在不保留内嵌框架的地方（例如论坛帖子），链接仍会保留。"
        }
        Host::Myst => {
            "适用于 Jupyter Book 2 及其他 MyST 项目。内嵌框架的高度由主题决定；PDF 中只保留链接。"
        }
        Host::Sphinx => {
            "适用于 Jupyter Book 1 及其他使用 MyST-Parser 的 Sphinx 项目。PDF 中只保留链接。"
        }
        Host::Quarto => {
            "网页、图书和幻灯片都可以用；即使设置了 embed-resources，仍然需要网络。PDF 中只保留链接。"
        }
        Host::MkDocs => "内嵌框架前后的空行要保留，否则 Markdown 会把它当作普通文字。",
        Host::Reveal => "单独一张幻灯片，放映到它之前才载入。“投影”主题在后排也看得清。",
    },
    copy: "复制",
};
