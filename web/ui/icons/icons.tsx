import type { ReactElement } from 'react';

/** Every icon, drawn on 16 × 16; strokes take the text's colour, and `--k` is what is cut out of filled shapes. */
export const ICONS = {
  aborted: (
    <>
      <rect x="2.6" y="2.6" width="10.8" height="10.8" rx="2" fill="currentColor" stroke="none" />
      <path d="M5.4 8h5.2" stroke="var(--k,var(--surface-raised))" strokeWidth="1.8" />
    </>
  ),
  audio: (
    <>
      <path d="M2.5 6.5v3M5.2 4v8M8 2.5v11M10.8 5v6M13.5 6.8v2.4" />
    </>
  ),
  bus: (
    <>
      <path d="M2 8h12M5 8V4M11 8V4M8 8v4" />
      <circle cx="5" cy="3" r="1.2" />
      <circle cx="11" cy="3" r="1.2" />
      <circle cx="8" cy="13" r="1.2" />
    </>
  ),
  calplus: (
    <>
      <rect x="2.2" y="3.2" width="11.6" height="10.4" rx="2" />
      <path d="M2.2 6.6h11.6M5.3 1.8v2.6M10.7 1.8v2.6M8 8.5v3.4M6.3 10.2h3.4" />
    </>
  ),
  caption: (
    <>
      <rect x="2" y="3.5" width="12" height="9" rx="1.8" />
      <path d="M4.5 10h3.5M10 10h1.5M4.5 7.5H6M8 7.5h3.5" />
    </>
  ),
  caught: (
    <>
      <path d="M2.2 5.2h5.3a3.4 3.4 0 0 1 3.4 3.4v4.6" />
      <path d="m8.3 10.6 2.6 2.7 2.6-2.7" />
      <path d="M2.2 2.6v5.2" />
    </>
  ),
  changed: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M8 2.25a5.75 5.75 0 0 1 0 11.5z" fill="currentColor" stroke="none" />
    </>
  ),
  chat: (
    <>
      <path d="M3.6 2.8h8.8A1.6 1.6 0 0 1 14 4.4v5.2a1.6 1.6 0 0 1-1.6 1.6H7.6L4.4 14v-2.8h-.8A1.6 1.6 0 0 1 2 9.6V4.4a1.6 1.6 0 0 1 1.6-1.6z" />
    </>
  ),
  check: (
    <>
      <path d="m3 8.5 3.3 3.3L13 4.8" />
    </>
  ),
  chevron: (
    <>
      <path d="m4 6 4 4 4-4" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 4.8V8l2.2 1.4" />
    </>
  ),
  close: (
    <>
      <path d="m4 4 8 8m0-8-8 8" />
    </>
  ),
  coin: (
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M10 6c-.4-.7-1.1-1-2-1-1.1 0-1.9.5-1.9 1.4 0 2 3.9 1.1 3.9 3.1 0 .9-.9 1.5-2 1.5-.9 0-1.7-.4-2.1-1.1M8 3.9V5M8 11v1.1" />
    </>
  ),
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M3.5 10.5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h6a1 1 0 0 1 1 1" />
    </>
  ),
  database: (
    <>
      <ellipse cx="8" cy="3.8" rx="5" ry="2" />
      <path d="M3 3.8v8.4c0 1.1 2.2 2 5 2s5-.9 5-2V3.8M3 8c0 1.1 2.2 2 5 2s5-.9 5-2" />
    </>
  ),
  desktop: (
    <>
      <rect x="1.8" y="2.8" width="12.4" height="8.4" rx="1.5" />
      <path d="M5.5 13.5h5" />
    </>
  ),
  download: (
    <>
      <path d="M8 2.5v8M4.8 7.5 8 10.7l3.2-3.2M2.5 11v1.5A1.5 1.5 0 0 0 4 14h8a1.5 1.5 0 0 0 1.5-1.5V11" />
    </>
  ),
  draft: (
    <>
      <path d="m2.6 13.4.7-3 7.4-7.4a1.6 1.6 0 0 1 2.3 2.3L5.6 12.7z" />
    </>
  ),
  drag: (
    <>
      <g fill="currentColor" stroke="none">
        <circle cx="6" cy="4" r="1.1" />
        <circle cx="10" cy="4" r="1.1" />
        <circle cx="6" cy="8" r="1.1" />
        <circle cx="10" cy="8" r="1.1" />
        <circle cx="6" cy="12" r="1.1" />
        <circle cx="10" cy="12" r="1.1" />
      </g>
    </>
  ),
  embargoed: (
    <>
      <rect x="3" y="7" width="10" height="6.8" rx="1.8" fill="currentColor" stroke="none" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  external: (
    <>
      <path d="M6 3H3.5v9.5H13V10M9 2.5h4.5V7M13.3 2.7 7.5 8.5" />
    </>
  ),
  eye: (
    <>
      <path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8z" />
      <circle cx="8" cy="8" r="1.9" />
    </>
  ),
  failed: (
    <>
      <path d="M5.2 1.5h5.6l3.7 3.7v5.6l-3.7 3.7H5.2l-3.7-3.7V5.2z" fill="currentColor" stroke="none" />
      <path d="m5.8 5.8 4.4 4.4m0-4.4-4.4 4.4" stroke="var(--k,var(--surface-raised))" strokeWidth="1.7" />
    </>
  ),
  film: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.8" />
      <path d="M5 3v10M11 3v10M2 8h12M2 5.5h3M2 10.5h3M11 5.5h3M11 10.5h3" />
    </>
  ),
  filter: (
    <>
      <path d="M2.5 4h11M4.5 8h7M6.5 12h3" />
    </>
  ),
  fit: (
    <>
      <path d="M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10" />
    </>
  ),
  function: (
    <>
      <path d="M3.2 13.5 7 5.2M5 2.5h1.2a1 1 0 0 1 .9.6l4.2 9.8a1 1 0 0 0 .9.6h1" />
    </>
  ),
  gear: (
    <>
      <circle cx="8" cy="8" r="2" />
      <path d="M8 1.8v1.7M8 12.5v1.7M1.8 8h1.7M12.5 8h1.7M3.6 3.6l1.2 1.2M11.2 11.2l1.2 1.2M3.6 12.4l1.2-1.2M11.2 4.8l1.2-1.2" />
    </>
  ),
  graph: (
    <>
      <rect x="5.5" y="1.8" width="5" height="3.4" rx="1" />
      <rect x="1.8" y="10.8" width="5" height="3.4" rx="1" />
      <rect x="9.2" y="10.8" width="5" height="3.4" rx="1" />
      <path d="M8 5.2V8M4.3 10.8V8h7.4v2.8" />
    </>
  ),
  grid: (
    <>
      <rect x="2.3" y="2.3" width="4.7" height="4.7" rx="1" />
      <rect x="9" y="2.3" width="4.7" height="4.7" rx="1" />
      <rect x="2.3" y="9" width="4.7" height="4.7" rx="1" />
      <rect x="9" y="9" width="4.7" height="4.7" rx="1" />
    </>
  ),
  history: (
    <>
      <path d="M2.8 8a5.3 5.3 0 1 0 1.7-3.9L2.6 5.8" />
      <path d="M2.5 2.8v3.1h3.1M8 5.2V8l2 1.3" />
    </>
  ),
  image: (
    <>
      <rect x="2" y="3" width="12" height="10" rx="1.8" />
      <circle cx="5.7" cy="6.4" r="1.1" />
      <path d="m2.5 12 3.7-3.5 2.3 2 2.6-2.8 2.7 2.8" />
    </>
  ),
  inbox: (
    <>
      <path d="M2.3 9.5h3.2l1 1.8h3l1-1.8h3.2M2.3 9.5 4 3.5h8l1.7 6v3a1 1 0 0 1-1 1H3.3a1 1 0 0 1-1-1z" />
    </>
  ),
  key: (
    <>
      <circle cx="5.2" cy="10.8" r="2.7" />
      <path d="m7.2 8.8 5.6-5.6M10.6 5.4l1.8 1.8" />
    </>
  ),
  keyboard: (
    <>
      <rect x="1.8" y="4" width="12.4" height="8" rx="1.5" />
      <path d="M4.3 6.7h.1M6.8 6.7h.1M9.3 6.7h.1M11.8 6.7h.1M5 9.5h6" />
    </>
  ),
  link: (
    <>
      <path d="M6.7 9.3 9.3 6.7M7 4.3l1-1a3.1 3.1 0 0 1 4.5 4.4l-1.1 1M9 11.7l-1 1a3.1 3.1 0 0 1-4.5-4.4l1.1-1" />
    </>
  ),
  list: (
    <>
      <path d="M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1" />
    </>
  ),
  live: (
    <>
      <circle cx="8" cy="8" r="1.8" fill="currentColor" stroke="none" />
      <path d="M4.6 11.4a4.8 4.8 0 0 1 0-6.8M11.4 4.6a4.8 4.8 0 0 1 0 6.8" />
    </>
  ),
  map: (
    <>
      <rect x="4.5" y="4.5" width="9" height="9" rx="1.5" />
      <path d="M2.3 10.5v-7a1.2 1.2 0 0 1 1.2-1.2h7" />
    </>
  ),
  minus: (
    <>
      <path d="M3.5 8h9" />
    </>
  ),
  more: (
    <>
      <circle cx="3.5" cy="8" r=".9" fill="currentColor" />
      <circle cx="8" cy="8" r=".9" fill="currentColor" />
      <circle cx="12.5" cy="8" r=".9" fill="currentColor" />
    </>
  ),
  page: (
    <>
      <path d="M4 1.8h5.2L12.5 5v8a1.3 1.3 0 0 1-1.3 1.3H4.8A1.3 1.3 0 0 1 3.5 13V3.1" />
      <path d="M9 2v3.3h3.3M6 8.5h4.5M6 11h3" />
    </>
  ),
  pause: (
    <>
      <path d="M5.5 3.5v9M10.5 3.5v9" strokeWidth="2.2" />
    </>
  ),
  phone: (
    <>
      <rect x="4.8" y="1.5" width="6.4" height="13" rx="1.5" />
    </>
  ),
  play: (
    <>
      <path
        d="M5 3.2v9.6a.5.5 0 0 0 .8.4l7-4.8a.5.5 0 0 0 0-.8l-7-4.8a.5.5 0 0 0-.8.4z"
        fill="currentColor"
        stroke="none"
      />
    </>
  ),
  plus: (
    <>
      <path d="M8 3v10M3 8h10" />
    </>
  ),
  published: (
    <>
      <circle cx="8" cy="8" r="5.75" />
      <path d="M2.4 8h11.2M8 2.3c3.6 3.6 3.6 7.8 0 11.4C4.4 10.1 4.4 5.9 8 2.3" />
    </>
  ),
  question: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M6.3 6.3a1.8 1.8 0 1 1 2.5 1.7c-.5.2-.8.5-.8 1.1v.2M8 11.3v.1" />
    </>
  ),
  queue: (
    <>
      <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h6" />
      <path d="m10.5 10 2.5 1.5-2.5 1.5z" fill="currentColor" />
    </>
  ),
  redrive: (
    <>
      <path d="M3 5.5h7.5a3 3 0 0 1 0 6H6" />
      <path d="M5.5 3 3 5.5 5.5 8" />
    </>
  ),
  release: (
    <>
      <path d="M2.5 5.5 8 2.5l5.5 3L8 8.5z" />
      <path d="m2.5 8.3 5.5 3 5.5-3M2.5 11l5.5 3 5.5-3" />
    </>
  ),
  rerun: (
    <>
      <path d="M13.2 8A5.2 5.2 0 1 1 11.7 4.3l1.6 1.5" />
      <path d="M13.5 2.6v3.3h-3.3M6.7 5.8v4.4L10.2 8z" />
    </>
  ),
  retried: (
    <>
      <path d="M13 8a5 5 0 1 1-1.6-3.7" />
      <path d="M13.2 2.2v2.9h-2.9" />
    </>
  ),
  right: (
    <>
      <path d="m6 4 4 4-4 4" />
    </>
  ),
  rule: (
    <>
      <path d="M2.5 3h11L9.5 8v4.5l-3 1.5V8z" />
    </>
  ),
  running: (
    <>
      <circle cx="8" cy="8" r="5.75" opacity=".35" />
      <path d="M8 2.25A5.75 5.75 0 0 1 13.75 8" />
      <circle cx="8" cy="8" r="1.6" fill="currentColor" stroke="none" />
    </>
  ),
  scheduled: (
    <>
      <rect x="2.2" y="3.2" width="11.6" height="10.4" rx="2" />
      <path d="M2.2 6.6h11.6M5.3 1.8v2.6M10.7 1.8v2.6" />
      <path d="M8 8.6v1.9l1.4.8" strokeWidth="1.3" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.2 3.2" />
    </>
  ),
  send: (
    <>
      <path d="M2.5 8 13.5 3l-3.3 10.5-2.7-4.3z" />
      <path d="m7.5 9.2 6-6.2" />
    </>
  ),
  shield: (
    <>
      <path d="M8 1.8 13 3.7v3.8c0 3.2-2.1 5.6-5 6.7-2.9-1.1-5-3.5-5-6.7V3.7z" />
    </>
  ),
  stop: (
    <>
      <rect x="4" y="4" width="8" height="8" rx="1.5" />
    </>
  ),
  succeeded: (
    <>
      <circle cx="8" cy="8" r="6.5" fill="currentColor" stroke="none" />
      <path d="m5.2 8.2 1.9 1.9 3.7-4" stroke="var(--k,var(--surface-raised))" strokeWidth="1.7" />
    </>
  ),
  tablet: (
    <>
      <rect x="3.5" y="1.8" width="9" height="12.4" rx="1.5" />
    </>
  ),
  timedout: (
    <>
      <path d="M4 2h8M4 14h8M4.6 2c0 3.4 3.4 3.9 3.4 6s-3.4 2.6-3.4 6M11.4 2c0 3.4-3.4 3.9-3.4 6s3.4 2.6 3.4 6" />
    </>
  ),
  trash: (
    <>
      <path d="M2.8 4.3h10.4M6.2 4V2.5h3.6V4M4.2 4.5l.6 8.4c.1.7.6 1.1 1.2 1.1h4c.6 0 1.1-.4 1.2-1.1l.6-8.4" />
    </>
  ),
  undo: <path d="M3 6.2h6.2a3.6 3.6 0 0 1 0 7.2H6M5.6 3.4 2.8 6.2 5.6 9" />,
  redo: <path d="M13 6.2H6.8a3.6 3.6 0 0 0 0 7.2H10M10.4 3.4l2.8 2.8L10.4 9" />,
  upload: (
    <>
      <path d="M8 10.5V2.5M4.8 5.5 8 2.3l3.2 3.2M2.5 10.5v2a1.5 1.5 0 0 0 1.5 1.5h8a1.5 1.5 0 0 0 1.5-1.5v-2" />
    </>
  ),
  waiting: (
    <>
      <circle cx="8" cy="8" r="5.75" strokeDasharray="2.2 2.3" />
    </>
  ),
  zoomin: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.2 3.2M7 5v4M5 7h4" />
    </>
  ),
  zoomout: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3.2 3.2M5 7h4" />
    </>
  ),
} as const satisfies Record<string, ReactElement>;

export type IconName = keyof typeof ICONS;
