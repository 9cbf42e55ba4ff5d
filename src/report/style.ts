/** The report's style sheet: readable on paper and without colour; every ground and ink above 4.5:1. */
export const styleSheet = `
:root{font:16px/1.5 system-ui,"Segoe UI","Noto Sans",sans-serif;color:#1b1b1b;background:#fff}
body{margin:0 auto;max-width:72rem;padding:1rem}
h1{font-size:1.6rem}h2{font-size:1.25rem;margin-top:2.5rem;border-bottom:1px solid #767676}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;list-style:none;padding:0}
a{color:#0b4a8f}
.scroll{overflow-x:auto}
table{border-collapse:collapse;font-size:.9rem;margin:.5rem 0}
caption{text-align:left;white-space:nowrap;font-weight:600;padding:.25rem 0}
th,td{border:1px solid #8c8c8c;padding:.2rem .5rem;text-align:right;font-weight:400}
thead th{background:#ececec;font-weight:600;text-align:center}
tbody th{text-align:left}
td:nth-child(2):not(.heat){text-align:left}
.heat{text-align:center;min-width:1.5rem;padding:.2rem .25rem}.heats thead th{padding:.2rem .25rem;font-size:.8rem}.heats tbody th{white-space:nowrap}
.heat1{background:#eaf2fa}.heat2{background:#c9dff2}.heat3{background:#9cc4e4}.heat4{background:#1f6aa5;color:#fff}.heat5{background:#0b3d66;color:#fff}
.meter{display:inline-block;width:5rem;height:.6rem;border:1px solid #555;vertical-align:middle}
.meter span{display:block;height:100%;background:#2d5f8b}
.legend{columns:2 20rem;font-size:.9rem}.legend div{break-inside:avoid}.legend dt{display:inline;font-weight:600}.legend dd{display:inline;margin:0 0 0 .5rem}
.chart{max-width:100%;height:auto;font-size:13px}
.bar{fill:#1f6aa5}.of{fill:none;stroke:#555;stroke-dasharray:3 2}
.axis{fill:none;stroke:#333}.diagonal{stroke:#777;stroke-dasharray:4 4}.curve{fill:none;stroke:#0b3d66;stroke-width:2}.point{fill:#0b3d66}
.severity{display:inline-block;min-width:5rem;font-size:.8rem;border:1px solid #555;border-radius:.25rem;text-align:center}
.severity.error{background:#7a1212;color:#fff}.severity.warning{background:#f6e3b4}
details{margin:.35rem 0}summary{cursor:pointer}
@media print{body{max-width:none}nav{display:none}.heat4,.heat5{background:#fff;color:#000;outline:2px solid #000;outline-offset:-3px}.scroll{overflow:visible}}
`
