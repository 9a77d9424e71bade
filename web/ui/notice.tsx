import type { ReactNode } from 'react';
import { useUiWords } from './words/language.tsx';

/** In the place of what is not there: says what belongs here, and the one action. */
export const Empty = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className="notice">
    <h2>{title}</h2>
    {children && <p>{children}</p>}
    {action}
  </div>
);

/** What happened, why where it is known, and what to do; AWS's own name of the error stays, so that it can be searched. */
export const Failure = ({ title, error, action }: { title: string; error: unknown; action?: ReactNode }) => {
  const { name = 'Error', message = String(error) } = (error ?? {}) as Partial<Error>;
  return (
    <div className="notice" role="alert">
      <h2>{title}</h2>
      <p className="reason">
        <code>{name}</code> {message}
      </p>
      {action}
    </div>
  );
};

/** Lines of the true size until what they stand for is there. */
export const Skeleton = ({ rows = 6, label }: { rows?: number; label?: string }) => {
  const { loading } = useUiWords();
  return (
    <div className="notice" role="status" aria-label={label ?? loading}>
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same
        <span key={index} className="skeleton" style={{ width: `${88 - ((index * 17) % 40)}%`, height: '1rem' }} />
      ))}
    </div>
  );
};
