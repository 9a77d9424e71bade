import { createHash } from 'node:crypto';

/** How the pages look, light and dark. It stands in each page, so that they need nothing but themselves. */
export const STYLE = `
:root {
  color-scheme: light dark;
  --page: light-dark(oklch(0.972 0.004 85), oklch(0.168 0.007 65));
  --raised: light-dark(oklch(0.996 0.001 85), oklch(0.208 0.008 65));
  --subtle: light-dark(oklch(0.912 0.006 85), oklch(0.278 0.009 65));
  --control: light-dark(oklch(0.61 0.012 85), oklch(0.58 0.012 65));
  --text: light-dark(oklch(0.22 0.012 70), oklch(0.945 0.006 85));
  --muted: light-dark(oklch(0.44 0.013 70), oklch(0.765 0.009 85));
  --ink: light-dark(oklch(0.245 0.014 70), oklch(0.945 0.006 85));
  --on-ink: light-dark(oklch(0.996 0.001 85), oklch(0.208 0.008 65));
  --focus: light-dark(oklch(0.54 0.22 268), oklch(0.8 0.098 268));
  --failed: light-dark(oklch(0.46 0.175 27), oklch(0.8 0.11 22));
  --failed-edge: light-dark(oklch(0.56 0.2 27), oklch(0.66 0.19 25));
  --failed-tint: light-dark(oklch(0.946 0.026 22), oklch(0.272 0.058 25));
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; min-height: 100dvh; display: grid; place-items: center; padding: 24px 16px;
  background: var(--page); color: var(--text);
  font: 400 15px/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; overflow-wrap: anywhere;
}
main {
  width: 100%; max-width: 400px; padding: 32px; background: var(--raised);
  border: 1px solid var(--subtle); border-radius: 12px;
}
h1 { margin: 0; font-size: 26px; line-height: 1.2; font-weight: 620; letter-spacing: -0.01em; }
p { margin: 8px 0 0; }
.muted { color: var(--muted); font-size: 14px; }
.problem {
  display: flex; gap: 10px; margin-top: 20px; padding: 10px 12px; border-radius: 8px;
  background: var(--failed-tint); color: var(--failed);
}
.problem svg { flex: none; width: 18px; height: 18px; margin-top: 2px; }
form { margin-top: 24px; display: grid; gap: 16px; }
label { display: block; margin-bottom: 6px; font-size: 14px; font-weight: 500; }
input {
  width: 100%; height: 44px; padding: 0 12px; font: inherit; font-size: 16px;
  color: var(--text); background: var(--raised); border: 1px solid var(--control); border-radius: 8px;
}
input[aria-invalid="true"] { border-color: var(--failed-edge); }
button {
  height: 44px; margin-top: 8px; padding: 0 16px; font: inherit; font-weight: 560; cursor: pointer;
  color: var(--on-ink); background: var(--ink); border: 1px solid var(--ink); border-radius: 8px;
}
button:hover { opacity: 0.9; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
code { font: 13px ui-monospace, monospace; }
@media (max-width: 440px) { main { padding: 24px 20px; } }
@media (forced-colors: active) { .problem { border: 1px solid; } }
`;

/** What a content security policy calls the style. */
export const STYLE_HASH = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`;
