/**
 * # The look of the report
 *
 * One style sheet: reading width, a quiet palette that also prints, dark where the reader prefers it.
 */
export const style = `
:root { --ink: #1b1f24; --soft: #5b6570; --line: #d8dee4; --paper: #ffffff; --panel: #f6f8fa; --good: #1a7f37; --bad: #b42318; --unsure: #8a6100; --given: #0b6a8a; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6e8eb; --soft: #9aa4ae; --line: #30363d; --paper: #14171a; --panel: #1c2126; --good: #4cc26a; --bad: #ff7b6b; --unsure: #e0b040; --given: #5cc1e0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 72rem; padding: 2rem 1.25rem 6rem; color: var(--ink); background: var(--paper); font: 16px/1.55 system-ui, sans-serif; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .3rem; }
h2 { font-size: 1.2rem; margin: 2.6rem 0 .8rem; border-bottom: 1px solid var(--line); padding-bottom: .25rem; }
h3 { font-size: 1.02rem; margin: 0; display: inline; }
a { color: var(--given); }
.soft, .where { color: var(--soft); }
.where { font-size: .86rem; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { color: var(--soft); font-weight: 600; }
td .katex { font-size: 1em; }
.verdict { font-weight: 600; white-space: nowrap; }
.exact, .asymptotic, .numeric { color: var(--good); }
.definition, .premise { color: var(--given); }
.discrepancy { color: var(--bad); }
.open, .not-derivable { color: var(--unsure); }
article { border: 1px solid var(--line); border-radius: 8px; margin: 1rem 0; padding: .9rem 1.1rem; }
article > header { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: baseline; }
article > header .verdicts { margin-left: auto; font-size: .9rem; }
.formula { overflow-x: auto; overflow-y: hidden; padding: .1rem 0; }
td .formula { contain: inline-size; }
.katex-display { margin: .5rem 0; text-align: left; }
.katex-display > .katex { text-align: left; }
.words { margin: .6rem 0; font-style: italic; }
dl { display: grid; grid-template-columns: 9.5rem 1fr; gap: .25rem .8rem; margin: .5rem 0; font-size: .94rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-x: auto; overflow-y: hidden; }
dd ul { margin: 0; padding-left: 1.1rem; }
details { margin: .5rem 0 0; border-top: 1px solid var(--line); padding-top: .4rem; }
summary { cursor: pointer; color: var(--soft); }
.derivation { margin: .6rem 0 .2rem; padding: .3rem .8rem; background: var(--panel); border-radius: 6px; }
.derivation h4 { margin: .3rem 0; font-size: .92rem; font-weight: 600; }
.line { display: grid; grid-template-columns: minmax(0, 1fr) 17rem; gap: 1rem; align-items: center; border-top: 1px solid var(--line); }
.line .reason { font-size: .84rem; color: var(--soft); overflow-wrap: anywhere; }
.line code, td code { font-size: .92em; overflow-wrap: anywhere; }
.stopped { color: var(--bad); white-space: pre-wrap; font-family: ui-monospace, monospace; font-size: .84rem; }
@media (max-width: 48rem) { .line, dl { grid-template-columns: minmax(0, 1fr); gap: .1rem; } article > header .verdicts { margin-left: 0; } }
@media print { body { max-width: none; font-size: 11pt; } article { break-inside: avoid-page; } details > summary { display: none; } }
`;
