/** Marquee's sign: a board of lamps. It says nothing by itself, so a name stands beside it. */
export const Mark = () => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <rect x="1" y="4" width="22" height="16" rx="4" fill="var(--ink)" />
    <g fill="var(--lamp)">
      <circle cx="6" cy="9" r="1.7" />
      <circle cx="12" cy="9" r="1.7" />
      <circle cx="18" cy="9" r="1.7" />
      <circle cx="6" cy="15" r="1.7" opacity=".38" />
      <circle cx="12" cy="15" r="1.7" />
      <circle cx="18" cy="15" r="1.7" opacity=".38" />
    </g>
  </svg>
);
