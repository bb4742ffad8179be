//! Chinese, simplified: embed.

use super::words::Words;
use crate::address::About;
use crate::address::Part;
use crate::hosts::Host;

/// The view's name in menus.
pub(super) const NAME: &str = "嵌入";

/// Title and description of links to the view.
pub(super) const ABOUT: About = About::NONE;

/// The words of the view.
pub(super) const WORDS: Words = Words {
    title: "嵌入",
    lead: "任何页面的任何状态都可以放进你自己的网页。先选好内容，在下方预览读者将看到的样子，再按你的网页类型复制代码。",
    view: "页面",
    function: "函数",
    link: "或粘贴某个状态的链接",
    shows: "显示",
    everything: "全部",
    with_table: "图、控件和表格",
    with_controls: "图和控件",
    plot_only: "只有图",
    hide: "不显示",
    part: |part| match part {
        Part::Controls => "滑块和按钮",
        Part::Formula => "公式",
        Part::Text => "全部文字",
        Part::Nav => "顶栏",
        Part::Links => "通往完整页面的链接",
        Part::Table => "表格",
    },
    width: "宽度（px）",
    full_width: "占满可用宽度",
    height: "高度（px）",
    fit: |height| format!("与内容等高：{height}"),
    language: "语言",
    readers: "跟随读者的设置",
    theme: "主题",
    zoom: "双指可缩放图像，拖动可平移",
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
        Host::Html => {
            "你的网页不需要任何脚本。如果网页设有安全策略，请在 frame-src 中允许本站；如果用了 sandbox，请加上 allow-popups（打开完整页面）和 allow-downloads（保存文件）。"
        }
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
            "适用于 Jupyter Book 2 及其他 MyST 项目。这条指令只能设置宽度：上面的高度不起作用，内嵌框架的高度由主题决定，内容更高时在框内滚动；标题只用作 PDF 中保留的链接文字。"
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
