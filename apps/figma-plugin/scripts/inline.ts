/**
 * One HTML file out of the panel's script and style, as Figma wants it. What would end the inlined element early
 * (`</script>`, `</style>`, `<!--`) is written so that it means the same to JavaScript and CSS and nothing to HTML.
 *
 * @example inlineHtml({ script: 'console.log("</script>")', style: '' })
 */
export function inlineHtml({ script, style }: { script: string; style: string }): string {
  const js = script.replaceAll(/<\/(script)/gi, '<\\/$1').replaceAll('<!--', '\\x3C!--');
  const css = style.replaceAll(/<\/(style)/gi, '<\\/$1');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Animatic</title>
<style>${css}</style>
</head>
<body>
<div id="panel"></div>
<script>${js}</script>
</body>
</html>
`;
}
