import { CopyButton } from '@marquee/ui/copy-button.tsx';
import { Icon } from '@marquee/ui/icons/icon.tsx';
import { STATUSES } from '@marquee/ui/words/statuses.ts';
import type { ReactNode } from 'react';
import type { Reason } from './reason.ts';

/** The reason first: what went wrong, why, what to do, and the buttons that do it. The error is never cut. */
export const WhyPanel = ({ reason, actions, onShow }: { reason: Reason; actions?: ReactNode; onShow?: () => void }) => (
  <section className={`why why-${reason.standing}`} aria-labelledby="why-h">
    <Icon name={STATUSES[reason.standing].icon} />
    <div className="why-text">
      <h2 id="why-h">{reason.title}</h2>
      {reason.story.length > 0 && <p>{reason.story.join(' ')}</p>}
      {(reason.error || reason.said) && (
        <div className="why-error">
          <p className="reason">
            {reason.error && <code>{reason.error}</code>} {reason.said}
          </p>
          <CopyButton text={[reason.error, reason.said].filter(Boolean).join(': ')} label="Copy the error" />
        </div>
      )}
      {reason.todo && (
        <p>
          <b>What to do:</b> {reason.todo}
        </p>
      )}
    </div>
    {(actions || onShow) && (
      <div className="act">
        {actions}
        {onShow && (
          <button type="button" className="btn" onClick={onShow}>
            <Icon name="eye" />
            Show the state
          </button>
        )}
      </div>
    )}
  </section>
);
